// @ts-check
// The phrase to come back with: shown once, printed if somebody wants that, asked back for two of its
// eight, forgotten with the rest. A worker of its own draws it, fetched once somebody wants one, and signs
// with it. It stands in no address, in no field with a name, in no title and in no storage.

/** @typedef {import("./send.js").Starter} Starter */
/** @typedef {{starter: Starter, say: (key: string, value?: string) => string,
 *   show: (node: Element, shown: boolean) => void}} Lent */
/** @param {Lent} lent */
const phraseKeeper = ({ starter, say, show }) => {
  const doc = document;
  /** @param {string} id */
  const el = (id) => /** @type {HTMLInputElement} */ (doc.getElementById(id));
  const { inst } = doc.body.dataset;
  const { ask, dismiss, load } = starter(el("q-phrase").dataset);
  /** Its words, and the same as digits. @type {string[][]} */
  let ways = [];
  /** Which of the two is shown. */
  let way = doc.documentElement.lang.startsWith("en") ? 0 : 1;
  /** The places in it that are asked back. @type {number[]} */
  let asked = [];
  let proven = false;
  let drawing = false;
  let here = "";

  const fill = () => {
    const list = el("phrase");
    list.textContent = "";
    for (const part of ways[way] || []) list.appendChild(doc.createElement("li")).textContent = part;
    show(list, !!ways.length);
    show(el("phrase-ways"), !!ways.length);
    show(el("phrase-slip"), !!ways.length);
    for (const button of doc.querySelectorAll("[data-way]"))
      show(button, Number(/** @type {HTMLElement} */ (button).dataset.way) !== way);
  };
  const draw = async () => {
    if (ways.length || drawing) return fill();
    drawing = true;
    show(el("phrase-failed"), false);
    show(el("phrase-making"), true);
    const drawn = (await load()) ? await ask({ type: "draw" }) : undefined;
    drawing = false;
    show(el("phrase-making"), false);
    if (drawn?.ways) ways = drawn.ways.map((/** @type {string} */ text) => text.split(" "));
    show(el("phrase-failed"), !ways.length);
    fill();
    // Stretched while it is written down, so that nobody waits for it at "Send".
    if (ways.length) withPhrase({ type: "keep" });
  };
  /** Asks the worker of the phrase. @param {object} what */
  const withPhrase = async (what) => {
    const phrase = (ways[1] || []).join(" ");
    return (await load()) ? ask({ ...what, phrase, inst }) : { type: "failed" };
  };

  // ---- Typed back ------------------------------------------------------------------------------

  const label = () => {
    asked.forEach((place, at) => {
      el(`typed-${at}-label`).textContent = say("typed-ask", number(place));
    });
  };
  const askBack = () => {
    const [one, other] = crypto.getRandomValues(new Uint32Array(2));
    const first = one % 8;
    asked = [first, (first + 1 + (other % 7)) % 8].sort();
    asked.forEach((_, at) => {
      el(`typed-${at}`).value = "";
    });
    label();
    complain();
  };
  /** @param {number} place */
  const number = (place) => (place + 1).toLocaleString(doc.documentElement.lang);
  /** Digits of any script as those of ours. @param {string} typed */
  const plain = (typed) =>
    typed
      .trim()
      .toLowerCase()
      .replace(/\p{Nd}/gu, (digit) => {
        let zero = digit.codePointAt(0) || 0;
        const code = zero;
        while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
        return String(code - zero);
      });
  /** @param {number} [at] Which of the two is wrong. */
  const complain = (at) => {
    const wrong = at !== undefined;
    el("typed-error").textContent = wrong ? say("typed-wrong", number(asked[at])) : "";
    show(el("typed-error"), wrong);
    [0, 1].forEach((one) => el(`typed-${one}`).setAttribute("aria-invalid", String(one === at)));
    if (wrong) el(`typed-${at}`).focus();
  };
  const isTypedBack = () => {
    const wrong = asked.findIndex((place, at) => {
      const typed = plain(el(`typed-${at}`).value);
      return !ways.some((parts) => parts[place] === typed);
    });
    complain(wrong < 0 ? undefined : wrong);
    proven = wrong < 0;
    return proven;
  };

  // ---- On paper ----------------------------------------------------------------------------------

  let clear = () => {};
  const printSlip = () => {
    clear();
    const slip = doc.body.appendChild(doc.createElement("div"));
    slip.id = "slip-sheet";
    const list = /** @type {HTMLElement} */ (el("phrase").cloneNode(true));
    list.removeAttribute("id");
    if (!el("slip-bare").checked) {
      const about = slip.appendChild(doc.createElement("p"));
      about.textContent = `${el("slip-about").textContent} ${location.origin}${doc.body.dataset.home}replies`;
    }
    slip.append(list);
    const named = doc.title;
    // A browser prints the title at the edge.
    doc.title = "\u00a0";
    doc.documentElement.classList.add("slip");
    clear = () => {
      slip.remove();
      doc.documentElement.classList.remove("slip");
      if (doc.title === "\u00a0" || !doc.title) doc.title = named;
      clear = () => {};
    };
    addEventListener("afterprint", () => clear(), { once: true });
    print();
  };

  for (const button of doc.querySelectorAll("[data-way]"))
    button.addEventListener("click", () => {
      way = 1 - way;
      fill();
      /** @type {HTMLElement | null} */ (doc.querySelector("[data-way]:not([hidden])"))?.focus();
    });
  el("slip-print").addEventListener("click", printSlip);
  el("phrase-retry").addEventListener("click", draw);
  el("typed-again").addEventListener("click", () => el("back").click());

  const isWanted = () => el("reply-phrase").checked;
  // There by the time it is shown.
  el("reply-phrase").addEventListener("change", load);
  return {
    given: () => (isWanted() && ways.length ? withPhrase : undefined),
    /** A step is shown. @param {string} step */
    shown: (step) => {
      if (step === "q-phrase") draw();
      // Drawn once more in another language it is the same question.
      if (step === "q-typed") step === here ? label() : askBack();
      here = step;
    },
    /** Whether somebody may go on from a step. @param {string} step */
    mayLeave: (step) => {
      if (step === "q-phrase") return !!ways.length;
      return step !== "q-typed" || isTypedBack();
    },
    /** The step that is still to be gone through before anything is sent. */
    missing: () => {
      if (!isWanted() || proven) return "";
      return ways.length ? "q-typed" : "q-phrase";
    },
    wipe: () => {
      clear();
      dismiss();
      ways = [];
      asked = [];
      proven = false;
      fill();
    },
  };
};
/** @typedef {typeof phraseKeeper} Keeper */
Object.assign(globalThis, { ginnelPhrase: phraseKeeper });
