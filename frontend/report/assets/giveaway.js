// @ts-check
// "Could this give you away?": while somebody writes, says which words could show who they are. It stops
// nobody. What is typed goes to the worker on this device and nowhere else. Without the worker there are
// no hints.

/** @typedef {import("./send.js").Starter} Starter */
(() => {
  const PAUSE = 900;
  const doc = document;
  const hinter = /** @type {HTMLTemplateElement | null} */ (doc.getElementById("hinter"));
  const starter = /** @type {{ginnelStarter?: Starter}} */ (globalThis).ginnelStarter;
  const form = /** @type {HTMLFormElement | null} */ (doc.getElementById("tip"));
  if (!hinter || !starter || !form || doc.body.hidden) return;
  const module = starter(hinter.dataset);

  /** @param {string} key */
  const say = (key) => hinter.content.querySelector(`[data-key="${key}"]`)?.textContent || "";
  /** What somebody looked at and keeps, whichever box it stands in. @type {Set<string>} */
  const kept = new Set();
  /** @type {(() => void)[]} */
  const redraw = [];
  /** @type {(() => void)[]} */
  const clear = [];

  /** @param {HTMLElement} room */
  const begin = (room) => {
    const group = /** @type {HTMLElement} */ (room.closest(".group"));
    const text = /** @type {HTMLTextAreaElement} */ (group.querySelector("textarea, input"));
    const title = room.appendChild(doc.createElement("p"));
    const list = room.appendChild(doc.createElement("ul"));
    list.setAttribute("aria-live", "polite");
    /** What is shown, by kind and words. @type {Map<string, HTMLElement>} */
    const shown = new Map();
    let later = 0;

    const retitle = () => {
      title.textContent = shown.size ? say("hints-title") : "";
    };
    /** @param {string} one */
    const drop = (one) => {
      shown.get(one)?.remove();
      shown.delete(one);
    };
    /** @param {string} key @param {string} words @param {string} one */
    const hint = (key, words, one) => {
      const item = doc.createElement("li");
      const quote = item.appendChild(doc.createElement("q"));
      quote.appendChild(doc.createElement("bdi")).textContent = words;
      quote.setAttribute("translate", "no");
      item.append(" ", say(key), " ");
      const keep = item.appendChild(doc.createElement("button"));
      keep.type = "button";
      keep.className = "link";
      keep.append(say("hints-keep"));
      const of = keep.appendChild(doc.createElement("span"));
      of.className = "only-read";
      of.textContent = `: ${words}`;
      keep.addEventListener("click", () => {
        kept.add(one);
        drop(one);
        retitle();
        text.focus();
      });
      return item;
    };
    /** @param {string[]} found `key words key words …` */
    const show = (found) => {
      /** @type {[string, string][]} */
      const pairs = [];
      for (let at = 0; at + 1 < found.length; at += 2) pairs.push([found[at], found[at + 1]]);
      const wanted = pairs.filter((pair) => !kept.has(pair.join(" ")));
      const now = new Set(wanted.map((pair) => pair.join(" ")));
      for (const one of [...shown.keys()]) if (!now.has(one)) drop(one);
      for (const [key, words] of wanted) {
        const one = `${key} ${words}`;
        const item = shown.get(one) || hint(key, words, one);
        // What is said already stays in its place, so that it is not said again.
        if (!shown.has(one)) list.append(item);
        shown.set(one, item);
      }
      retitle();
    };
    const look = async () => {
      const typed = text.value;
      if (module.isBroken() || !(await module.load()) || text.value !== typed) return;
      const { found } = await module.ask({ type: "look_up", text: typed, lang: doc.body.dataset.lang });
      if (found && text.value === typed) show(/** @type {string[]} */ (found));
    };
    const soon = () => {
      clearTimeout(later);
      if (text.value) later = setTimeout(look, PAUSE);
      else show([]);
    };
    text.addEventListener("input", soon);
    clear.push(() => {
      clearTimeout(later);
      show([]);
    });
    redraw.push(() => {
      show([]);
      if (text.value) look();
    });
  };
  for (const room of form.querySelectorAll(".hints")) begin(/** @type {HTMLElement} */ (room));

  // Fetched when anything is first answered, not when something is first hinted at.
  form.addEventListener("input", () => {
    if (!module.isBroken()) module.load();
  });
  // Nothing of what was typed stays: not in what is said, not in the worker's memory.
  const forget = () => {
    kept.clear();
    for (const one of clear) one();
    module.dismiss();
  };
  form.addEventListener("reset", forget);
  doc.addEventListener("leaving", forget);
  addEventListener("pagehide", forget);
  doc.addEventListener("reworded", () => {
    for (const one of redraw) one();
  });
})();
