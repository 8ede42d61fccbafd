// @ts-check
// Tells the district of a typed place: ticks it, unless somebody has ticked by hand, and says so; asks
// back where several are meant. What is typed goes to the places' worker on this device and nowhere
// else. Without the worker the question is what it is without this script.

/** @typedef {{area: string, place: {name: string, near: string | null,
 *   outcode: string | null} | null, force: string | null}} Candidate */
/** @typedef {{sure: "certain" | "likely" | "needs_check", candidates: Candidate[]}} Found */
/** @typedef {import("./send.js").Starter} Starter */
(() => {
  const PAUSE = 500;
  /** @param {string} query @returns {any} */
  const one = (query) => document.querySelector(query);
  /** @type {HTMLTemplateElement | null} */
  const finder = one("#finder");
  /** @type {HTMLInputElement | null} */
  const text = one("#place");
  /** @type {HTMLElement | null} */
  const region = one("#place-found");
  const starter = /** @type {{ginnelStarter?: Starter}} */ (globalThis).ginnelStarter;
  if (!finder || !text || !text.form || !region || !starter || document.body.hidden) return;
  /** @type {HTMLInputElement[]} */
  const boxes = Array.from(text.form.querySelectorAll("input[name=district]"));
  const module = starter(finder.dataset);

  /** @param {string} key @param {string} [value] */
  const say = (key, value = "") => {
    const words = finder.content.querySelector(`[data-key="${key}"]`)?.textContent || "";
    return words.replace(/\{\w+\}/, () => value);
  };
  /** @param {string} area */
  const box = (area) => boxes.find((candidate) => candidate.value === area);
  /** @param {string} area */
  const named = (area) => box(area)?.labels?.[0]?.textContent || "";

  // ---- What is said ----------------------------------------------------------------------------

  const line = region.appendChild(document.createElement("p"));
  const list = region.appendChild(document.createElement("div"));
  line.setAttribute("role", "status");
  /** @param {string} words */
  const tell = (words) => {
    if (line.textContent !== words) line.textContent = words;
  };
  const unask = () => {
    list.textContent = "";
    list.removeAttribute("role");
    list.removeAttribute("aria-label");
  };

  // ---- What is ticked --------------------------------------------------------------------------

  /** The area ticked for what is typed, and nobody's own choice. */
  let ours = "";
  let byHand = false;
  /** @param {string} area @param {boolean} [chosen] */
  const tick = (area, chosen) => {
    const before = box(ours);
    const now = byHand && !chosen ? undefined : box(area);
    if (before && before !== now) before.checked = false;
    if (before !== now) ours = now && !now.checked ? area : "";
    if (now) now.checked = true;
    // Whoever keeps what was sealed or answered learns of it.
    (now || before)?.dispatchEvent(new Event("input", { bubbles: true }));
  };
  for (const mark of boxes)
    mark.addEventListener("change", () => {
      byHand = true;
      ours = "";
    });

  // ---- What was found --------------------------------------------------------------------------

  /** @param {Candidate} candidate */
  const settle = ({ area, force }) => {
    if (area !== finder.dataset.outside)
      tell(say(box(area)?.checked ? "place-looks" : "place-looks-kept", named(area)));
    else tell(force ? say("place-outside-force", say(force)) : say("place-outside"));
  };
  /** @param {Candidate} candidate */
  const choice = (candidate) => {
    const { area, place } = candidate;
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-pressed", "false");
    const where = place?.near ? say("place-near", place.near) : place?.outcode;
    const parts = [place?.name, where, named(area)];
    for (const part of parts.filter((words) => words))
      button.append(Object.assign(document.createElement("bdi"), { textContent: part }), " ");
    button.addEventListener("click", () => {
      for (const other of list.children) other.setAttribute("aria-pressed", String(other === button));
      tick(area, true);
      settle(candidate);
    });
    return button;
  };
  /** @param {Candidate[]} candidates */
  const ask = (candidates) => {
    tell(say("place-ask"));
    list.setAttribute("role", "group");
    list.setAttribute("aria-label", say("place-ask"));
    const seen = new Set();
    for (const button of candidates.map(choice)) {
      if (!seen.has(button.textContent)) list.append(button);
      seen.add(button.textContent);
    }
  };
  let last = "";
  /** @param {Found} found */
  const show = (found) => {
    const { sure, candidates } = found;
    // Typing on changes nothing about what was asked or chosen, if the answer is the same.
    const same = JSON.stringify(found.candidates) + sure;
    if (same === last) return;
    last = same;
    unask();
    const [best] = candidates;
    const open = !best || sure === "needs_check";
    tick(open ? "" : best.area);
    if (!best) tell("");
    else if (open) ask(candidates);
    else settle(best);
  };

  // ---- While somebody types --------------------------------------------------------------------

  let later = 0;
  const clear = () => {
    clearTimeout(later);
    last = "";
    unask();
    tell("");
  };
  const find = async () => {
    const typed = text.value;
    if (module.isBroken() || !(await module.load()) || text.value !== typed) return;
    const { found } = await module.ask({ type: "look_up", text: typed });
    // Nothing changes behind the back of somebody who has gone on, or typed on.
    if (found && text.value === typed && text.offsetParent) show(JSON.parse(String(found)));
  };
  // Fetched when anything is first answered: what was fetched at this question would show who watches
  // the wire how far somebody is.
  text.form.addEventListener("input", () => {
    if (!module.isBroken()) module.load();
  });
  text.addEventListener("input", () => {
    clearTimeout(later);
    if (text.value.trim()) {
      later = setTimeout(find, PAUSE);
      return;
    }
    clear();
    tick("");
    byHand = boxes.some((mark) => mark.checked);
  });

  // Nothing of what was typed stays: not in what is said, not in the worker's memory.
  const forget = () => {
    clear();
    ours = "";
    byHand = false;
    module.dismiss();
  };
  text.form.addEventListener("reset", forget);
  // What was said is in the language before; what was ticked stays.
  document.addEventListener("reworded", clear);
  document.addEventListener("leaving", forget);
  addEventListener("pagehide", forget);
})();
