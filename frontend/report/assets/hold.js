// @ts-check
// Runs before anything is drawn. Marks the page as one with scripts, and holds every submit but
// the one a person looked for and chose: what is typed leaves sealed or not at all.
(() => {
  const marks = document.documentElement.classList;
  const stuck = () => marks.contains("wizard") || marks.add("stuck");
  marks.add("held");
  document.addEventListener(
    "submit",
    (event) => {
      const by = /** @type {HTMLButtonElement | null} */ (event.submitter);
      if (!by || by.name !== "plain" || !by.closest("details[open]")) event.preventDefault();
    },
    true,
  );
  addEventListener(
    "error",
    (event) => {
      const what = event.target;
      if (what instanceof Element && what.id === "wizard") stuck();
    },
    true,
  );
  setTimeout(stuck, 12000);
})();
