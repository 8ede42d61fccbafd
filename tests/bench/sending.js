// Fills the form in, chooses "Send", and tells what the page waited for: milliseconds on its clock.
// Workers are not slowed by the browser's own means: what they took is told apart.
const [story, settle] = arguments;
const find = (css) => document.querySelector(css);
const shown = () => find(".step.here").id;
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
const until = async (holds) => {
  for (let tries = 0; tries < 3000; tries += 1) {
    if (holds()) return;
    await pause(20);
  }
  throw new Error(`nothing comes after ${shown()}`);
};

const asked = [];
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message, ...rest) {
  const { id, type } = message;
  if (type) {
    const began = performance.now();
    const answered = ({ data }) => {
      if (data.id !== id) return;
      this.removeEventListener("message", answered);
      asked.push({ what: type, began, ended: performance.now(), worker: true });
    };
    this.addEventListener("message", answered);
  }
  return post.call(this, message, ...rest);
};
const reach = window.fetch;
window.fetch = async (url, options) => {
  const began = performance.now();
  const response = await reach(url, options);
  const what = `${options?.method || "GET"} ${new URL(url, location).pathname}`;
  asked.push({ what, began, ended: performance.now(), worker: false });
  return response;
};

/** Writes the phrase down, and types two of it back. */
const withPhrase = {
  "q-phrase": () => until(() => find("#phrase li")),
  "q-typed": () => {
    const words = [...document.querySelectorAll("#phrase li")].map((word) => word.textContent);
    for (const at of [0, 1]) {
      const place = find(`#typed-${at}-label`).textContent.match(/\d+/)[0];
      find(`#typed-${at}`).value = words[place - 1];
    }
  },
};

return (async () => {
  for (const id of ["danger-no", "about-drugs_supply", "reply-phrase"]) find(`#${id}`).click();
  find("#story").value = story;
  find("#story").dispatchEvent(new Event("input", { bubbles: true }));
  while (shown() !== "q-check") {
    const step = shown();
    await withPhrase[step]?.();
    find(`#${step} [data-next]`).click();
    await until(() => shown() !== step);
  }
  // Somebody reads it once more; meanwhile the sealer has come.
  await pause(settle);
  asked.length = 0;
  const began = performance.now();
  find("#send").click();
  await until(() => shown() === "q-sent");
  const total = performance.now() - began;
  const parts = asked.map(({ what, began, ended, worker }) => ({ what, took: ended - began, worker }));
  return { total, parts };
})();
