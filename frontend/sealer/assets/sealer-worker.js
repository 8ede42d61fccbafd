// @ts-check
// The sealer's worker: loads the WebAssembly module and answers the page. The page starts it from one
// text, the module's glue and then this, both checked against the hashes in its document; the module
// is checked here. It asks nothing else of the network and dies with its memory when the page ends it.

/** @typedef {{check(pairs: string[]): string[],
 *   seal(pairs: string[], lang: string, directory: string, authorities: string, inst: string,
 *     now: number): Uint8Array}} Sealer */
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

/** @param {any} ask */
async function answer(ask) {
  if (ask.type === "load") {
    sealer = load(ask.wasm, ask.integrity);
    await sealer;
    return { type: "ready" };
  }
  if (!sealer) throw new Error("not loaded");
  const module = await sealer;
  const pairs = flat(ask.pairs);
  if (ask.type === "check") return { type: "checked", problems: problems(module.check(pairs)) };
  const broken = problems(module.check(pairs));
  if (broken.length) return { type: "refused", reason: "problems", problems: broken };
  try {
    const authorities = ask.authorities.join("\n");
    const frames = module.seal(pairs, ask.lang, ask.directory, authorities, ask.inst, ask.now);
    return { type: "sealed", frames: frames.buffer };
  } catch (reason) {
    return { type: "refused", reason: reason === "clock" ? "clock" : "directory" };
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
