// @ts-check
// Shows one thing at a time, seals by the sealer's worker, sends, and wipes. No policy in it: the
// rules are the sealer's, the words are the document's, and nothing is kept but in this page.
(() => {
  /** @typedef {{type: string, frames?: ArrayBuffer, reason?: string,
   *   problems?: {field: string, rule: string}[]}} Reply */
  const FRAME = 20480;
  const LEAVE_KEYS = 3;
  const LEAVE_WITHIN = 5000;
  const doc = document;
  const marks = doc.documentElement.classList;
  const given = doc.body.dataset;

  /** @param {string} id */
  const el = (id) => /** @type {HTMLElement} */ (doc.getElementById(id));
  /** @template {HTMLElement} [T=HTMLElement] @param {string} query @param {ParentNode} [within]
   * @returns {T[]} */
  const all = (query, within) => Array.from((within || doc).querySelectorAll(query));
  /** @param {Element} node @param {boolean} shown */
  const show = (node, shown) => node.toggleAttribute("hidden", !shown);

  const form = /** @type {HTMLFormElement | null} */ (doc.getElementById("tip"));
  const title = doc.title;
  let named = title;

  // ---- Leaving -------------------------------------------------------------------------------

  let leaveByChoice = false;
  let left = false;
  let depth = history.state?.depth || 0;
  const wipe = () => {
    if (!form) return;
    form.reset();
    for (const text of all("textarea, input[type=text]", form))
      /** @type {HTMLInputElement} */ (text).value = "";
    for (const answer of all("[data-answer]")) answer.textContent = "";
  };
  const leave = () => {
    wipe();
    frames = [];
    worker?.terminate();
    doc.body.hidden = true;
    doc.title = "…";
    const away = () => location.replace(/** @type {HTMLAnchorElement} */ (el("exit")).href);
    // The steps stand in the history with this address: the first of them is what is replaced, so
    // that Back does not come here. Should going there fail, leaving does not wait for it.
    left = true;
    if (!depth) return away();
    addEventListener("popstate", away);
    setTimeout(away, 150);
    history.go(-depth);
  };
  for (const exit of all("#exit, [data-exit]"))
    exit.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });
  /** @type {number[]} */
  let presses = [];
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") {
      presses = [];
    } else if (!event.repeat) {
      presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < LEAVE_WITHIN);
      if (presses.length >= LEAVE_KEYS) leave();
    }
  });
  addEventListener("pagehide", () => {
    if (!leaveByChoice) wipe();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted && form && !leaveByChoice) location.reload();
    leaveByChoice = false;
  });

  /** @type {Worker | undefined} */
  let worker;
  /** @type {Uint8Array[]} */
  let frames = [];
  if (!form) return;

  // ---- Words ---------------------------------------------------------------------------------

  const words = /** @type {HTMLTemplateElement} */ (el("words")).content;
  /** @param {string} key @param {string} [value] */
  const say = (key, value) => {
    const text = words.querySelector(`[data-key="${key}"]`)?.textContent || key;
    return value === undefined ? text : text.replace(/\{\w+\}/, value);
  };
  const lang = given.lang || "en";
  /** @param {number} number */
  const count = (number) => number.toLocaleString(lang);

  // ---- One thing at a time -------------------------------------------------------------------

  const steps = all(".step", form);
  const asked = steps.slice(0, 1 + steps.findIndex((step) => step.id === "q-check"));
  const back = el("back");
  const summary = el("summary");
  let here = "";
  let reviewing = false;

  /** @param {HTMLElement} step */
  const applies = (step) => {
    const needs = step.dataset.if && /** @type {HTMLInputElement} */ (el(step.dataset.if));
    return !needs || needs.checked;
  };
  /** @param {string} id @param {boolean} [quietly] */
  const draw = (id, quietly) => {
    here = id;
    for (const step of steps) step.classList.toggle("here", step.id === id);
    marks.toggle("offer", id === "q-fail-module");
    show(back, asked.findIndex((step) => step.id === id) > 0);
    report([]);
    if (id === "q-check") fillAnswers();
    const heading = /** @type {HTMLElement} */ (el(id).querySelector("h1, h2"));
    heading.setAttribute("aria-level", "1");
    doc.title = named = id === "q-start" ? title : `${heading.textContent} – ${title}`;
    if (quietly) return;
    scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  };
  /** @param {string} id */
  const go = (id) => {
    depth += 1;
    history.pushState({ at: id, depth }, "");
    draw(id);
  };
  const after = () => {
    const at = asked.findIndex((step) => step.id === here);
    return asked.slice(at + 1).find(applies) || asked[asked.length - 1];
  };
  addEventListener("popstate", (event) => {
    if (left) return;
    if (done) return location.replace(location.pathname);
    // While sealed words are on their way the page stays where it is.
    if (busy) return history.pushState({ at: here, depth }, "");
    const { at, depth: was } = event.state || { at: "q-start", depth: 0 };
    depth = was;
    stopWaiting();
    const known = asked.find((step) => step.id === at && applies(step));
    draw(known ? at : "q-start");
  });

  // ---- What is wrong -------------------------------------------------------------------------

  /** @param {{field: string, rule: string}[]} problems */
  const report = (problems) => {
    for (const group of all("[data-field]", form)) {
      const problem = problems.find((one) => one.field === group.dataset.field);
      const line = el(`${group.dataset.field}-error`);
      line.textContent = problem ? say(`error-${problem.field}-${problem.rule}`) : "";
      show(line, !!problem);
      group.classList.toggle("bad", !!problem);
      for (const control of all("input, textarea", group))
        problem ? control.setAttribute("aria-invalid", "true") : control.removeAttribute("aria-invalid");
    }
    const list = /** @type {HTMLElement} */ (summary.querySelector("ul"));
    list.textContent = "";
    for (const { field, rule } of problems) {
      const link = doc.createElement("a");
      const target = all("input, textarea", form).find((one) => one.getAttribute("name") === field);
      link.href = `#${target?.id}`;
      link.textContent = say(`error-${field}-${rule}`);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        target?.focus();
      });
      list.appendChild(doc.createElement("li")).appendChild(link);
    }
    show(summary, problems.length > 0);
    if (!problems.length) return;
    doc.title = `${say("error-prefix")} ${named}`;
    scrollTo(0, 0);
    summary.focus({ preventScroll: true });
  };
  /** @param {string} field */
  const stepOf = (field) => {
    const group = all("[data-field]", form).find((one) => one.dataset.field === field);
    return group?.closest(".step")?.id || "q-start";
  };
  /** @param {{field: string, rule: string}[]} problems */
  const goToProblems = (problems) => {
    const [first] = problems;
    const step = stepOf(first.field);
    if (here !== step) go(step);
    reviewing = true;
    report(problems.filter((one) => stepOf(one.field) === step));
  };

  // ---- The sealer ----------------------------------------------------------------------------

  let asks = 0;
  /** @type {Map<number, (reply: Reply) => void>} */
  const waiting = new Map();
  /** @type {Promise<boolean> | undefined} */
  let loaded;
  let ready = false;
  let broken = false;
  /** @param {object} what @returns {Promise<Reply>} */
  const ask = (what) =>
    new Promise((resolve) => {
      if (!worker) return resolve({ type: "failed" });
      asks += 1;
      waiting.set(asks, resolve);
      worker.postMessage({ id: asks, ...what });
    });
  const dismiss = () => {
    worker?.terminate();
    worker = loaded = undefined;
    ready = false;
    for (const resolve of waiting.values()) resolve({ type: "failed" });
    waiting.clear();
  };
  const load = () => {
    loaded ||= (async () => {
      try {
        worker = new Worker(given.worker || "");
      } catch {
        broken = true;
        return false;
      }
      worker.onerror = dismiss;
      worker.onmessage = (event) => {
        waiting.get(event.data.id)?.(event.data);
        waiting.delete(event.data.id);
      };
      const reply = await ask({ type: "load", glue: given.glue, wasm: given.wasm });
      ready = reply.type === "ready";
      broken = !ready;
      if (broken) dismiss();
      return ready;
    })();
    return loaded;
  };
  const pairs = () => {
    /** @type {[string, string][]} */
    const found = [];
    new FormData(form).forEach((value, name) => found.push([name, String(value)]));
    return found;
  };
  const check = async () => {
    const reply = await ask({ type: "check", pairs: pairs() });
    return reply.problems || [];
  };

  // ---- Going on ------------------------------------------------------------------------------

  let busy = false;
  const next = async () => {
    if (busy) return;
    busy = true;
    try {
      const loading = broken || load();
      const patience = new Promise((resolve) => setTimeout(resolve, 4000));
      if (here !== "q-start") await Promise.race([loading, patience]);
      // Without the sealer nothing can be checked yet: it is asked again before sending.
      const problems = ready ? await check() : [];
      const ours = problems.filter((one) => stepOf(one.field) === here);
      if (ours.length) return report(ours);
      const follows = after();
      const detour = reviewing && follows.dataset.if;
      go(reviewing && !detour ? "q-check" : follows.id);
    } finally {
      busy = false;
    }
  };
  const fillAnswers = () => {
    for (const place of all("[data-answer]")) {
      const step = el(`q-${place.dataset.answer}`);
      const chosen = all("input:checked + label", step).map((label) => label.textContent || "");
      const typed = all("textarea, input[type=text]", step).map((one) =>
        /** @type {HTMLInputElement} */ (one).value.trim(),
      );
      const lines = [...typed, ...chosen].filter((line) => line);
      place.textContent = "";
      for (const line of lines.length ? lines : [say("check-empty")])
        place.appendChild(doc.createElement("p")).textContent = line;
      show(/** @type {Element} */ (place.parentElement), applies(step));
    }
  };

  // ---- Sending -------------------------------------------------------------------------------

  let done = false;
  let timer = 0;
  /** @type {string | undefined} */
  let confirmed;
  const stopWaiting = () => clearInterval(timer);
  /** @param {string} name */
  const fail = (name) => draw(`q-fail-${name}`);

  /** Shows when the next try is, then tries. @param {string} name @param {number} seconds */
  const wait = (name, seconds) => {
    fail(name);
    stopWaiting();
    const line = /** @type {HTMLElement} */ (el(`q-fail-${name}`).querySelector("[data-wait]"));
    let left = Math.max(1, Math.ceil(seconds));
    const tell = () => (line.textContent = say("wait-seconds", count(left)));
    tell();
    timer = setInterval(() => {
      left -= 1;
      if (left > 0) {
        tell();
      } else {
        stopWaiting();
        line.textContent = say("wait-trying");
        send(true);
      }
    }, 1000);
  };
  let tries = 0;
  /** The server's word on when to try again, or longer each time. @param {Response} [response] */
  const pause = (response) => {
    const told = Number(response?.headers.get("retry-after"));
    tries += 1;
    return told > 0 ? Math.min(told, 3600) : Math.min(5 * 2 ** tries, 120);
  };

  /** Fetches with an end to patience. @param {string} url @param {RequestInit} options */
  const reach = (url, options) => {
    const end = new AbortController();
    const alarm = setTimeout(() => end.abort(), 60000);
    const reply = fetch(url, { ...options, credentials: "omit", signal: end.signal });
    return reply.finally(() => clearTimeout(alarm));
  };
  /** @returns {Promise<void>} */
  const seal = async () => {
    if (!(await load())) return fail("module");
    const problems = await check();
    if (problems.length) return goToProblems(problems);
    const answer = await reach("/api/directory", { cache: "no-store" });
    if (answer.status === 429) return wait("busy", pause(answer));
    if (!answer.ok) return fail("directory");
    const directory = await answer.text();
    const served = answer.headers.get("date") || "";
    const now = Math.floor((confirmed ? Date.parse(confirmed) : Date.now()) / 1000);
    const { worker: _w, glue: _g, wasm: _m, inst, lang: tag, authorities } = given;
    const reply = await ask({
      type: "seal", pairs: pairs(), lang: tag, directory, inst, now,
      authorities: JSON.parse(authorities || "[]"),
    });
    if (reply.type === "failed") return fail("module");
    if (reply.reason === "problems") return goToProblems(reply.problems || []);
    if (reply.reason === "clock" && !confirmed) return askDate(served);
    if (!reply.frames) return fail("directory");
    for (let at = 0; at < reply.frames.byteLength; at += FRAME)
      frames.push(new Uint8Array(reply.frames, at, FRAME));
  };
  /** @param {string} served */
  const askDate = (served) => {
    /** @param {number} at */
    const day = (at) =>
      new Date(at).toLocaleDateString(lang, { day: "numeric", month: "long", year: "numeric" });
    el("clock-device").textContent = say("fail-clock", day(Date.now()));
    const known = Date.parse(served) > 0;
    el("clock-server").textContent = known ? say("fail-clock-server", day(Date.parse(served))) : "";
    show(el("clock-yes"), known);
    el("clock-yes").onclick = () => {
      confirmed = served;
      send();
    };
    fail("clock");
  };
  const post = async () => {
    while (frames.length) {
      const response = await reach("/api/tips", {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: /** @type {BodyInit} */ (frames[0]),
      });
      if (response.status === 429 || response.status === 503) return wait("busy", pause(response));
      if (response.status !== 202) return fail("refused");
      frames.shift();
      tries = 0;
    }
    sent();
  };
  /** @param {boolean} [quietly] */
  const send = async (quietly) => {
    if (busy || done) return;
    busy = true;
    stopWaiting();
    const was = here;
    if (!quietly) draw("q-sending");
    try {
      show(el("sending-send"), frames.length > 0);
      if (!frames.length) await seal();
      if (frames.length && here === (quietly ? was : "q-sending")) {
        show(el("sending-send"), true);
        await post();
      }
    } catch {
      wait("offline", pause());
    } finally {
      busy = false;
    }
  };
  const sent = () => {
    done = true;
    wipe();
    dismiss();
    confirmed = undefined;
    history.replaceState({ at: "q-sent" }, "");
    draw("q-sent");
  };

  // ---- Room left -----------------------------------------------------------------------------

  for (const group of all("[data-max]", form)) {
    const text = /** @type {HTMLTextAreaElement} */ (group.querySelector("textarea"));
    const line = /** @type {HTMLElement} */ (group.querySelector(".room"));
    let later = 0;
    const tell = () => {
      const bytes = new TextEncoder().encode(text.value).length;
      const left = Number(group.dataset.max) - bytes;
      // Letters of other scripts take more bytes: what is left is told in letters like those typed.
      const each = bytes ? bytes / Array.from(text.value).length : 1;
      const letters = Math.abs(left) / each;
      const step = letters > 1000 ? 100 : 10;
      const key = left < 0 ? "story-room-over" : "story-room";
      const rounded = left < 0 ? Math.ceil(letters) : Math.floor(letters / step) * step;
      line.textContent = say(key, count(rounded));
      line.classList.toggle("over", left < 0);
    };
    text.addEventListener("input", () => {
      clearTimeout(later);
      later = setTimeout(tell, 400);
    });
    tell();
  }

  // ---- Beginning -----------------------------------------------------------------------------

  form.addEventListener("submit", (event) => {
    if (event.submitter?.closest("details[open]")) leaveByChoice = true;
    else event.preventDefault();
  });
  form.addEventListener("input", () => {
    // What was sealed is no longer what stands here.
    frames = [];
    if (!broken) load();
  });
  form.addEventListener("keydown", (event) => {
    const on = event.target;
    if (event.key !== "Enter" || !(on instanceof HTMLInputElement)) return;
    event.preventDefault();
    next();
  });
  for (const button of all("[data-next]", form)) {
    show(button, true);
    button.addEventListener("click", next);
  }
  for (const button of all("[data-change]", form))
    button.addEventListener("click", () => {
      reviewing = true;
      go(`q-${button.dataset.change}`);
    });
  for (const button of all("[data-review]", form))
    button.addEventListener("click", () => {
      if (busy) return;
      stopWaiting();
      go("q-check");
    });
  for (const button of all("#send, [data-send]", form)) button.addEventListener("click", () => send());
  back.addEventListener("click", () => history.back());
  for (const step of steps) show(step, true);
  // Nothing could be typed while the page was held; what was typed after that stays.
  if (marks.contains("held") && !marks.contains("stuck")) wipe();
  marks.remove("stuck");
  marks.add("held", "wizard");
  history.scrollRestoration = "manual";
  history.replaceState({ at: "q-start", depth }, "");
  draw("q-start", true);
})();
