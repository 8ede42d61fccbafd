// @ts-check
// The opener's worker: hands texts to and fro between the page and the WebAssembly module. It holds the
// session; whoever ends it ends the session's memory. The page starts it from one text, the module's
// glue and then this, both checked against the hashes in its document; the module is checked here.
// Questions and answers are JSON text that only Rust reads (domain::console): its numbers are too large
// for JSON.parse.
//
//   in   {type:"load", wasm, integrity, setup, seen}
//                                           setup: a domain::console::Setup as JSON text
//                                           seen: what this worker's forerunner said was seen, or ""
//   out  {type:"ready"} or {type:"failed"}
//   in   {type:"ask", request}              request: a domain::console::Request as JSON text
//   out  {type:"seen", seen}                first, if newer public notes were seen than ever before
//   out  {type:"answer", response}          response: a domain::console::Response as JSON text;
//                                           progress first, if there is any
//   in   {type:"file", id, tip, number}     a file of the tip whose files were opened last
//   out  {type:"file", id, bytes}           a Uint8Array of its own, or nothing

/** @typedef {{handle(request: string, progress: (response: string) => void): Promise<string>,
 *   file(tip: string, number: number): Uint8Array | undefined, seen(): string}} Opener */
/** @typedef {((options: {module_or_path: Response}) => Promise<unknown>)
 *   & {Opener: new (setup: string, seen: string) => Opener}} Glue */

const scope = /** @type {any} */ (self);

/** @type {Opener | undefined} */
let opener;

/** What was last said to be seen. */
let said = "";

/** One question after another: each waits for the one before. */
let turn = Promise.resolve();

/** @param {string} response */
const say = (response) => scope.postMessage({ type: "answer", response });

/**
 * What the module asks of this browser's own X25519, which is faster than its own. A browser without
 * one refuses the key.
 */
scope.ginnel = {
  /** @param {Uint8Array<ArrayBuffer>} pkcs8 */
  lendX25519: (pkcs8) => crypto.subtle.importKey("pkcs8", pkcs8, "X25519", false, ["deriveBits"]),

  /** @param {CryptoKey} key @param {Uint8Array<ArrayBuffer>} shares 32 bytes each */
  async agreeX25519(key, shares) {
    const secrets = new Uint8Array(shares.length);
    /** @param {number} at */
    const agree = async (at) => {
      const share = shares.subarray(at, at + 32);
      const known = await crypto.subtle.importKey("raw", share, "X25519", true, []);
      const bits = await crypto.subtle.deriveBits({ name: "X25519", public: known }, key, 256);
      const secret = new Uint8Array(bits);
      secrets.set(secret, at);
      secret.fill(0);
    };
    const places = Array.from({ length: shares.length / 32 }, (_, place) => place * 32);
    await Promise.allSettled(places.map(agree));
    return secrets;
  },
};

/** @param {{wasm: string, integrity: string, setup: string, seen: string}} page */
async function load({ wasm, integrity, setup, seen }) {
  const module = /** @type {Glue} */ (scope.wasm_bindgen);
  const file = await fetch(wasm, { integrity, credentials: "omit" });
  if (!file.ok) throw new Error("refused");
  await module({ module_or_path: file });
  opener = new module.Opener(setup, seen);
  said = opener.seen();
}

/** @param {Opener} opener @param {string} request */
async function answer(opener, request) {
  const response = await opener.handle(request, say);
  const seen = opener.seen();
  if (seen !== said) scope.postMessage({ type: "seen", seen });
  said = seen;
  say(response);
}

/** @param {Opener} opener @param {{id: number, tip: string, number: number}} asked */
function give(opener, { id, tip, number }) {
  const bytes = opener.file(tip, number);
  scope.postMessage({ type: "file", id, bytes }, bytes ? [bytes.buffer] : []);
}

/** @param {any} message */
async function take(message) {
  try {
    if (message.type === "load") {
      await load(message);
      scope.postMessage({ type: "ready" });
    } else if (opener && message.type === "file") {
      give(opener, message);
    } else if (opener) {
      await answer(opener, message.request);
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
