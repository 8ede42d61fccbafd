// @ts-check
// Boxes over a picture: drawn with a finger or a mouse, or added and moved by buttons or arrow keys. (Not
// with Shift: three of those leave the page.) What lies under them is painted over by the pictures'
// worker; nothing is drawn here, since some browsers falsify on purpose what a page draws by itself.

/** @typedef {[number, number, number, number]} Box Left, top, width, height in ten-thousandths. */
/** @typedef {{boxes: Box[], blur: boolean}} Covers */
/** What is to be covered, nothing if it stays as it was; and whether the tool's own buttons said so.
 * @typedef {(covers: Covers | undefined, byHand: boolean) => void} Closed */
/**
 * @param {(key: string, value?: string) => string} say
 */
const coverer = (say) => {
  const WHOLE = 10000;
  const STEP = 250;
  const LEAST = 300;
  const MOST = 40;
  const NEW = 1600;
  /** @type {Record<string, [number, number]>} */
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  /** @template {HTMLElement} [T=HTMLElement] @param {string} id */
  const el = (id) => /** @type {T} */ (document.getElementById(id));
  const tool = el("cover");
  const surface = el("cover-picture");
  const image = /** @type {HTMLImageElement} */ (el("cover-image"));
  const blur = /** @type {HTMLInputElement} */ (el("cover-blur"));
  const [remove, undo] = ["cover-remove", "cover-undo"].map(
    (id) => /** @type {HTMLButtonElement} */ (el(id)),
  );

  /** @type {Box[]} */
  let boxes = [];
  let at = -1;
  /** What there was before each change. @type {string[]} */
  let past = [];
  /** What is done with them when the tool is closed. @type {Closed | undefined} */
  let settle;

  /** @param {number} value @param {number} least @param {number} most */
  const within = (value, least, most) => Math.round(Math.min(Math.max(value, least), most));
  /** @param {Box} box @returns {Box} */
  const fit = ([left, top, width, height]) => {
    const [wide, high] = [within(width, LEAST, WHOLE), within(height, LEAST, WHOLE)];
    return [within(left, 0, WHOLE - wide), within(top, 0, WHOLE - high), wide, high];
  };

  // ---- What is shown -------------------------------------------------------------------------

  /** @param {number} part */
  const percent = (part) =>
    (part / WHOLE).toLocaleString(document.documentElement.lang, { style: "percent" });
  const told = () => {
    const box = boxes[at];
    if (!box) return say("cover-none");
    const where = ["left", "top", "wide", "high"].map((side, n) => say(`cover-at-${side}`, percent(box[n])));
    return [`${say("cover-box", String(at + 1))}:`, where.join(", ")].join(" ");
  };
  /** @param {HTMLElement} mark @param {Box} box */
  const place = (mark, box) => {
    const parts = box.map((part) => `${part / 100}%`);
    [mark.style.left, mark.style.top, mark.style.width, mark.style.height] = parts;
  };
  /** @param {number} number */
  const made = (number) => {
    const mark = document.createElement("button");
    mark.type = "button";
    mark.className = "cover-box";
    mark.setAttribute("aria-label", say("cover-box", String(number + 1)));
    mark.addEventListener("focus", () => choose(number));
    return mark;
  };
  const marks = () => /** @type {HTMLElement[]} */ ([...surface.querySelectorAll(".cover-box")]);
  /** @param {string} [text] */
  const draw = (text = told()) => {
    for (let count = marks().length; count < boxes.length; count += 1) surface.append(made(count));
    marks().forEach((mark, number) => {
      if (number >= boxes.length) return mark.remove();
      place(mark, boxes[number]);
      mark.setAttribute("aria-pressed", String(number === at));
    });
    el("cover-told").textContent = text;
    remove.disabled = !boxes[at];
    undo.disabled = !past.length;
  };
  /** @param {number} number */
  const choose = (number) => {
    if (number === at) return;
    at = number;
    draw();
  };

  // ---- What changes --------------------------------------------------------------------------

  const remember = () => past.push(JSON.stringify([boxes, at]));
  /** Whether there was room for it. @param {Box} box */
  const add = (box) => {
    if (boxes.length >= MOST) {
      draw(say("cover-most", MOST.toLocaleString(document.documentElement.lang)));
      return false;
    }
    remember();
    boxes.push(fit(box));
    at = boxes.length - 1;
    return true;
  };
  /** @param {number[]} by */
  const step = (by) => {
    const box = boxes[at];
    if (!box) return;
    remember();
    boxes[at] = fit(/** @type {Box} */ (box.map((part, n) => part + STEP * (by[n] || 0))));
    draw();
  };
  el("cover-add").addEventListener("click", () => {
    const middle = (WHOLE - NEW) / 2;
    if (!add([middle, middle, NEW, NEW])) return;
    draw();
    marks()[at]?.focus();
  });
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (tool.querySelectorAll("[data-step]")))
    button.addEventListener("click", () => step((button.dataset.step || "").split(" ").map(Number)));
  remove.addEventListener("click", () => {
    remember();
    boxes.splice(at, 1);
    at = boxes.length - 1;
    draw();
    el("cover-add").focus();
  });
  undo.addEventListener("click", () => {
    [boxes, at] = JSON.parse(past.pop() || "[[],-1]");
    draw();
  });
  surface.addEventListener("keydown", (event) => {
    const by = ARROWS[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    step(by);
  });

  // ---- With a finger or a mouse --------------------------------------------------------------

  /** Where on the picture. @param {PointerEvent} event @returns {[number, number]} */
  const point = (event) => {
    const { left, top, width, height } = image.getBoundingClientRect();
    return [((event.clientX - left) / width) * WHOLE, ((event.clientY - top) / height) * WHOLE];
  };
  surface.addEventListener("pointerdown", (event) => {
    if (event.button || !event.isPrimary) return;
    const [x, y] = point(event);
    const held = marks().indexOf(/** @type {HTMLElement} */ (event.target));
    if (held < 0 && !add([x, y, LEAST, LEAST])) return;
    if (held >= 0) {
      remember();
      at = held;
    }
    const begun = boxes[at];
    let moved = held >= 0;
    /** @param {PointerEvent} now */
    const drag = (now) => {
      const [toX, toY] = point(now);
      if (held >= 0) {
        boxes[at] = fit([begun[0] + toX - x, begun[1] + toY - y, begun[2], begun[3]]);
      } else {
        const [left, right] = [x, within(toX, 0, WHOLE)].sort((a, b) => a - b);
        const [top, bottom] = [y, within(toY, 0, WHOLE)].sort((a, b) => a - b);
        moved ||= right - left > LEAST || bottom - top > LEAST;
        boxes[at] = fit([left, top, right - left, bottom - top]);
      }
      draw();
    };
    const drop = () => {
      surface.removeEventListener("pointermove", drag);
      // Whoever only taps gets a box around the place.
      if (!moved) boxes[at] = fit([x - NEW / 2, y - NEW / 2, NEW, NEW]);
      draw();
    };
    surface.setPointerCapture(event.pointerId);
    surface.addEventListener("pointermove", drag);
    surface.addEventListener("pointerup", drop, { once: true });
    surface.addEventListener("pointercancel", drop, { once: true });
    draw();
  });

  // ---- Opened and closed ---------------------------------------------------------------------

  /** Whatever closes the tool covers what lies under its boxes: only who says so leaves it bare.
   * @param {boolean} [kept] @param {boolean} [byHand] */
  const close = (kept = true, byHand = false) => {
    const done = settle;
    const covers = kept ? { boxes, blur: blur.checked } : undefined;
    settle = undefined;
    tool.hidden = true;
    image.removeAttribute("src");
    for (const mark of marks()) mark.remove();
    [boxes, at, past] = [[], -1, []];
    blur.checked = false;
    done?.(covers, byHand);
  };
  el("cover-done").addEventListener("click", () => close(true, true));
  el("cover-cancel").addEventListener("click", () => close(false, true));

  return {
    close,
    /** @param {string} url @param {Covers} covers @param {Closed} then Called at once when it is closed. */
    open: (url, covers, then) => {
      close();
      boxes = covers.boxes.map(fit);
      at = boxes.length - 1;
      blur.checked = covers.blur;
      image.alt = say("cover-image");
      image.src = url;
      tool.hidden = false;
      draw();
      el("cover-title").focus({ preventScroll: true });
      tool.scrollIntoView({ block: "nearest" });
      settle = then;
    },
  };
};
/** @typedef {typeof coverer} Coverer */
Object.assign(globalThis, { ginnelCoverer: coverer });
