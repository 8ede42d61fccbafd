// @ts-check
// Pictures and files: chosen, drawn anew by the pictures' worker, shown as they will be sent, covered,
// taken out again. They are kept in this page's memory only, and leave it sealed, at "Send".

/** @typedef {import("./send.js").Starter} Starter */
/** @typedef {import("./cover.js").Coverer} Coverer */
/** @typedef {import("./upload.js").Uploader} Uploader */
/** @typedef {import("./cover.js").Covers} Covers */
/**
 * @typedef {object} Chosen
 * @property {string} name What it is called on this device; it is not sent.
 * @property {File} [file] What is no picture, sent as it is.
 * @property {Uint8Array} [clean] A picture drawn anew.
 * @property {Uint8Array} [covered] The same with parts covered.
 * @property {boolean} [first] Whether it moved.
 * @property {Covers} covers
 * @property {string} [url] Of what is shown.
 */
(() => {
  // The worker takes no longer picture; of what is longer it is only asked what it is.
  const LONGEST = 33554432;
  const HEAD = 64;
  /** By the numbers of the sealer. */
  const JPEG = 0;
  const OTHER = 3;
  /** @param {string} id @returns {any} */
  const el = (id) => document.getElementById(id);
  /** @type {HTMLTemplateElement | null} */
  const words = el("files-words");
  /** @type {HTMLInputElement} */
  const input = el("files");
  const { ginnelStarter: starter, ginnelCoverer, ginnelUploader } =
    /** @type {{ginnelStarter?: Starter, ginnelCoverer?: Coverer, ginnelUploader?: Uploader}} */ (globalThis);
  // What nothing would send is not asked for.
  if (!words || !input?.form || !starter || !ginnelCoverer || !ginnelUploader || document.body.hidden) return;
  const list = el("files-list");
  const wrong = el("files-error");
  const { dataset } = words;

  /** @param {string} key @param {string} [value] */
  const say = (key, value = "") => {
    const text = words.content.querySelector(`[data-key="${key}"]`)?.textContent || "";
    return text.replace(/\{\w+\}/, () => value);
  };
  /** @param {string} text */
  const tell = (text) => {
    el("files-told").textContent = text;
  };
  /** @param {string[]} lines */
  const complain = (lines) => {
    wrong.textContent = lines.join(" ");
    wrong.hidden = !lines.length;
  };
  const module = starter(dataset);
  const cover = ginnelCoverer(say);

  /** @type {Chosen[]} */
  let chosen = [];
  /** What is still under way when somebody leaves belongs to no round any more. */
  let round = 0;
  let version = 0;
  let adding = Promise.resolve();

  /** @param {Chosen} one @returns {Blob} */
  const sent = ({ file, clean, covered }) =>
    file || new Blob([/** @type {BlobPart} */ (covered || clean)], { type: "image/jpeg" });
  const changed = () => {
    version += 1;
    draw();
    // What was sealed is no longer what stands here.
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };

  // ---- Drawn anew ------------------------------------------------------------------------------

  /** @param {ArrayBuffer | Uint8Array} file @param {Covers} covers */
  const redraw = async (file, covers) => {
    if (!(await module.load())) return { type: "refused", reason: "module" };
    const { boxes, blur } = covers;
    const reply = await module.ask({ file, covers: boxes.flat(), blur });
    // A module that broke is started anew for the next one.
    if (reply.type === "failed") module.dismiss();
    return reply;
  };
  /** What a file is called, without letters that turn or hide others. @param {File} file */
  const called = ({ name }) => [...name.replace(/\p{C}/gu, "")].slice(-60).join("");
  /** A file as it will be sent, or what is wrong with it. @param {File} file
   * @returns {Promise<Chosen | string>} */
  const take = async (file) => {
    const covers = { boxes: [], blur: false };
    const [name, { size }] = [called(file), file];
    if (!size) return "empty";
    if (size > Number(dataset.most)) return "room";
    /** @type {ArrayBuffer} */
    let bytes;
    try {
      bytes = await file.slice(0, size > LONGEST ? HEAD : size).arrayBuffer();
    } catch {
      return "gone";
    }
    const { picture, first, reason = "unreadable" } = await redraw(bytes, covers);
    if (picture) return { name, clean: picture, first, covers };
    if (reason === "other") return { name, file, covers };
    return size > LONGEST && reason === "unreadable" ? "too-large" : reason;
  };
  /** @param {File[]} files */
  const add = async (files) => {
    const ours = round;
    const lines = [];
    complain([]);
    for (const file of files) {
      if (chosen.length >= Number(dataset.count)) {
        lines.push(say("files-error-many"));
        break;
      }
      const name = called(file);
      tell(say("files-working", name));
      const taken = await take(file);
      if (ours !== round) return;
      if (typeof taken === "string") {
        lines.push(say(`files-error-${taken}`, name));
        tell("");
      } else if (chosen.reduce((sum, one) => sum + sent(one).size, sent(taken).size) > Number(dataset.most)) {
        lines.push(say("files-error-room", name));
        tell("");
      } else {
        chosen.push(taken);
        tell(say("files-added", name));
        changed();
      }
    }
    // Its memory with it: that of a large picture is large.
    module.dismiss();
    complain(lines);
  };
  input.addEventListener("change", () => {
    const files = [...(input.files || [])];
    input.value = "";
    adding = adding.then(() => add(files));
  });

  // ---- What is shown ---------------------------------------------------------------------------

  /** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {object} properties
   * @param {(Node | string)[]} inside */
  const make = (tag, properties, ...inside) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...inside);
    return made;
  };
  /** @param {number} bytes */
  const size = (bytes) => {
    const [value, unit] = bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
    const style = { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 };
    return value.toLocaleString(document.documentElement.lang, /** @type {object} */ (style));
  };
  /** @param {string} key @param {Chosen} one @param {() => void} act */
  const button = (key, one, act) => {
    const name = make("span", { className: "only-read" }, make("bdi", { textContent: one.name }));
    const made = make("button", { type: "button", className: "link" }, say(key), " ", name);
    made.addEventListener("click", act);
    return made;
  };
  /** @param {Chosen} one */
  const hide = (one) => {
    if (one.url) URL.revokeObjectURL(one.url);
    delete one.url;
  };
  /** @param {Chosen} one */
  const row = (one) => {
    hide(one);
    const said = make("p", {}, make("bdi", { textContent: one.name }), ` (${size(sent(one).size)})`);
    said.dataset.given = "";
    const text = make("div", {}, said);
    const item = make("li", {}, text);
    if (one.file) {
      text.append(make("p", { className: "hint as-is", textContent: say("files-as-is") }));
    } else {
      one.url = URL.createObjectURL(sent(one));
      item.prepend(make("img", { src: one.url, alt: say("files-preview", one.name) }));
      text.append(make("p", { className: "hint", textContent: say("files-clean") }));
      if (one.first) text.append(make("p", { className: "hint", textContent: say("files-first") }));
      text.append(button("files-cover", one, () => coverParts(one)));
    }
    text.append(button("files-remove", one, () => remove(one)));
    return item;
  };
  const draw = () => list.replaceChildren(...chosen.map(row));

  // ---- Covered and taken out -------------------------------------------------------------------

  /** @param {Chosen} one @param {Uint8Array} clean @param {Covers} covers */
  const paint = async (one, clean, covers) => {
    if (!chosen.includes(one)) return;
    tell(say("files-working", one.name));
    const { picture, reason = "unreadable" } = await redraw(clean, covers);
    module.dismiss();
    // Taken out meanwhile.
    if (!chosen.includes(one)) return;
    if (!picture) {
      tell("");
      return complain([say(`files-error-${reason}`, one.name)]);
    }
    one.covered?.fill(0);
    one.covered = covers.boxes.length ? picture : undefined;
    one.covers = covers;
    tell(say("files-covered", one.name));
    changed();
  };
  /** @param {Chosen} one */
  const coverParts = async (one) => {
    const ours = round;
    const { clean } = one;
    if (!clean) return;
    const url = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (clean)], { type: "image/jpeg" }));
    const covers = await cover.open(url, one.covers);
    URL.revokeObjectURL(url);
    // One after the other: they share a worker.
    if (covers) adding = adding.then(() => paint(one, clean, covers));
    await adding;
    if (ours !== round) return;
    list.children[chosen.indexOf(one)]?.querySelector("button")?.focus();
  };
  /** @param {Chosen} one */
  const remove = (one) => {
    cover.close();
    empty(one);
    chosen = chosen.filter((other) => other !== one);
    tell(say("files-removed", one.name));
    complain([]);
    changed();
    input.focus();
  };
  /** @param {Chosen} one */
  const empty = (one) => {
    hide(one);
    one.clean?.fill(0);
    one.covered?.fill(0);
    delete one.file;
  };
  // Nothing stays: not in the list, not in memory, not in the worker's.
  const forget = () => {
    round += 1;
    cover.close();
    chosen.forEach(empty);
    chosen = [];
    version += 1;
    draw();
    tell("");
    complain([]);
    module.dismiss();
  };
  input.form.addEventListener("reset", forget);
  document.addEventListener("leaving", forget);
  addEventListener("pagehide", forget);
  document.addEventListener("reworded", () => {
    cover.close();
    complain([]);
    tell("");
    draw();
  });

  const lent = {
    say,
    /** Says which files cannot be read any more. */
    explain: async () => {
      const lines = [];
      for (const { file, name } of chosen)
        try {
          await file?.slice(0, 1).arrayBuffer();
        } catch {
          lines.push(say("files-error-gone", name));
        }
      complain(lines);
    },
    /** Which choice of files this is. */
    version: () => version,
    /** What is sent, each by its kind, once nothing is being drawn any more. */
    all: async () => {
      await adding;
      return chosen.map((one) => ({ kind: one.file ? OTHER : JPEG, file: sent(one) }));
    },
  };
  Object.assign(globalThis, { ginnelFiles: lent });
  document.documentElement.classList.add("files");
})();
/** @typedef {{say: (key: string, value?: string) => string, version: () => number, explain: () => Promise<void>,
 *   all: () => Promise<{kind: number, file: Blob}[]>}} Files */
