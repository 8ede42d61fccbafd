// @ts-check
// The places' worker: starts the WebAssembly module and looks up what the page asks about. The page
// starts it from one text, the module's glue and then this, both checked against the hashes in its
// document; the module is checked here. It asks nothing else of the network.
(() => {
  /** @typedef {(options: {module_or_path: Response}) => Promise<unknown>} Start */
  /** @typedef {{wasm_bindgen: Start & {look_up(text: string): string}}} Scope */
  const here = /** @type {Worker & Scope} */ (/** @type {unknown} */ (self));
  const places = here.wasm_bindgen;

  here.onmessage = async ({ data: { id, wasm, integrity, text } }) => {
    /** @type {object} */
    let reply = { type: "failed" };
    try {
      if (wasm) await places({ module_or_path: await fetch(wasm, { integrity, credentials: "omit" }) });
      reply = wasm ? { type: "ready" } : { type: "found", found: JSON.parse(places.look_up(text)) };
    } catch {
      // Said by the type.
    }
    here.postMessage({ id, ...reply });
  };
})();
