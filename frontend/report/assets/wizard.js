// @ts-check
// Shows one thing at a time. No policy in it: the rules are the sealer's, the words are the
// document's, and nothing is kept but in this page.

/** @typedef {import("./send.js").Sender} Sender */
/** @typedef {import("./send.js").Problem} Problem */
(() => {
  const doc = document;
  const marks = doc.documentElement.classList;

  /** @param {string} id */
  const el = (id) => /** @type {HTMLElement} */ (doc.getElementById(id));
  /** @template {HTMLElement} [T=HTMLElement] @param {string} query @param {ParentNode} [within]
   * @returns {T[]} */
  const all = (query, within) => Array.from((within || doc).querySelectorAll(query));
  /** @param {Element} node @param {boolean} shown */
  const show = (node, shown) => node.toggleAttribute("hidden", !shown);

  const form = /** @type {HTMLFormElement} */ (el("tip"));
  let title = doc.title;
  let named = title;
  /** Calls the page something, unless every page is called alike. @param {string} name */
  const call = (name) => {
    if (!("tab" in doc.body.dataset)) doc.title = name;
  };
  /** @type {{ginnelSender?: Sender, ginnelStarter?: import("./send.js").Starter,
   *   ginnelPhrase?: import("./phrase.js").Keeper}} */
  const { ginnelSender: makeSending, ginnelStarter: starter, ginnelPhrase: makePhrase } =
    /** @type {any} */ (globalThis);
  // Somebody came back to this page in order to leave: see leave.js.
  if (doc.body.hidden) return;
  // Without the parts that seal, the form stands as it does without this script.
  if (!makeSending || !starter || !makePhrase) return marks.add("stuck");

  /** What takes pictures and files: here once something was typed. */
  const files = () =>
    /** @type {{ginnelFiles?: import("./files.js").Files}} */ (globalThis).ginnelFiles;

  // ---- Words ---------------------------------------------------------------------------------

  const words = /** @type {HTMLTemplateElement} */ (el("words")).content;
  /** @param {string} key @param {string} [value] */
  const say = (key, value) => {
    const text = words.querySelector(`[data-key="${key}"]`)?.textContent || key;
    return value === undefined ? text : text.replace(/\{\w+\}/, value);
  };
  /** @param {number} number */
  const count = (number) => number.toLocaleString(doc.documentElement.lang);

  // ---- One thing at a time -------------------------------------------------------------------

  const steps = all(".step", form);
  const asked = steps.slice(0, 1 + steps.findIndex((step) => step.id === "q-check"));
  const back = el("back");
  const summary = el("summary");
  /** The steps that were shown since they last began to apply. @type {Set<HTMLElement>} */
  const seen = new Set();
  let here = "";
  let reviewing = false;
  let depth = history.state?.depth || 0;
  let leaving = false;

  /** @param {HTMLElement} step */
  const applies = (step) => {
    const needs = step.dataset.if?.split(" ") || [];
    return !needs.length || needs.some((id) => /** @type {HTMLInputElement} */ (el(id)).checked);
  };
  /** @param {string} id @param {boolean} [quietly] */
  const draw = (id, quietly) => {
    // A step that was under way when somebody left shows nothing any more.
    if (leaving) return;
    here = id;
    for (const step of steps) {
      step.classList.toggle("here", step.id === id);
      if (step.id === id) seen.add(step);
    }
    marks.toggle("offer", id === "q-fail-module");
    show(back, asked.findIndex((step) => step.id === id) > 0);
    report([]);
    if (id === "q-check") fillAnswers();
    phrase.shown(id);
    files()?.ready();
    const heading = /** @type {HTMLElement} */ (el(id).querySelector("h1, h2"));
    heading.setAttribute("aria-level", "1");
    // Whoever holds this device next need not learn that there is a phrase.
    const untold = id === "q-start" || el(id).dataset.if === "reply-phrase";
    named = untold ? title : `${heading.textContent} – ${title}`;
    call(named);
    if (quietly) return;
    scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  };
  /** @param {string} id */
  const go = (id) => {
    if (leaving) return;
    depth += 1;
    history.pushState({ ...history.state, at: id, depth }, "");
    draw(id);
  };
  const after = () => {
    const at = asked.findIndex((step) => step.id === here);
    for (const step of asked) if (!applies(step)) seen.delete(step);
    // Somebody who changes an answer goes back to all of them, past what only now is asked.
    const wanted = asked.slice(at + 1).filter((step) => applies(step) && !(reviewing && seen.has(step)));
    return wanted[0] || asked[asked.length - 1];
  };
  addEventListener("popstate", (event) => {
    if (leaving) return;
    // An earlier step may stand at the address of another language than is read now.
    const own = doc.body.dataset.home || "";
    if (location.pathname !== own) history.replaceState(event.state, "", own);
    if (done) return location.replace(location.pathname);
    // While sealed words are on their way the page stays where it is.
    if (sending.isBusy()) return history.pushState({ ...history.state, at: here, depth }, "");
    const { at, depth: was } = event.state || { at: "q-start", depth: 0 };
    depth = was;
    sending.stop();
    const known = asked.find((step) => step.id === at && applies(step));
    draw(known ? at : "q-start");
  });

  // ---- What is wrong -------------------------------------------------------------------------

  /** @param {string} field */
  const groupOf = (field) => all("[data-field]", form).find((one) => one.dataset.field === field);
  /** What is said about it; of several people, by what they are called here. @param {Problem} problem */
  const told = ({ field, rule }) => {
    const group = groupOf(field);
    const thing = group?.closest(".thing");
    if (!thing) return say(`error-${field}-${rule}`);
    const what = [thing.querySelector("b"), group?.querySelector(".line")];
    return say(`error-entry-${rule}`, what.map((one) => one?.textContent?.trim()).join(": "));
  };
  /** @type {Problem[]} */
  let reported = [];
  /** @param {Problem[]} problems */
  const report = (problems) => {
    if (leaving) return;
    reported = problems;
    for (const group of all("[data-field]", form)) {
      const problem = problems.find((one) => one.field === group.dataset.field);
      const line = el(`${group.dataset.field}-error`);
      line.textContent = problem ? told(problem) : "";
      show(line, !!problem);
      group.classList.toggle("bad", !!problem);
      for (let fold = problem && group.closest("details"); fold; fold = fold.parentElement?.closest("details"))
        fold.open = true;
      for (const control of all("input, textarea", group))
        problem ? control.setAttribute("aria-invalid", "true") : control.removeAttribute("aria-invalid");
    }
    const list = /** @type {HTMLElement} */ (summary.querySelector("ul"));
    list.textContent = "";
    for (const problem of problems) {
      const { field } = problem;
      const link = doc.createElement("a");
      const target = all("input, textarea", form).find((one) => one.getAttribute("name") === field);
      link.href = `#${target?.id}`;
      link.textContent = told(problem);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        target?.focus();
      });
      list.appendChild(doc.createElement("li")).appendChild(link);
    }
    show(summary, problems.length > 0);
    if (!problems.length) return;
    call(`${say("error-prefix")} ${named}`);
    scrollTo(0, 0);
    summary.focus({ preventScroll: true });
  };
  /** @param {string} field */
  const stepOf = (field) => {
    return groupOf(field)?.closest(".step")?.id || "q-start";
  };
  /** @param {Problem[]} problems */
  const goToProblems = (problems) => {
    const [first] = problems;
    const step = stepOf(first.field);
    if (here !== step) go(step);
    reviewing = true;
    report(problems.filter((one) => stepOf(one.field) === step));
  };

  const pairs = () => {
    /** @type {[string, string][]} */
    const found = [];
    new FormData(form).forEach((value, name) => found.push([name, String(value)]));
    return found;
  };

  // ---- Going on ------------------------------------------------------------------------------

  let busy = false;
  const next = async () => {
    if (busy || !phrase.mayLeave(here)) return;
    busy = true;
    const began = here;
    try {
      // What was wrong with a file is shown before the next step is.
      if (began === "q-files" && (await files()?.ready()) === false) return;
      const loading = sending.isBroken() || sending.load();
      const patience = new Promise((resolve) => setTimeout(resolve, 4000));
      if (here !== "q-start") await Promise.race([loading, patience]);
      // Without the sealer nothing can be checked yet: it is asked again before sending.
      const problems = sending.isReady() ? await sending.check() : [];
      if (here !== began) return;
      const ours = problems.filter((one) => stepOf(one.field) === here);
      if (ours.length) return report(ours);
      go(after().id);
    } finally {
      busy = false;
    }
  };
  /** @param {HTMLElement} group */
  const answersIn = (group) => {
    const chosen = all("input:checked + label", group).map((label) => label.textContent || "");
    const typed = all("textarea, input[type=text]", group).map((one) =>
      /** @type {HTMLInputElement} */ (one).value.trim(),
    );
    typed.push(...all("[data-given]", group).map((one) => one.textContent || ""));
    return [...typed, ...chosen].filter((line) => line);
  };
  const fillAnswers = () => {
    for (const place of all("[data-answer]")) {
      const step = el(`q-${place.dataset.answer}`);
      /** @param {string} text */
      const line = (text) => {
        const made = place.appendChild(doc.createElement("p"));
        made.textContent = text;
        return made;
      };
      place.textContent = "";
      const groups = all("[data-field]", step);
      let of;
      for (const group of groups) {
        const given = answersIn(group);
        const thing = group.closest(".thing");
        if (given.length && thing && thing !== of)
          line(thing.querySelector("b")?.textContent || "").className = "which";
        if (given.length) of = thing;
        const asks = group.querySelector(".line")?.firstChild?.textContent || "";
        if (given.length && groups.length > 1) line(asks.trim()).className = "asked";
        given.forEach(line);
      }
      if (!place.firstChild) line(say("check-empty"));
      show(/** @type {Element} */ (place.parentElement), applies(step));
    }
  };

  // ---- Sending and leaving -------------------------------------------------------------------

  let done = false;
  let sentPlainly = false;
  const wipe = () => {
    form.reset();
    for (const text of all("textarea, input[type=text]", form))
      /** @type {HTMLInputElement} */ (text).value = "";
    for (const answer of all("[data-answer]")) answer.textContent = "";
    phrase.wipe();
  };
  const sent = () => {
    if (leaving) return;
    done = true;
    wipe();
    history.replaceState({ ...history.state, at: "q-sent", depth }, "");
    draw("q-sent");
  };
  const given = () => phrase.given();
  const sending = makeSending({ here: () => here, draw, goToProblems, given, pairs, say, show, sent });
  const phrase = makePhrase({ starter, say, show });
  /** Sends, unless there is a phrase that nobody has typed back yet. */
  const send = () => {
    const missing = phrase.missing();
    missing ? go(missing) : sending.send();
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
    doc.addEventListener("reworded", tell);
  }

  // ---- Another language -----------------------------------------------------------------------

  // If the script that changes it did not come, its link would lose what is typed: see languages.js.
  doc.addEventListener("click", (event) => {
    const { target, defaultPrevented, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (defaultPrevented || ctrlKey || metaKey || shiftKey || altKey) return;
    if (!(target instanceof Element) || !target.closest(".languages a")) return;
    if (done || !pairs().some(([, value]) => value)) return;
    event.preventDefault();
    show(el("language-failed"), true);
  });

  // ---- Beginning -----------------------------------------------------------------------------

  // The words are of another language now: see languages.js.
  doc.addEventListener("reworded", () => {
    title = doc.title;
    const problems = reported;
    // What was said of dates is gone: it is asked again at "Send".
    draw(here === "q-fail-clock" ? "q-check" : here);
    report(problems);
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.closest("details[open]")) sentPlainly = true;
    else event.preventDefault();
  });
  form.addEventListener("input", () => {
    // What was sealed is no longer what stands here.
    sending.changed();
    if (here === "q-check") fillAnswers();
    if (!sending.isBroken()) sending.load();
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
      if (sending.isBusy()) return;
      sending.stop();
      go("q-check");
    });
  for (const button of all("#send, [data-send]", form)) button.addEventListener("click", send);
  back.addEventListener("click", () => history.back());
  for (const step of steps) show(step, true);
  // A step is a page of its own here: its heading is the first, what stands under it the second.
  for (const heading of all("h3", form)) heading.setAttribute("aria-level", "2");
  // Nothing could be typed while the page was held; what was typed after that stays.
  if (marks.contains("held") && !marks.contains("stuck")) wipe();
  marks.remove("stuck");
  marks.add("held", "wizard");
  history.scrollRestoration = "manual";
  history.replaceState({ ...history.state, at: "q-start", depth }, "");
  draw("q-start", true);
})();
