// @ts-check
// "Exit this page", on every page: by its link, or by pressing Shift three times within five
// seconds. The page learns of it by a "leaving" event and wipes what it holds; our pages in other
// tabs leave too, or what was typed would stay there.
//
// None of our pages stays before the one the exit leads to, and none that was posted behind it, for
// those could be posted again: the way out goes back to the first of our pages, forgets those that
// came after it, and puts another website in its place.
(() => {
  const KEYS = 3;
  const WITHIN = 5000;
  // How long going back may take: within this page, and to another one.
  const STEP = 150;
  const PAGE = 1500;
  // What the tab is called while it goes back from one of our pages to another.
  const LEAVING = "leaving";
  const exit = /** @type {HTMLAnchorElement} */ (document.getElementById("exit"));
  // The types know nothing of it yet, nor do browsers of a few years ago.
  const { navigation } = /** @type {{navigation?: {currentEntry: {index: number} | null}}} */ (
    /** @type {unknown} */ (globalThis)
  );
  const tabs = new BroadcastChannel(LEAVING);
  const steps = () => history.state?.depth || 0;

  // Without it, pages count for themselves. A page that is new stands last in the tab's history: it
  // notes its place there (`index`, to which steps within the page are added). Where the first of our
  // pages stands is handed from page to page as the tab's name, a bare number.
  const FULL = 50;
  const counts = !navigation && history.length < FULL;
  const place = () => (history.state?.index ?? history.length - 1) + steps();
  const count = () => {
    history.replaceState({ ...history.state, index: place() - steps() }, "");
    const first = /^\d+$/.test(window.name) ? Number(window.name) : FULL;
    window.name = String(Math.min(first, place()));
  };
  /** How many of our pages and steps stand before this one. */
  const before = () =>
    navigation?.currentEntry?.index ?? (counts ? place() - Number(window.name) : steps());

  /** @param {string} [url] */
  const away = (url) => {
    window.name = "";
    location.replace(url || exit.href);
  };
  // Straight there, which does not need our server. Only where it cannot be known what stands before
  // this page, by the link's own address: that has the browser forget the pages it keeps for Back.
  const elsewhere = () => away(navigation || counts ? exit.dataset.away : "");
  const hide = () => {
    document.dispatchEvent(new Event(LEAVING));
    document.body.hidden = true;
    document.title = "…";
  };
  /** Goes back; should that fail, leaving does not wait.
   * @param {number} depth @param {() => void} then */
  const back = (depth, then) => {
    const once = () => {
      clearTimeout(late);
      removeEventListener("popstate", once);
      then();
    };
    const late = setTimeout(once, STEP);
    addEventListener("popstate", once);
    history.go(-depth);
  };
  // A new step takes the place of all that came after the first page; then it is left behind itself.
  const forget = () => {
    history.pushState(null, "");
    back(1, elsewhere);
  };
  const leave = () => {
    if (document.body.hidden) return;
    hide();
    const depth = Math.max(before(), 0);
    if (!depth) return forget();
    if (depth <= steps()) return back(depth, forget);
    // The first page is another one: it goes on when it is shown.
    window.name = LEAVING;
    setTimeout(away, PAGE);
    history.go(-depth);
  };
  const arrive = () => {
    if (window.name !== LEAVING) return;
    window.name = "";
    hide();
    forget();
  };
  addEventListener("pageshow", arrive);
  arrive();
  if (counts && !document.body.hidden) count();

  // ---- Feedback: dots in the button for those who see it, a line for those who hear it -------

  /** @param {string} key */
  const tell = (key) => {
    const said = document.getElementById("exit-said");
    const words = /** @type {HTMLTemplateElement | null} */ (document.getElementById("exit-words"));
    const line = words?.content.querySelector(`[data-key="${key}"]`);
    if (said) said.textContent = line?.textContent || "";
  };
  /** @param {number} count */
  const mark = (count) => {
    if (count) exit.dataset.pressed = String(count);
    else delete exit.dataset.pressed;
  };

  const leaveEverywhere = () => {
    tabs.postMessage(LEAVING);
    leave();
  };
  tabs.onmessage = leave;
  document.documentElement.classList.add("leave");

  for (const link of document.querySelectorAll("#exit, [data-exit]"))
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leaveEverywhere();
    });

  // A press counts when the key is let go again with nothing else pressed in between, so that capital
  // letters do not.
  /** @type {number[]} */
  let presses = [];
  let alone = false;
  let late = 0;
  const over = () => {
    presses = [];
    clearTimeout(late);
    mark(0);
  };
  addEventListener("keydown", (event) => {
    alone = event.key === "Shift" && (alone || !event.repeat);
    if (alone) return;
    if (presses.length) tell("");
    over();
  });
  addEventListener("pointerdown", () => {
    alone = false;
  });
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < WITHIN);
    mark(presses.length);
    if (presses.length >= KEYS) {
      tell("exit-now");
      leaveEverywhere();
      return;
    }
    tell(presses.length > 1 ? "exit-one-more" : "exit-two-more");
    clearTimeout(late);
    late = setTimeout(() => {
      over();
      tell("exit-expired");
    }, WITHIN);
  });
})();
