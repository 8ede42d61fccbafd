// @ts-check
// Another language or size without losing what is typed. The other document is fetched and its words take the
// place of these, here: what is typed stays in its fields, is stored nowhere and handed to no other
// page. Both documents are drawn alike, so their shapes are the same; one that has another shape, or
// asks for or leads to anything else, is refused, and nothing changes.
(() => {
  const doc = document;
  const PATIENCE = 15000;
  // What somebody typed into, opened, or what a script knows: it stays, and the words in it change.
  const KEPT = "input, textarea, button, details, [id], [data-exit], [data-answer], [data-wait]";
  // What a script has written, and what no script reads.
  const LEFT = "noscript, textarea, .error, .room, .found, .hints, #files-list, #files-told, #cover-picture, #cover-told, #sending-files [role], .phrase, [data-typed], #summary ul, [data-answer], [data-wait]";
  const SAID = ["lang", "dir", "href", "alt", "aria-label", "formaction", "data-lang", "data-home"];
  // What the document says of itself: its language, and how big it is drawn.
  const DRAWN = ["lang", "dir", "data-print"];

  /** @param {string} url @returns {Promise<Document>} */
  const load = (url) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("GET", url);
      request.responseType = "document";
      request.timeout = PATIENCE;
      request.onload = () =>
        request.status === 200 && request.response ? resolve(request.response) : reject(request.status);
      request.onerror = request.ontimeout = reject;
      request.send();
    });

  /** What is to be done, found out before any of it is.
   * @param {Element} ours @param {Element} theirs @param {(() => void)[]} plan */
  const compare = (ours, theirs, plan) => {
    if (ours.tagName !== theirs.tagName || ours.id !== theirs.id) throw new Error("another shape");
    plan.push(() => {
      for (const name of SAID) {
        const said = theirs.getAttribute(name);
        if (said !== null) ours.setAttribute(name, said);
      }
    });
    if (ours.matches(LEFT)) return;
    if (ours instanceof HTMLTemplateElement) {
      const { content } = /** @type {HTMLTemplateElement} */ (theirs);
      plan.push(() => ours.content.replaceChildren(...content.childNodes));
    } else if (!ours.querySelector(KEPT) && !theirs.querySelector(KEPT)) {
      plan.push(() => ours.replaceChildren(...theirs.childNodes));
    } else {
      const children = [...theirs.children];
      if (ours.childElementCount !== children.length) throw new Error("another shape");
      [...ours.children].forEach((child, at) => compare(child, children[at], plan));
    }
  };
  /** Whatever on a page could ask for more than words, or lead elsewhere: the same in every language.
   * @param {Document} page */
  const beyond = (page) =>
    [...page.querySelectorAll("[src], [srcset], [href], [style], style, meta, object, form")]
      .filter((one) => !one.closest("noscript"))
      .map(({ tagName, attributes }) =>
        ["src", "srcset", "href", "style"].reduce((all, name) => {
          const said = attributes.getNamedItem(name)?.value || "";
          return `${all} ${said.replace(/^\/[A-Za-z-]+\/(large\/)?/, "/")}`;
        }, tagName),
      )
      .join("\n");
  const own = beyond(doc);

  /** @param {string} url */
  const reword = async (url) => {
    const theirs = await load(url);
    if (doc.body.hidden) return;
    if (beyond(theirs) !== own) throw new Error("more than words");
    /** @type {(() => void)[]} */
    const plan = [];
    compare(doc.body, theirs.body, plan);
    for (const step of plan) step();
    for (const name of DRAWN)
      doc.documentElement.setAttribute(name, theirs.documentElement.getAttribute(name) || "");
    doc.title = theirs.title;
    history.replaceState(history.state, "", url);
    doc.dispatchEvent(new Event("reworded"));
  };

  let busy = false;
  /** @param {HTMLAnchorElement} link */
  const follow = async (link) => {
    const failed = /** @type {HTMLElement} */ (doc.getElementById("language-failed"));
    const form = /** @type {HTMLFormElement} */ (doc.getElementById("tip"));
    busy = true;
    failed.hidden = true;
    try {
      await reword(link.href);
    } catch {
      const typed = [...new FormData(form).values()].some((value) => value);
      if (typed) failed.hidden = false;
      else if (!doc.body.hidden) location.assign(link.href);
    } finally {
      busy = false;
    }
  };
  doc.addEventListener("click", (event) => {
    const on = /** @type {Element} */ (event.target);
    const link = /** @type {HTMLAnchorElement | null} */ (on.closest(".languages a"));
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!busy) follow(link);
  });
})();
