// @ts-check
// The opener's worker: loads the WebAssembly module and hands texts to and fro. It holds the session;
// whoever ends it ends the session's memory. Questions and answers are JSON text that only Rust reads
// (domain::console): its numbers are too large for JSON.parse.
//
//   in   {type:"load", glue, wasm, setup}   setup: a domain::console::Setup as JSON text
//   out  {type:"ready"} or {type:"failed"}
//   in   {type:"ask", request}              request: a domain::console::Request as JSON text
//   out  {type:"answer", response}          response: a domain::console::Response as JSON text;
//                                           progress first, if there is any

/** @typedef {{handle(request: string, progress: (response: string) => void): Promise<string>}} Opener */
/** @typedef {((options: {module_or_path: string}) => Promise<unknown>)
 *   & {Opener: new (setup: string) => Opener}} Glue */

const scope = /** @type {any} */ (self);

/** @type {Opener | undefined} */
let opener;

/** One question after another: each waits for the one before. */
let turn = Promise.resolve();

/** @param {string} response */
const say = (response) => scope.postMessage({ type: "answer", response });

/** @param {{glue: string, wasm: string, setup: string}} urls */
async function load({ glue, wasm, setup }) {
  scope.importScripts(glue);
  const module = /** @type {Glue} */ (scope.wasm_bindgen);
  await module({ module_or_path: wasm });
  opener = new module.Opener(setup);
}

/** @param {any} message */
async function take(message) {
  try {
    if (message.type === "load") {
      await load(message);
      scope.postMessage({ type: "ready" });
    } else if (opener) {
      say(await opener.handle(message.request, say));
    }
  } catch {
    scope.postMessage({ type: "failed" });
  }
}

// A panic in the module leaves its promise open for ever and comes out here: nothing more is to be
// expected of this worker.
scope.onerror = () => {
  scope.postMessage({ type: "failed" });
};

scope.onmessage = (/** @type {MessageEvent} */ event) => {
  turn = turn.then(() => take(event.data));
};
