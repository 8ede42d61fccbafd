// @ts-check
// Reads the replies to a phrase. The phrase's worker stretches it, says what to ask for and opens what
// comes: always eight frames of one size, whatever waits; the sealer is fetched to write back. The phrase stands in no address, no field
// with a name, no title and no storage; "I have finished", the exit and leaving the page wipe it.

/** @typedef {{token: string, day: string, lang: string, text: string}} Opened */
(() => {
  const SLOTS = 8;
  const TOKEN = 32;
  const doc = document;
  const marks = doc.documentElement.classList;
  /** @param {string} id */
  const el = (id) => /** @type {HTMLInputElement} */ (doc.getElementById(id));
  /** @param {string} query @returns {HTMLElement[]} */
  const all = (query) => Array.from(doc.querySelectorAll(query));
  /** @param {Element} node @param {boolean} shown */
  const show = (node, shown) => node.toggleAttribute("hidden", !shown);
  /** @type {{ginnelSender?: import("./send.js").Sender, ginnelStarter?: import("./send.js").Starter}} */
  const { ginnelSender: makeSending, ginnelStarter: starter } = /** @type {any} */ (globalThis);
  if (doc.body.hidden) return;
  if (!makeSending || !starter) return marks.add("stuck");
  const reader = starter(el("mailbox").dataset);
  const { inst } = doc.body.dataset;

  const words = /** @type {HTMLTemplateElement} */ (doc.getElementById("words")).content;
  /** @param {string} key @param {string} [value] */
  const say = (key, value) => {
    const text = words.querySelector(`[data-key="${key}"]`)?.textContent || key;
    return value === undefined ? text : text.replace(/\{\w+\}/, () => value);
  };

  const steps = all(".step");
  let here = "";
  let leaving = false;
  let busy = false;
  let phrase = "";
  /** @type {Uint8Array | undefined} */
  let tokens;
  /** @param {string} id */
  const draw = (id) => {
    if (leaving) return;
    here = id;
    for (const step of steps) step.classList.toggle("here", step.id === id);
    marks.toggle("offer", id === "q-fail-module");
    scrollTo(0, 0);
    const headings = Array.from(el(id).querySelectorAll("h1, h2"));
    const heading = headings.find((one) => !one.closest("[hidden]"));
    /** @type {HTMLElement | undefined} */ (heading)?.focus({ preventScroll: true });
  };

  // ---- Something written back --------------------------------------------------------------------

  /** @returns {[string, string][]} */
  const pairs = () => [
    ["danger", "no"],
    ["about", "not_sure"],
    ["story", el("more").value],
    ["reply", "phrase"],
    ["safe", el("safe-yes").checked ? "yes" : "no"],
  ];
  /** @param {import("./send.js").Problem[]} [problems] */
  const complain = (problems = []) => {
    const [problem] = problems;
    el("more-error").textContent = problem ? say(`error-story-${problem.rule}`) : "";
    show(el("more-error"), !!problem);
    if (!problem) return;
    draw("q-read");
    el("more").focus();
  };
  /** Asks the phrase's worker. @param {object} what @returns {Promise<import("./send.js").Reply>} */
  const withPhrase = async (what) =>
    (await reader.load()) ? reader.ask({ ...what, phrase, inst }) : { type: "failed" };
  const sending = makeSending({
    here: () => here,
    draw,
    goToProblems: complain,
    given: () => (phrase ? withPhrase : undefined),
    pairs,
    say,
    show,
    sent: () => {
      wipe();
      draw("q-sent");
    },
  });

  // ---- Looking -----------------------------------------------------------------------------------

  /** @param {string} [reason] What is wrong with the phrase. */
  const refuse = (reason) => {
    const [what, number] = (reason || "").split("-");
    const known = ["count", "group", "together"].includes(what);
    const text = what === "group" ? say("replies-group", Number(number).toLocaleString(doc.documentElement.lang)) : say(`replies-${what}`);
    el("phrase-error").textContent = known ? text : "";
    show(el("phrase-error"), known);
    el("phrase").setAttribute("aria-invalid", String(known));
    el("phrase").closest(".group")?.classList.toggle("bad", known);
    if (!known) return;
    draw("q-start");
    el("phrase").focus();
  };
  /** @param {string} [reason] */
  const fail = (reason) => {
    show(el("not-looked-clock"), reason === "clock");
    show(el("not-looked-way"), reason !== "clock");
    draw("q-not-looked");
  };
  const ask = async () => {
    const { authorities } = doc.body.dataset;
    const kept = await withPhrase({ type: "keep" });
    if (reader.isBroken()) return draw("q-fail-module");
    if (kept.reason) return refuse(kept.reason);
    tokens = kept.tokens;
    if (tokens?.length !== SLOTS * TOKEN) return fail();
    const directory = await sending.reach("/api/directory", { cache: "no-store" });
    const answer = await sending.reach("/api/mailbox", {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: /** @type {BodyInit} */ (tokens),
    });
    if (!directory.ok || !answer.ok) return fail();
    const read = await withPhrase({
      type: "read",
      answer: await answer.arrayBuffer(),
      directory: await directory.text(),
      authorities: JSON.parse(authorities || "[]"),
      now: Math.floor(Date.now() / 1000),
    });
    if (!read.replies) return fail(read.reason);
    if (leaving || !phrase) return;
    el("phrase").value = "";
    fill(read.replies, read.doubtful || 0);
    draw("q-read");
  };
  const look = async () => {
    phrase = el("phrase").value.trim() || phrase;
    refuse();
    if (busy || leaving) return;
    if (!phrase) return refuse("count");
    busy = true;
    draw("q-looking");
    try {
      await ask();
    } catch {
      fail();
    } finally {
      busy = false;
    }
  };

  // ---- Reading -----------------------------------------------------------------------------------

  const counted = () => {
    const some = el("replies").childElementCount > 0;
    show(el("found"), some);
    show(el("none"), !some);
    // What does not open takes room too.
    show(el("delete-all-way"), some || !el("doubtful").hidden);
  };
  /** @param {Opened[]} replies @param {number} doubtful */
  const fill = (replies, doubtful) => {
    el("replies").textContent = "";
    el("told").textContent = "";
    for (const reply of replies) el("replies").appendChild(item(reply));
    show(el("doubtful"), doubtful > 0);
    counted();
  };
  /** @param {Opened} reply */
  const item = ({ token, day, lang, text }) => {
    const made = doc.createElement("li");
    made.dataset.token = token;
    const date = new Date(`${day}T12:00:00`);
    const told = date.toLocaleDateString(doc.documentElement.lang, { day: "numeric", month: "long", year: "numeric" });
    // Chromium has no names for the months in Punjabi, and writes 2026 M11 23.
    const plain = told.replace(/^(\d+) M(\d+) (\d+)$/, "$3/$2/$1");
    made.appendChild(doc.createElement("p")).textContent = say("replies-written", plain);
    const said = made.appendChild(doc.createElement("p"));
    said.className = "said-in-it";
    said.lang = lang;
    said.dir = "auto";
    said.translate = false;
    said.textContent = text;
    const away = made.appendChild(doc.createElement("button"));
    away.type = "button";
    away.className = "link";
    away.textContent = say("replies-delete");
    away.addEventListener("click", () => remove(made));
    return made;
  };
  /** Empties places. Always eight are named, some that nobody has, so that whoever records what goes over
   * the wire learns no number. @param {Uint8Array} named */
  const empty = async (named) => {
    const body = crypto.getRandomValues(new Uint8Array(SLOTS * TOKEN));
    body.set(named);
    const answer = await sending.reach("/api/mailbox/delete", {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body,
    });
    if (!answer.ok) throw new Error("refused");
  };
  /** One reply, or whatever lies there. @param {HTMLElement} [one] */
  const remove = async (one) => {
    if (busy || !tokens) return;
    busy = true;
    const bytes = (one?.dataset.token || "").match(/../g)?.map((pair) => parseInt(pair, 16));
    try {
      await empty(bytes ? Uint8Array.from(bytes) : tokens);
      one ? one.remove() : fill([], 0);
      el("told").textContent = say("replies-deleted");
    } catch {
      el("told").textContent = say("replies-not-deleted");
    } finally {
      busy = false;
    }
    counted();
    el("told").scrollIntoView({ block: "nearest" });
  };

  // ---- Leaving -----------------------------------------------------------------------------------

  let sentPlainly = false;
  const wipe = () => {
    phrase = "";
    tokens?.fill(0);
    tokens = undefined;
    reader.dismiss();
    /** @type {HTMLFormElement} */ (doc.getElementById("mailbox")).reset();
    for (const id of ["phrase", "more"]) el(id).value = "";
    for (const id of ["phrase-error", "more-error"]) show(el(id), false);
    el("replies").textContent = "";
    el("told").textContent = "";
  };
  doc.addEventListener("leaving", () => {
    leaving = true;
    wipe();
    sending.leave();
  });
  addEventListener("pagehide", () => {
    if (!sentPlainly) wipe();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted && !sentPlainly) location.reload();
    sentPlainly = false;
  });

  // ---- Beginning ---------------------------------------------------------------------------------

  doc.addEventListener("submit", (event) => {
    if (!event.submitter?.closest("details[open]")) return event.preventDefault();
    sentPlainly = true;
    el("phrase").value = el("phrase").value.trim() || phrase;
    // Only now does the field have a name: it is posted because somebody chose that.
    el("phrase").setAttribute("name", "phrase");
  });
  el("look").addEventListener("click", look);
  el("look-again").addEventListener("click", look);
  el("add").addEventListener("click", () => {
    complain();
    sending.changed();
    sending.send();
  });
  el("more").addEventListener("input", () => {
    sending.changed();
    if (!sending.isBroken()) sending.load();
  });
  el("delete-all").addEventListener("click", () => remove());
  el("finish").addEventListener("click", () => {
    wipe();
    sending.leave();
    draw("q-over");
  });
  el("phrase").addEventListener("input", () => reader.isBroken() || reader.load());
  el("phrase").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    look();
  });
  for (const button of all("[data-send]")) button.addEventListener("click", () => sending.send());
  for (const button of all("[data-review]"))
    button.addEventListener("click", () => {
      if (sending.isBusy()) return;
      sending.stop();
      draw(tokens ? "q-read" : "q-start");
    });
  for (const id of ["phrase", "more"]) el(id).removeAttribute("name");
  for (const step of steps) show(step, true);
  // A step is a page of its own: the heading it begins with is the first.
  for (const one of [...steps, el("found")]) one.querySelector("h2")?.setAttribute("aria-level", "1");
  show(el("look"), true);
  if (marks.contains("held") && !marks.contains("stuck")) wipe();
  marks.remove("stuck");
  marks.add("held", "wizard");
  here = "q-start";
  el("q-start").classList.add("here");
})();
