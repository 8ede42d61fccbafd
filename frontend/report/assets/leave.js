// @ts-check
// "Exit this page", on every page: by its link, or by pressing Shift three times within five
// seconds. The page learns of it by a "leaving" event and wipes what it holds; our pages in other
// tabs leave too, or what was typed would stay there.
(() => {
  const KEYS = 3;
  const WITHIN = 5000;
  const exit = /** @type {HTMLAnchorElement} */ (document.getElementById("exit"));
  // Not by the link's own address: that is for pages without scripts, and needs our server.
  const away = () => location.replace(exit.dataset.away || exit.href);
  const tabs = new BroadcastChannel("leaving");

  const leave = () => {
    document.dispatchEvent(new Event("leaving"));
    document.body.hidden = true;
    document.title = "…";
    // The steps of the form stand in the history with one address. The first of them is what is
    // replaced, so that Back does not come here. Should going there fail, leaving does not wait.
    const depth = history.state?.depth || 0;
    if (!depth) return away();
    addEventListener("popstate", away);
    setTimeout(away, 150);
    history.go(-depth);
  };

  const leaveEverywhere = () => {
    tabs.postMessage("leaving");
    leave();
  };
  tabs.onmessage = leave;
  document.documentElement.classList.add("leave");

  for (const link of document.querySelectorAll("#exit, [data-exit]"))
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leaveEverywhere();
    });

  /** @type {number[]} */
  let presses = [];
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") {
      presses = [];
    } else if (!event.repeat) {
      presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < WITHIN);
      if (presses.length >= KEYS) leaveEverywhere();
    }
  });
})();
