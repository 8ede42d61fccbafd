// Types into the middle of a long text, in the sanitiser and in a field of its own.
const [count] = arguments;
const channel = new MessageChannel();
const over = () =>
  new Promise((resolve) => {
    channel.port1.onmessage = () => resolve(document.body.offsetHeight);
    channel.port2.postMessage(0);
  });

const type = async (field) => {
  const took = [];
  const middle = Math.floor(field.value.length / 2);
  for (let at = 0; at < count; at += 1) {
    const key = at % 6 === 5 ? " " : "x";
    field.setRangeText(key, middle + at, middle + at, "end");
    const begun = performance.now();
    field.dispatchEvent(new InputEvent("input", { bubbles: true, data: key }));
    await over();
    took.push(performance.now() - begun);
  }
  return took;
};

(async () => {
  const field = document.querySelector("#item-1-text");
  const alone = field.cloneNode();
  alone.id = "";
  alone.value = field.value;
  field.parentElement.append(alone);
  const plain = await type(alone);
  alone.remove();
  window.tookByBench = { plain, sanitiser: await type(field) };
})();
