// Notes when the console's list of waiting tips fills: milliseconds on this page's clock.
const [total] = arguments;
const seen = { start: 0, first: 0, usable: 0, all: 0, freeze: 0 };
window.seenByBench = seen;
const painted = (then) => requestAnimationFrame(() => setTimeout(then, 0));
const note = (what) => {
  seen[what] = -1;
  painted(() => {
    seen[what] = performance.now();
  });
};

const look = () => {
  const row = document.querySelector(".list .row");
  if (!seen.start && document.querySelector(".fetch-progress")) seen.start = performance.now();
  if (!seen.first && row) {
    note("first");
    // Usable is what answers: a click shows the tip.
    painted(() => document.querySelector(".list .row")?.click());
  }
  if (!seen.usable && document.querySelector(".reading .story")) note("usable");
  const count = document.querySelector(".list-count")?.textContent ?? "";
  if (!seen.all && count.replace(/\D/g, "") === String(total)) note("all");
};
new MutationObserver(look).observe(document.body, {
  attributes: true,
  characterData: true,
  childList: true,
  subtree: true,
});

let last = 0;
const frame = (now) => {
  if (seen.start && last) seen.freeze = Math.max(seen.freeze, now - last);
  last = now;
  if (!(seen.all > 0)) requestAnimationFrame(frame);
};
requestAnimationFrame(frame);
