// @ts-check
// The worker of a module that looks at what is typed: starts it and answers the page. The page starts
// it from one text, the module's glue and then this, both checked against the hashes in its document; the
// module is checked here. It asks nothing else of the network.
(() => {
  /** @typedef {(options: {module_or_path: Response}) => Promise<unknown>} Start */
  /** @typedef {{wasm_bindgen: Start & {look_up(text: string, lang: string): string | string[]}}} Scope */
  const here = /** @type {Worker & Scope} */ (/** @type {unknown} */ (self));
  const module = here.wasm_bindgen;

  here.onmessage = async ({ data: { id, wasm, integrity, text, lang } }) => {
    /** @type {object} */
    let reply = { type: "failed" };
    try {
      if (wasm) await module({ module_or_path: await fetch(wasm, { integrity, credentials: "omit" }) });
      reply = wasm ? { type: "ready" } : { type: "found", found: module.look_up(text, lang) };
    } catch {
      // Said by the type.
    }
    here.postMessage({ id, ...reply });
  };
})();
