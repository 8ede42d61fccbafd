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
 * @property {boolean} [bare] Whether parts are to be covered that are not yet: then it is not sent.
 * @property {boolean} [failed] Whether covering them failed.
 * @property {Uint8Array} [shown] What its preview is of.
 * @property {string} [url] Where that is.
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
  const marks = document.documentElement.classList;
  // What nothing would send is not asked for; nor is anything twice, should scripts have come again.
  if (!words || !input?.form || !starter || !ginnelCoverer || !ginnelUploader || document.body.hidden) return;
  if (marks.contains("files")) return;
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
    wrongs += lines.length;
    wrong.textContent = lines.join(" ");
    wrong.hidden = !lines.length;
  };
  const module = starter(dataset);
  const cover = ginnelCoverer(say);

  /** @type {Chosen[]} */
  let chosen = [];
  /** The one whose parts were covered last. @type {Chosen | undefined} */
  let covering;
  /** What is still under way when somebody leaves belongs to no round any more. */
  let round = 0;
  let version = 0;
  /** How often something was wrong. */
  let wrongs = 0;
  /** Everything that is being drawn, one after the other: they share a worker. */
  let adding = Promise.resolve();

  /** A picture as it is sent. @param {Chosen} one */
  const picture = ({ clean, covered }) => /** @type {Uint8Array} */ (covered || clean);
  /** @param {Chosen} one */
  const bytes = (one) => (one.file ? one.file.size : picture(one).length);
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
    // What is drawn anew once is not needed any more; what is covered is.
    const handed = file instanceof ArrayBuffer ? [file] : [];
    const reply = await module.ask({ file, covers: boxes.flat(), blur }, handed);
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
    let whole;
    try {
      whole = await file.slice(0, size > LONGEST ? HEAD : size).arrayBuffer();
    } catch {
      return "gone";
    }
    const { picture, first, reason = "unreadable" } = await redraw(whole, covers);
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
      } else if (chosen.reduce((sum, one) => sum + bytes(one), bytes(taken)) > Number(dataset.most)) {
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
  /** @param {Chosen} one */
  const size = (one) => {
    const all = bytes(one);
    const [value, unit] = all < 1e6 ? [all / 1e3, "kilobyte"] : [all / 1e6, "megabyte"];
    const style = { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 };
    return value.toLocaleString(document.documentElement.lang, /** @type {object} */ (style));
  };
  /** @param {string} key @param {Chosen} one @param {() => void} act */
  const button = (key, one, act) => {
    const name = make("bdi", { className: "only-read", textContent: one.name });
    const made = make("button", { type: "button", className: "link" }, say(key), " ", name);
    made.addEventListener("click", act);
    return made;
  };
  /** @param {Uint8Array} jpeg */
  const address = (jpeg) =>
    URL.createObjectURL(new Blob([/** @type {BlobPart} */ (jpeg)], { type: "image/jpeg" }));
  /** @param {Chosen} one */
  const hide = (one) => {
    if (one.url) URL.revokeObjectURL(one.url);
    delete one.url;
    delete one.shown;
  };
  /** Where its preview is: a browser keeps a copy of what has an address, so it has one, and a new one only
   * when it changed. @param {Chosen} one */
  const preview = (one) => {
    if (one.shown !== picture(one)) {
      hide(one);
      one.shown = picture(one);
      one.url = address(one.shown);
    }
    return one.url || "";
  };
  /** @param {Chosen} one */
  const row = (one) => {
    const count = one.covered && !one.bare ? one.covers.boxes.length : 0;
    const parts = count ? ` – ${say("files-parts", count.toLocaleString(document.documentElement.lang))}` : "";
    const said = make("p", {}, make("bdi", { textContent: one.name }), ` (${size(one)})${parts}`);
    said.dataset.given = "";
    const text = make("div", {}, said);
    const item = make("li", {}, text);
    if (one.file) {
      text.append(make("p", { className: "hint as-is", textContent: say("files-as-is") }));
    } else {
      item.prepend(make("img", { src: preview(one), alt: say("files-preview", one.name) }));
      if (one.failed) text.append(make("p", { className: "hint as-is", textContent: say("files-bare") }));
      text.append(make("p", { className: "hint", textContent: say("files-clean") }));
      if (one.first) text.append(make("p", { className: "hint", textContent: say("files-first") }));
      text.append(button("files-cover", one, () => coverParts(one)));
    }
    text.append(button("files-remove", one, () => remove(one)));
    return item;
  };
  const draw = () => list.replaceChildren(...chosen.map(row));

  // ---- Covered and taken out -------------------------------------------------------------------

  /** @param {Chosen} one @param {Uint8Array} clean */
  const paint = async (one, clean) => {
    const { covers } = one;
    const asked = covers.boxes.length > 0;
    /** @type {Uint8Array | undefined} */
    let covered;
    if (asked && chosen.includes(one)) {
      tell(say("files-working", one.name));
      covered = (await redraw(clean, covers)).picture;
      module.dismiss();
    }
    // Taken out meanwhile.
    if (!chosen.includes(one)) return;
    one.failed = asked && !covered;
    // Other parts may have been asked for meanwhile.
    one.bare = one.failed || covers !== one.covers;
    one.covered?.fill(0);
    one.covered = covered;
    tell(covered ? say("files-covered", one.name) : "");
    complain(one.failed ? [say("files-error-cover", one.name)] : []);
    changed();
  };
  /** From now on it is not sent but with these parts covered. @param {Chosen} one @param {Uint8Array} clean
   * @param {Covers} covers */
  const ask = (one, clean, covers) => {
    if (!one.bare && JSON.stringify(covers) === JSON.stringify(one.covers)) return;
    one.covers = covers;
    one.bare = covers.boxes.length > 0;
    one.failed = false;
    changed();
    adding = adding.then(() => paint(one, clean));
  };
  /** @param {Chosen} one */
  const coverParts = (one) => {
    const ours = round;
    const { clean } = one;
    if (!clean) return;
    cover.close();
    // What is drawn over is the bare picture.
    const shown = preview(one);
    const url = one.covered ? address(clean) : shown;
    cover.open(url, one.covers, async (covers, byHand) => {
      if (url !== shown) URL.revokeObjectURL(url);
      if (covers) ask(one, clean, covers);
      await adding;
      if (byHand && ours === round) list.children[chosen.indexOf(one)]?.querySelector("button")?.focus();
    });
    covering = one;
  };
  /** @param {Chosen} one */
  const remove = (one) => {
    cover.close(covering !== one);
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
    cover.close(false);
    chosen.forEach(empty);
    chosen = [];
    covering = undefined;
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
    complain([]);
    tell("");
    draw();
  });

  /** Closes what covers; once everything is drawn, whether nothing was wrong with it. */
  const ready = async () => {
    const before = wrongs;
    cover.close();
    await adding;
    const well = wrongs === before;
    if (!well) wrong.scrollIntoView({ block: "center" });
    return well;
  };
  const lent = {
    say,
    ready,
    /** As if nothing had been chosen. */
    drop: () => {
      forget();
      changed();
    },
    /** Says which files cannot be read any more, and which were to be covered and are not. */
    explain: async () => {
      const lines = [];
      for (const { file, name, bare } of chosen)
        try {
          if (bare) lines.push(say("files-error-cover", name));
          await file?.slice(0, 1).arrayBuffer();
        } catch {
          lines.push(say("files-error-gone", name));
        }
      complain(lines);
    },
    /** Which choice of files this is. */
    version: () => version,
    /** Whether one was to be covered and is not: nothing is sent then. */
    isBare: () => chosen.some(({ bare }) => bare),
    /** How many are sent, once nothing is being drawn any more. */
    count: async () => {
      await ready();
      return chosen.length;
    },
    /** What is sent, each by its kind; of pictures a copy, to be handed to the worker that seals them. */
    all: () =>
      chosen.map((one) => (one.file ? { kind: OTHER, file: one.file } : { kind: JPEG, bytes: picture(one).slice() })),
  };
  Object.assign(globalThis, { ginnelFiles: lent });
  marks.add("files");
})();
/** @typedef {{kind: number, file?: File, bytes?: Uint8Array}} Given */
/** @typedef {{say: (key: string, value?: string) => string, version: () => number, explain: () => Promise<void>,
 *   ready: () => Promise<boolean>, drop: () => void, isBare: () => boolean, count: () => Promise<number>,
 *   all: () => Given[]}} Files */
