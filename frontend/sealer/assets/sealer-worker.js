// @ts-check
// The sealer's worker: loads the WebAssembly module and answers the page. The page starts it from one
// text, the module's glue and then this, both checked against the hashes in its document; the module
// is checked here. It asks nothing else of the network and dies with its memory when the page ends it.

/** @typedef {{check(pairs: string[]): string[], draw_phrase(): string[], tokens(): Uint8Array,
 *   keep_phrase(typed: string, inst: string): void,
 *   read_mailbox(answer: Uint8Array, directory: string, authorities: string, inst: string,
 *     now: number): string[],
 *   seal(pairs: string[], lang: string, directory: string, authorities: string, inst: string,
 *     now: number, blob: string): Uint8Array,
 *   begin_bundle(kinds: Uint8Array, lengths: Uint32Array): number,
 *   push_bundle(bytes: Uint8Array): Uint8Array, end_bundle(): Uint8Array}} Sealer */
/** @typedef {((options: {module_or_path: Response}) => Promise<unknown>) & Sealer} Glue */

const worker = /** @type {any} */ (self);

/** @type {Promise<Glue> | undefined} */
let sealer;
/** The phrase the module keeps. */
let kept = "";

/** @param {string} wasm @param {string} integrity @returns {Promise<Glue>} */
async function load(wasm, integrity) {
  const module = /** @type {Glue} */ (worker.wasm_bindgen);
  const file = await fetch(wasm, { integrity, credentials: "omit" });
  if (!file.ok) throw new Error("refused");
  await module({ module_or_path: file });
  return module;
}

/** @param {[string, string][]} pairs */
const flat = (pairs) => pairs.flat();

/** @param {string[]} words `field rule field rule …` */
const problems = (words) => {
  const found = [];
  for (let i = 0; i + 1 < words.length; i += 2) found.push({ field: words[i], rule: words[i + 1] });
  return found;
};

/** Stretches a phrase once. @param {Glue} module @param {any} ask */
function keep(module, ask) {
  if (kept !== ask.phrase) module.keep_phrase(ask.phrase, ask.inst);
  kept = ask.phrase;
}

/** @param {Glue} module @param {any} ask */
function read(module, ask) {
  const authorities = ask.authorities.join("\n");
  try {
    const frames = new Uint8Array(ask.answer);
    const [doubtful, ...words] = module.read_mailbox(frames, ask.directory, authorities, ask.inst, ask.now);
    const replies = [];
    for (let i = 0; i + 3 < words.length; i += 4) {
      const [token, day, lang, text] = words.slice(i, i + 4);
      replies.push({ token, day, lang, text });
    }
    return { type: "read", doubtful: Number(doubtful), replies };
  } catch (reason) {
    return { type: "refused", reason: String(reason) };
  }
}

const PIECE = 1048576;

/** Seals files piece by piece. @param {Glue} module @param {{kind: number, file: Blob}[]} files
 * @returns {Promise<any>} */
async function bundle(module, files) {
  /** @type {Uint8Array[]} */
  const pieces = [];
  try {
    const kinds = Uint8Array.from(files, ({ kind }) => kind);
    const bucket = module.begin_bundle(kinds, Uint32Array.from(files, ({ file }) => file.size));
    for (const { file } of files)
      for (let at = 0; at < file.size; at += PIECE) {
        const piece = await file.slice(at, at + PIECE).arrayBuffer();
        pieces.push(module.push_bundle(new Uint8Array(piece)));
      }
    pieces.push(module.end_bundle());
    return { type: "bundled", bucket, blob: new Blob(/** @type {BlobPart[]} */ (pieces)) };
  } catch (reason) {
    // A file that cannot be read any more throws no word of ours.
    return { type: "refused", reason: typeof reason === "string" ? reason : "file" };
  }
}

/** @param {any} ask */
async function answer(ask) {
  if (ask.type === "load") {
    sealer = load(ask.wasm, ask.integrity);
    await sealer;
    return { type: "ready" };
  }
  if (!sealer) throw new Error("not loaded");
  const module = await sealer;
  if (ask.type === "draw") return { type: "drawn", ways: module.draw_phrase() };
  if (ask.phrase) {
    try {
      keep(module, ask);
    } catch (reason) {
      return { type: "refused", reason: String(reason) };
    }
  }
  if (ask.type === "keep") return { type: "kept", tokens: module.tokens() };
  if (ask.type === "read") return read(module, ask);
  if (ask.type === "bundle") return bundle(module, ask.files);
  const pairs = flat(ask.pairs);
  if (ask.type === "check") return { type: "checked", problems: problems(module.check(pairs)) };
  const broken = problems(module.check(pairs));
  if (broken.length) return { type: "refused", reason: "problems", problems: broken };
  try {
    const authorities = ask.authorities.join("\n");
    const { lang, directory, inst, now, blob = "" } = ask;
    const frames = module.seal(pairs, lang, directory, authorities, inst, now, blob);
    return { type: "sealed", frames: frames.buffer };
  } catch (reason) {
    return { type: "refused", reason: String(reason) };
  }
}

worker.onmessage = async (/** @type {MessageEvent} */ event) => {
  const { id } = event.data;
  try {
    const reply = await answer(event.data);
    worker.postMessage({ id, ...reply }, reply.frames ? [reply.frames] : []);
  } catch {
    worker.postMessage({ id, type: "failed" });
  }
};
