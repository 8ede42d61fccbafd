// Starts workers as the console's own page does (frontend/console/assets/boot.js), signs in, fetches
// once, and then opens what was fetched again and again, all workers at the same time. Answers each
// worker's words of progress, one list a pass: [frames opened in one question, millisecond].
const [{ setup, signIns, fetching, passes }] = arguments;

// In front of the worker's own text: what was fetched once comes from memory.
const prelude = `
  const { fetch: ask } = self;
  const kept = [];
  let next = -1;
  self.fetch = async (what, init) => {
    const url = typeof what === "string" ? what : what.url;
    if (!url.endsWith("/api/intake/fetch")) return ask(what, init);
    if (next < 0) {
      const response = await ask(what, init);
      kept.push({ body: await response.arrayBuffer(), headers: [...response.headers] });
    }
    const { body, headers } = kept[next < 0 ? kept.length - 1 : next++ % kept.length];
    return new Response(body.slice(0), { headers });
  };
  self.addEventListener("message", (event) => {
    if (event.data.type !== "again") return;
    event.stopImmediatePropagation();
    next = 0;
  });
`;

const pin = (name) => {
  const { assets, integrity } = document.body.dataset;
  const url = new URL(JSON.parse(assets)[name], document.baseURI).href;
  return { url, integrity: JSON.parse(integrity)[name] };
};

const pinnedText = async (name) => {
  const { url, integrity } = pin(name);
  const file = await fetch(url, { integrity, credentials: "omit" });
  return file.text();
};

const start = async () => {
  const texts = await Promise.all(["opener.js", "opener-worker.js"].map(pinnedText));
  const blob = new Blob([prelude, ...texts], { type: "text/javascript" });
  const worker = new Worker(URL.createObjectURL(blob));
  const { url: wasm, integrity } = pin("opener.wasm");
  await new Promise((ready, failed) => {
    worker.onerror = (error) => failed(new Error(error.message));
    worker.onmessage = ({ data }) => {
      if (data.type === "ready") ready();
      else if (data.type === "failed") failed(new Error("the module did not load"));
    };
    worker.postMessage({ type: "load", wasm, integrity, setup, seen: "" });
  });
  return worker;
};

const ask = (worker, request) =>
  new Promise((done, failed) => {
    const words = [];
    worker.onmessage = ({ data }) => {
      const at = performance.now();
      const response = data.response ?? "";
      // That is for the page to keep.
      if (data.type === "seen") return;
      if (data.type !== "answer" || response.includes('"answer":"failed"')) {
        failed(new Error(`no answer: ${response.slice(0, 200)}`));
      } else if (response.length < 200 && response.includes('"answer":"progress"')) {
        words.push([JSON.parse(response).answer.with.opened, at]);
      } else {
        done(words);
      }
    };
    worker.postMessage({ type: "ask", request });
  });

const pass = async (worker) => {
  const words = [];
  for (const request of fetching) words.push(...(await ask(worker, request)));
  return words;
};

const prepared = async (signIn) => {
  const worker = await start();
  await ask(worker, signIn);
  await pass(worker);
  worker.postMessage({ type: "again" });
  return worker;
};

const run = async (worker) => {
  const all = [];
  for (let done = 0; done < passes; done += 1) all.push(await pass(worker));
  worker.terminate();
  return all;
};

return Promise.all(signIns.map(prepared)).then((workers) => Promise.all(workers.map(run)));
