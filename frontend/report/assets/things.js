// @ts-check
// People, vehicles and accounts: shows one more when asked for, says in a line what was written about
// each, and takes one away. Without this script each is a fold of its own, all of them there.
(() => {
  const doc = document;
  if (doc.body.hidden) return;
  /** @param {ParentNode} within @param {string} query @returns {any[]} */
  const all = (within, query) => Array.from(within.querySelectorAll(query));
  /** @param {string} what */
  const removed = (what) => {
    const words = /** @type {HTMLTemplateElement | null} */ (doc.querySelector("#words"));
    const text = words?.content.querySelector('[data-key="thing-removed"]')?.textContent || "";
    return text.replace(/\{\w+\}/, () => what);
  };

  /** @param {HTMLElement} list */
  const begin = (list) => {
    /** @type {HTMLDetailsElement[]} */
    const things = all(list, ".thing");
    const [add] = all(list, "[data-add]");
    const [full] = all(list, "[data-full]");
    const [told] = all(list, "[data-told]");
    let shown = 1;

    /** @param {Element} thing @returns {HTMLInputElement[]} */
    const boxes = (thing) => all(thing, "input");
    /** @param {Element} thing */
    const written = (thing) =>
      boxes(thing)
        .map((box) => box.value.trim())
        .filter((text) => text);
    const draw = () => {
      things.forEach((thing, at) => {
        const texts = written(thing);
        if (texts.length) shown = Math.max(shown, at + 1);
        all(thing, ".said")[0].textContent = texts.slice(0, 2).join(", ");
      });
      things.forEach((thing, at) => {
        thing.hidden = at >= shown;
        all(thing, "[data-remove]")[0].hidden = shown === 1 && !written(thing).length;
      });
      add.hidden = shown === things.length;
      full.hidden = !add.hidden;
    };
    /** @param {number} [at] */
    const open = (at) => {
      things.forEach((thing, other) => {
        thing.open = other === at;
      });
    };
    const forget = () => {
      shown = 1;
      told.textContent = "";
      for (const said of all(list, ".said")) said.textContent = "";
      open(0);
    };

    add.addEventListener("click", () => {
      shown += 1;
      told.textContent = "";
      draw();
      open(shown - 1);
      boxes(things[shown - 1])[0].focus();
    });
    things.forEach((thing, at) => {
      all(thing, "[data-remove]")[0].addEventListener("click", () => {
        const name = all(thing, "b")[0].textContent || "";
        // Those behind it move up, so that they are counted without a gap.
        for (let to = at; to < things.length; to += 1) {
          const from = things[to + 1] ? boxes(things[to + 1]) : [];
          boxes(things[to]).forEach((box, number) => {
            box.value = from[number]?.value || "";
          });
        }
        shown = Math.max(1, shown - 1);
        draw();
        open(shown === 1 ? 0 : undefined);
        told.textContent = removed(name);
        (add.hidden ? all(things[0], "summary")[0] : add).focus();
        // Whoever keeps what was sealed learns of it.
        list.dispatchEvent(new Event("input", { bubbles: true }));
      });
    });
    list.addEventListener("input", draw);
    list.closest("form")?.addEventListener("reset", forget);
    doc.addEventListener("reworded", draw);
    draw();
  };
  for (const list of all(doc, ".things")) begin(list);
})();
