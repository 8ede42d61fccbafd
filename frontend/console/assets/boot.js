// @ts-check
// Starts the console, and the opener's worker for it. The page's body says where everything lies and
// what its hash is (data-assets, data-integrity: logical name → address, hash); nothing runs that is
// not what the page's own hash pins.

/** @type {Record<string, string>} */
let assets = {};
/** @type {Record<string, string>} */
let hashes = {};

/** Where a file lies, and its hash: without one nothing would be checked. @param {string} name */
function pin(name) {
  const [address, integrity] = [assets[name], hashes[name]];
  if (!address || !integrity) throw new Error(name);
  return { url: new URL(address, document.baseURI).href, integrity };
}

/** @param {string} name @returns {Promise<Response>} */
async function pinned(name) {
  const { url, integrity } = pin(name);
  const file = await fetch(url, { integrity, credentials: "omit" });
  if (!file.ok) throw new Error(name);
  return file;
}

/** @param {string} name */
const pinnedText = async (name) => (await pinned(name)).text();

/** `import` cannot check, a script element can: once one has loaded a module, importing it gives that
 * very module. @param {string} name @returns {Promise<any>} */
async function pinnedModule(name) {
  const { url, integrity } = pin(name);
  const script = Object.assign(document.createElement("script"), { type: "module", integrity });
  await new Promise((loaded, failed) => {
    Object.assign(script, { onload: loaded, onerror: failed, src: url });
    document.head.append(script);
  });
  return import(url);
}

// ---- What was seen --------------------------------------------------------------------------

/** The serials of public notes, which sessions to come must not see older ones than. A browser that
 * keeps nothing forgets them. */
const SHELF = `ginnel-seen/${document.body.dataset.inst ?? ""}`;

function seen() {
  try {
    return localStorage.getItem(SHELF) ?? "";
  } catch {
    return "";
  }
}

/** Two tabs may have seen different notes: the newest of each counts.
 * @param {string} text `note serial` in each line */
function remember(text) {
  try {
    /** @type {Map<string, bigint>} */
    const newest = new Map();
    for (const line of `${seen()}\n${text}`.split("\n")) {
      const [note = "", serial = ""] = line.split(" ");
      if (!/^\d+$/.test(serial)) continue;
      if (BigInt(serial) > (newest.get(note) ?? -1n)) newest.set(note, BigInt(serial));
    }
    const lines = [...newest].map(([note, serial]) => `${note} ${serial}\n`);
    localStorage.setItem(SHELF, lines.join(""));
  } catch {
    // Nothing is kept, and the session goes on: it has its own memory.
  }
}

// ---- The opener -----------------------------------------------------------------------------

/** Starts the opener's worker. What it says before "ready", and what it has seen, is heard here; all
 * else is the console's. @param {string} setup @returns {Promise<Worker>} */
async function startOpener(setup) {
  const texts = await Promise.all(["opener.js", "opener-worker.js"].map(pinnedText));
  const url = URL.createObjectURL(new Blob(texts, { type: "text/javascript" }));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  await new Promise((ready, failed) => {
    worker.addEventListener("error", failed, { once: true });
    worker.addEventListener("message", (event) => {
      const { type } = event.data;
      if (type === "seen") remember(event.data.seen);
      else if (type === "ready") ready(undefined);
      else if (type === "failed") failed(undefined);
    });
    const { url: wasm, integrity } = pin("opener.wasm");
    worker.postMessage({ type: "load", wasm, integrity, setup, seen: seen() });
  }).catch((reason) => {
    worker.terminate();
    throw reason;
  });
  return worker;
}

/** What the console asks of this page (frontend/console/src/opener.rs). */
Object.assign(globalThis, { ginnel: { startOpener } });

// ---- The page -------------------------------------------------------------------------------

/** Says in plain words that the console could not start. No inline style, no markup from text. */
function sayItFailed() {
  const box = document.createElement("main");
  box.className = "gate";
  const card = document.createElement("div");
  card.className = "gate-card";
  const title = document.createElement("h1");
  title.textContent = "The console could not start";
  const text = document.createElement("p");
  text.textContent =
    "A part of this page did not arrive or was changed, or this browser does not run WebAssembly. " +
    "Reload the page. If it happens again, tell your administrator. Nothing was sent.";
  card.append(title, text);
  box.append(card);
  document.body.replaceChildren(box);
}

/** @param {string | undefined} mark */
function showMark(mark) {
  if (!mark) return;
  const icon = document.createElement("link");
  icon.rel = "icon";
  icon.href = mark;
  document.head.append(icon);
}

// Whoever leaves by the address bar and comes back by Back finds the sign-in, not an open desk.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

try {
  assets = JSON.parse(document.body.dataset.assets ?? "{}");
  hashes = JSON.parse(document.body.dataset.integrity ?? "{}");
  showMark(assets["mark.svg"]);
  const glue = await pinnedModule("console.js");
  await glue.default({ module_or_path: await pinned("console.wasm") });
} catch {
  sayItFailed();
}
