// @ts-check
// The pictures' worker: starts the WebAssembly module and draws what the page hands over. The page
// starts it from one text, the module's glue and then this, both checked against the hashes in its
// document; the module is checked here. It asks nothing else of the network.
(() => {
  /** @typedef {(options: {module_or_path: Response}) => Promise<unknown>} Start */
  /** @typedef {{redraw(file: Uint8Array, covers: Uint16Array, blur: boolean): Uint8Array}} Module */
  /** @typedef {{wasm_bindgen: Start & Module}} Scope */
  const here = /** @type {Worker & Scope} */ (/** @type {unknown} */ (self));
  const module = here.wasm_bindgen;

  here.onmessage = async ({ data: { id, wasm, integrity, file, covers, blur } }) => {
    /** @type {{type: string, picture?: Uint8Array, first?: boolean, reason?: string}} */
    let reply = { type: "failed" };
    try {
      if (wasm) {
        await module({ module_or_path: await fetch(wasm, { integrity, credentials: "omit" }) });
        reply = { type: "ready" };
      } else {
        const drawn = module.redraw(new Uint8Array(file), new Uint16Array(covers), blur);
        reply = { type: "drawn", first: drawn[0] === 1, picture: drawn.subarray(1) };
      }
    } catch (reason) {
      // A word says why; anything else is a module that broke.
      if (typeof reason === "string") reply = { type: "refused", reason };
    }
    here.postMessage({ id, ...reply }, reply.picture ? [reply.picture.buffer] : []);
  };
})();
