// @ts-check
// Seals by the sealer's worker and sends. Sealed words stay in memory until the server has each of
// them, and are what is sent again. No policy in it: the rules are the sealer's.

/** @typedef {import("./upload.js").Uploader} Uploader */
/** @typedef {{field: string, rule: string}} Problem */
/** @typedef {{type: string, frames?: ArrayBuffer, reason?: string, problems?: Problem[],
 *   ways?: string[], said?: Uint8Array, tokens?: Uint8Array, messages?: Uint8Array[],
 *   signed?: Uint8Array, doubtful?: number, replies?: import("./replies.js").Opened[],
 *   picture?: Uint8Array, first?: boolean, blob?: Blob, bucket?: number,
 *   found?: string | string[]}} Reply */
/**
 * What the wizard lends.
 * @typedef {object} Page
 * @property {() => string} here The id of the step shown.
 * @property {(id: string) => void} draw
 * @property {(problems: Problem[]) => void} goToProblems
 * @property {() => ((what: object) => Promise<Reply>) | undefined} given Asks the worker of the phrase to
 *   come back with, if there is one.
 * @property {() => [string, string][]} pairs
 * @property {(key: string, value?: string) => string} say
 * @property {(node: Element, shown: boolean) => void} show
 * @property {() => void} sent Everything arrived.
 */

/** A module in a worker of its own, where the document says its files are and what they hash to.
 * @param {DOMStringMap} given */
const starter = (given) => {
  /** @type {Worker | undefined} */
  let worker;
  /** @type {Promise<boolean> | undefined} */
  let loaded;
  let ready = false;
  let broken = false;
  let asks = 0;
  let dismissals = 0;
  /** @type {Map<number, (reply: Reply) => void>} */
  const waiting = new Map();

  /** @param {object} what @param {Transferable[]} [handed] What is the worker's from now on.
   * @returns {Promise<Reply>} */
  const ask = (what, handed = []) =>
    new Promise((resolve) => {
      if (!worker) return resolve({ type: "failed" });
      asks += 1;
      waiting.set(asks, resolve);
      worker.postMessage({ id: asks, ...what }, handed);
    });
  const dismiss = () => {
    dismissals += 1;
    worker?.terminate();
    worker = loaded = undefined;
    ready = false;
    for (const resolve of waiting.values()) resolve({ type: "failed" });
    waiting.clear();
  };
  /** A script's text, if it is what the page's own hash pins. @param {string} [url]
   * @param {string} [integrity] */
  const pinned = async (url = "", integrity = "") => {
    const reply = await fetch(url, { integrity, credentials: "omit" });
    if (!reply.ok) throw new Error("refused");
    return reply.text();
  };
  const begin = async () => {
    const before = dismissals;
    try {
      const scripts = await Promise.all([
        pinned(given.glue, given.glueHash),
        pinned(given.worker, given.workerHash),
      ]);
      // Whoever left or wiped meanwhile starts nothing any more.
      if (dismissals !== before) return false;
      const url = URL.createObjectURL(new Blob(scripts, { type: "text/javascript" }));
      worker = new Worker(url);
      URL.revokeObjectURL(url);
      worker.onerror = dismiss;
      worker.onmessage = (event) => {
        waiting.get(event.data.id)?.(event.data);
        waiting.delete(event.data.id);
      };
    } catch {
      // Left as it is: asking answers "failed".
    }
    const wasm = new URL(given.wasm || "", location.href).href;
    const reply = await ask({ type: "load", wasm, integrity: given.wasmHash });
    ready = reply.type === "ready";
    broken = !ready;
    if (broken) dismiss();
    return ready;
  };
  return {
    ask,
    dismiss,
    load: () => (loaded ||= begin()),
    isBroken: () => broken,
    isReady: () => ready,
  };
};
/** @typedef {typeof starter} Starter */

const OCCASIONS = ["input", "click"];
/** Scripts that nobody needs before something was typed, each pinned by the document. */
const later = () => {
  const named = document.getElementById("files-words")?.dataset.later || "[]";
  for (const type of OCCASIONS) document.removeEventListener(type, later);
  for (const [src, integrity] of JSON.parse(named)) {
    const script = Object.assign(document.createElement("script"), { src, integrity, async: false });
    // All of them are tried again with the next letter or press; the last does nothing without the others.
    script.onerror = () => OCCASIONS.forEach((type) => document.addEventListener(type, later));
    document.head.append(script);
  }
};
document.addEventListener("input", later);

/** @param {Page} page */
const sender = (page) => {
  const FRAME = 20480;
  const PATIENCE = 60000;
  // A day as Chromium writes it where it has no names for the months, as in Punjabi: 2026 M11 23.
  const UNNAMED = /^(\d+) M(\d+) (\d+)$/;
  const given = document.body.dataset;
  const locale = () => document.documentElement.lang;
  /** What sends files ahead of the words: here once something was typed.
   * @type {ReturnType<Uploader> | undefined} */
  let uploading;
  const { ask, dismiss, load, isBroken, isReady } = starter(given);
  /** @param {string} id */
  const el = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

  const check = async () => {
    const reply = await ask({ type: "check", pairs: page.pairs() });
    return reply.problems || [];
  };

  // ---- Waiting -------------------------------------------------------------------------------

  let busy = false;
  let timer = 0;
  let tries = 0;
  let gone = false;
  const stop = () => clearInterval(timer);
  /** @param {string} name */
  const fail = (name) => page.draw(`q-fail-${name}`);

  /** Shows when the next try is, then tries. @param {string} name @param {number} seconds */
  const wait = (name, seconds) => {
    if (gone) return;
    fail(name);
    stop();
    const line = /** @type {HTMLElement} */ (el(`q-fail-${name}`).querySelector("[data-wait]"));
    let left = Math.max(1, Math.ceil(seconds));
    const tell = () => {
      const [key, count] = left > 90 ? ["wait-minutes", Math.ceil(left / 60)] : ["wait-seconds", left];
      const said = page.say(key, count.toLocaleString(locale()));
      if (line.textContent !== said) line.textContent = said;
    };
    tell();
    timer = setInterval(() => {
      left -= 1;
      if (left > 0) {
        tell();
      } else {
        stop();
        line.textContent = page.say("wait-trying");
        send(!uploading?.isUnderWay());
      }
    }, 1000);
  };
  /** The server's word on when to try again, or longer each time. @param {Response} [response] */
  const pause = (response) => {
    const told = Number(response?.headers.get("retry-after"));
    tries += 1;
    return told > 0 ? Math.min(told, 3600) : Math.min(5 * 2 ** tries, 120);
  };
  /** Fetches with an end to patience. @param {string} url @param {RequestInit} options
   * @param {number} [patience] */
  const reach = (url, options, patience = PATIENCE) => {
    const end = new AbortController();
    const alarm = setTimeout(() => end.abort(), patience);
    const reply = fetch(url, { ...options, credentials: "omit", signal: end.signal });
    return reply.finally(() => clearTimeout(alarm));
  };

  // ---- The puzzle ----------------------------------------------------------------------------

  /** Work this browser does before the server takes a tip: for one tip little, for a flood much.
   * @type {Promise<Response> | undefined} */
  let puzzle;
  /** The answer, which goes with every frame of the tip. */
  let solved = "";
  /** How often an answer was not taken since a frame was. */
  let unsolved = 0;
  const fetchPuzzle = () => reach("/api/puzzle", { cache: "no-store" });
  /** @param {string} hex */
  const bytes = (hex) => Uint8Array.from(hex.match(/../g) || [], (byte) => parseInt(byte, 16));

  /** Tries counters until the key begins as it must (ALTCHA 2, PBKDF2). @param {Promise<Response>} asked */
  const solve = async (asked) => {
    const challenge = await (await asked).json();
    const { cost, keyLength, keyPrefix, nonce, salt } = challenge.parameters;
    const password = new Uint8Array([...bytes(nonce), 0, 0, 0, 0]);
    const place = new DataView(password.buffer, password.length - 4);
    const way = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: cost };
    for (let counter = 0; !gone; counter += 1) {
      place.setUint32(0, counter);
      const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
      const bits = new Uint8Array(await crypto.subtle.deriveBits(way, key, keyLength * 8));
      const derivedKey = Array.from(bits, (byte) => byte.toString(16).padStart(2, "0")).join("");
      if (derivedKey.startsWith(keyPrefix))
        return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }));
    }
    return "";
  };

  // ---- Sealing and sending -------------------------------------------------------------------

  /** @type {Uint8Array[]} */
  let frames = [];
  /** A date the reporter said is today's, their device's being another. @type {string | undefined} */
  let confirmed;

  /** @returns {Promise<void>} */
  const seal = async () => {
    if (!(await load())) return fail("module");
    const problems = await check();
    if (problems.length) return page.goToProblems(problems);
    const answer = await reach("/api/directory", { cache: "no-store" });
    if (answer.status === 429) return wait("busy", pause(answer));
    if (!answer.ok) return fail("directory");
    const directory = await answer.text();
    const { ginnelUploader } = /** @type {{ginnelUploader?: Uploader}} */ (globalThis);
    uploading ||= ginnelUploader?.({ ask, reach });
    const { blob, refused, stuck, reason } = (await uploading?.send()) || {};
    if (stuck) return askWithout();
    if (refused?.status === 429 || refused?.status === 503) return wait("busy", pause(refused));
    if (refused) return fail("refused");
    if (reason === "module") return fail("module");
    if (reason) return uploading?.explain(() => page.draw("q-files"));
    // Files may have taken longer than a puzzle lasts; it is looked at when it is needed.
    if (!solved) puzzle = fetchPuzzle();
    puzzle?.catch(() => {});
    const { inst, lang } = given;
    const authorities = JSON.parse(given.authorities || "[]");
    const now = Math.floor((confirmed ? Date.parse(confirmed) : Date.now()) / 1000);
    const withPhrase = page.given();
    const said = (await withPhrase?.({ type: "keep" }))?.said;
    if (withPhrase && !said) return fail("module");
    const pairs = page.pairs();
    let reply = await ask({ type: "seal", pairs, said, blob, lang, directory, authorities, inst, now });
    if (reply.messages && withPhrase) {
      const { signed } = await withPhrase({ type: "sign", messages: reply.messages });
      for (const message of reply.messages) message.fill(0);
      if (!signed) return fail("module");
      reply = await ask({ type: "signed", signed });
    }
    if (reply.type === "failed") return fail("module");
    if (reply.reason === "problems") return page.goToProblems(reply.problems || []);
    if (reply.reason === "files") {
      // The worker that sealed them is gone, and what opens them with it.
      uploading?.forget();
      return wait("offline", 1);
    }
    if (reply.reason === "phrase") return page.draw("q-phrase");
    if (reply.reason === "clock" && !confirmed) return askDate(answer.headers.get("date") || "");
    if (!reply.frames) return fail("directory");
    for (let at = 0; at < reply.frames.byteLength; at += FRAME)
      frames.push(new Uint8Array(reply.frames, at, FRAME));
  };
  /** Whether the words go without what nobody takes now. */
  const askWithout = () => {
    el("send-without").onclick = () => {
      uploading?.drop();
      send();
    };
    fail("files");
  };
  /** The server's date is never believed by itself: a person is asked. @param {string} served */
  const askDate = (served) => {
    /** @param {number} at */
    const day = (at) =>
      new Date(at)
        .toLocaleDateString(locale(), { day: "numeric", month: "long", year: "numeric" })
        .replace(UNNAMED, "$3/$2/$1");
    const known = Date.parse(served) > 0;
    el("clock-device").textContent = page.say("fail-clock", day(Date.now()));
    const theirs = known ? page.say("fail-clock-server", day(Date.parse(served))) : "";
    el("clock-server").textContent = theirs;
    page.show(el("clock-yes"), known);
    el("clock-yes").onclick = () => {
      confirmed = served;
      send();
    };
    fail("clock");
  };
  const post = async () => {
    while (frames.length) {
      solved ||= await solve(puzzle || fetchPuzzle());
      if (gone) return;
      const response = await reach("/api/tips", {
        method: "POST",
        headers: { "content-type": "application/octet-stream", "ginnel-puzzle": solved },
        body: /** @type {BodyInit} */ (frames[0]),
      });
      puzzle = undefined;
      if (response.status === 428) {
        // Expired, or another server's: the next one is fetched and solved.
        solved = "";
        unsolved += 1;
        if (unsolved < 5) continue;
        return wait("busy", pause());
      }
      if (response.status === 429 || response.status === 503) return wait("busy", pause(response));
      if (response.status !== 202) return fail("refused");
      frames.shift();
      tries = unsolved = 0;
    }
    forget();
    page.sent();
  };
  /** Seals if nothing is sealed yet, and sends. @param {boolean} [quietly] Leaves the step shown. */
  const send = async (quietly) => {
    if (busy || gone) return;
    busy = true;
    unsolved = 0;
    stop();
    if (!quietly) page.draw("q-sending");
    const began = page.here();
    try {
      page.show(el("sending-send"), frames.length > 0);
      if (!frames.length) await seal();
      page.show(el("sending-send"), frames.length > 0);
      if (frames.length && page.here() === began && !gone) await post();
    } catch {
      wait("offline", pause());
    } finally {
      busy = false;
    }
  };
  const forget = () => {
    stop();
    dismiss();
    uploading?.forget();
    frames = [];
    puzzle = undefined;
    solved = "";
    confirmed = undefined;
  };

  /** Whoever leaves sends nothing more, and no answer still to come shows anything. */
  const leave = () => {
    gone = true;
    forget();
  };

  return {
    ask,
    check,
    leave,
    load,
    reach,
    send,
    stop,
    isBroken,
    isBusy: () => busy,
    isReady,
    /** What was sealed is no longer what stands in the form. */
    changed: () => {
      frames = [];
    },
  };
};
/** @typedef {typeof sender} Sender */
Object.assign(globalThis, { ginnelSender: sender, ginnelStarter: starter });
