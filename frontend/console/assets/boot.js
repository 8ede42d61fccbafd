// @ts-check
// Starts the console: loads the WebAssembly module named in the page and lets it draw.
// The page's body says where everything lies (data-assets: logical name → address).

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
    "A part of this page did not arrive, or this browser does not run WebAssembly. " +
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
  /** @type {Record<string, string>} */
  const assets = JSON.parse(document.body.dataset.assets ?? "{}");
  showMark(assets["mark.svg"]);
  const glue = await import(new URL(assets["console.js"] ?? "", document.baseURI).href);
  await glue.default({ module_or_path: assets["console.wasm"] });
} catch {
  sayItFailed();
}
