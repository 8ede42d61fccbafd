// @ts-check
// The phrase's worker: draws a phrase, stretches one, signs with it; where replies are read it opens them
// too. The page starts it from one text, the module's glue and then this, both checked against the hashes in
// its document; the module is checked here. It asks nothing else of the network and dies with its memory
// when the page ends it.
(() => {
  /** @typedef {{draw_phrase(): string[], keep_phrase(typed: string, inst: string): void,
   *   said(): Uint8Array, sign(part: Uint8Array): Uint8Array, tokens?(): Uint8Array,
   *   read_mailbox(answer: Uint8Array, directory: string, authorities: string, inst: string,
   *     now: number): string[]}} Module */
  /** @typedef {(options: {module_or_path: Response}) => Promise<unknown>} Start */
  /** @typedef {{wasm_bindgen: Start & Module}} Scope */
  const here = /** @type {Worker & Scope} */ (/** @type {unknown} */ (self));
  const module = here.wasm_bindgen;
  /** The phrase the module keeps. */
  let kept = "";

  /** @param {any} ask */
  const keep = ({ phrase, inst }) => {
    // Stretched once.
    if (kept !== phrase) module.keep_phrase(phrase, inst);
    kept = phrase;
    return { type: "kept", said: module.said(), tokens: module.tokens?.() };
  };
  /** @param {any} ask */
  const sign = ({ phrase, inst, messages }) => {
    keep({ phrase, inst });
    const signed = messages.map((/** @type {Uint8Array} */ part) => Array.from(module.sign(part)));
    for (const part of messages) part.fill(0);
    return { type: "signed", signed: Uint8Array.from(signed.flat()) };
  };
  /** @param {any} ask */
  const read = ({ answer, directory, authorities, inst, now }) => {
    const frames = new Uint8Array(answer);
    const [doubtful, ...words] = module.read_mailbox(frames, directory, authorities.join("\n"), inst, now);
    const replies = [];
    for (let i = 0; i + 3 < words.length; i += 4) {
      const [token, day, lang, text] = words.slice(i, i + 4);
      replies.push({ token, day, lang, text });
    }
    return { type: "read", doubtful: Number(doubtful), replies };
  };
  /** @param {any} ask */
  const answer = async (ask) => {
    if (ask.type === "draw") return { type: "drawn", ways: module.draw_phrase() };
    if (ask.type === "keep") return keep(ask);
    if (ask.type === "sign") return sign(ask);
    if (ask.type === "read") return read(ask);
    const { wasm, integrity } = ask;
    await module({ module_or_path: await fetch(wasm, { integrity, credentials: "omit" }) });
    return { type: "ready" };
  };

  here.onmessage = async ({ data }) => {
    /** @type {object} */
    let reply = { type: "failed" };
    try {
      reply = await answer(data);
    } catch (reason) {
      // A word says why; anything else is a module that broke.
      if (typeof reason === "string") reply = { type: "refused", reason };
    }
    here.postMessage({ id: data.id, ...reply });
  };
})();
