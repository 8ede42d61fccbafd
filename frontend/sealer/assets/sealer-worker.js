// @ts-check
// The sealer's worker: loads the WebAssembly module and answers the page. The page starts it from one
// text, the module's glue and then this, both checked against the hashes in its document; the module
// is checked here. It asks nothing else of the network and dies with its memory when the page ends it.

/** @typedef {{check(pairs: string[]): string[], come_back(said: Uint8Array): void,
 *   prepare(pairs: string[], lang: string, directory: string, authorities: string, inst: string,
 *     now: number, blob: string): number,
 *   message(number: number): Uint8Array, seal(signatures: Uint8Array): Uint8Array,
 *   begin_bundle(kinds: Uint8Array, lengths: Uint32Array): number,
 *   push_bundle(bytes: Uint8Array): Uint8Array, end_bundle(): Uint8Array}} Sealer */
/** @typedef {((options: {module_or_path: Response}) => Promise<unknown>) & Sealer} Glue */

const worker = /** @type {any} */ (self);

/** @type {Promise<Glue> | undefined} */
let sealer;

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

const NONE = new Uint8Array();

/** Makes a tip of the form; seals it, or gives what the phrase has to sign before. @param {Glue} module
 * @param {any} ask */
function seal(module, ask) {
  const { pairs, said = NONE, lang, directory, authorities, inst, now, blob = "" } = ask;
  module.come_back(said);
  const count = module.prepare(flat(pairs), lang, directory, authorities.join("\n"), inst, now, blob);
  if (!count) return sealed(module, NONE);
  return { type: "unsigned", messages: Array.from({ length: count }, (_, number) => module.message(number)) };
}

/** @param {Glue} module @param {Uint8Array} signed */
const sealed = (module, signed) => ({ type: "sealed", frames: module.seal(signed).buffer });

const PIECE = 1048576;

/** @typedef {{kind: number, file?: File, bytes?: Uint8Array}} Given */

/** Some of a file; what the page handed over is here already. @param {Given} given @param {number} at */
const piece = async ({ file, bytes }, at) =>
  bytes?.subarray(at, at + PIECE) || new Uint8Array(await /** @type {File} */ (file).slice(at, at + PIECE).arrayBuffer());

/** Seals files piece by piece. @param {Glue} module @param {Given[]} files
 * @returns {Promise<any>} */
async function bundle(module, files) {
  /** @type {Uint8Array[]} */
  const pieces = [];
  try {
    const kinds = Uint8Array.from(files, ({ kind }) => kind);
    const lengths = files.map(({ file, bytes }) => file?.size || bytes?.length || 0);
    const bucket = module.begin_bundle(kinds, Uint32Array.from(lengths));
    for (const [number, length] of lengths.entries())
      for (let at = 0; at < length; at += PIECE) pieces.push(module.push_bundle(await piece(files[number], at)));
    pieces.push(module.end_bundle());
    return { type: "bundled", bucket, blob: new Blob(/** @type {BlobPart[]} */ (pieces)) };
  } catch (reason) {
    // A file that cannot be read any more throws no word of ours.
    return { type: "refused", reason: typeof reason === "string" ? reason : "file" };
  } finally {
    for (const { bytes } of files) bytes?.fill(0);
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
  if (ask.type === "bundle") return bundle(module, ask.files);
  try {
    if (ask.type === "signed") return sealed(module, ask.signed);
    const found = problems(module.check(flat(ask.pairs)));
    if (ask.type === "check") return { type: "checked", problems: found };
    if (found.length) return { type: "refused", reason: "problems", problems: found };
    return seal(module, ask);
  } catch (reason) {
    return { type: "refused", reason: String(reason) };
  }
}

worker.onmessage = async (/** @type {MessageEvent} */ event) => {
  const { id } = event.data;
  try {
    const reply = await answer(event.data);
    const { frames, messages = [] } = /** @type {any} */ (reply);
    const handed = messages.map((/** @type {Uint8Array} */ message) => message.buffer);
    worker.postMessage({ id, ...reply }, frames ? [frames] : handed);
  } catch {
    worker.postMessage({ id, type: "failed" });
  }
};
