/* Choosing rows: the bar appears with the first choice, shift-click takes a run of rows; choosing all that match the
   filter reaches beyond this page, and leaving one row out ends it. */
(() => {
  "use strict";
  const bar = document.querySelector("[data-choice-bar]");
  if (!bar) return;
  const boxes = [...document.querySelectorAll("[data-choose]")];
  const all = document.querySelector("[data-choose-all]");
  const matching = document.querySelector("[data-choose-matching]");
  const count = bar.querySelector("[data-choice-count]");
  let last = null;

  const show = () => {
    const onPage = boxes.filter((box) => box.checked).length;
    const chosen = matching && matching.checked ? Number(matching.value) : onPage;
    bar.classList.toggle("plan-bar-on", chosen > 0);
    count.textContent = chosen > 0 ? String(chosen) : "";
    if (all) {
      all.checked = onPage === boxes.length;
      all.indeterminate = onPage > 0 && onPage < boxes.length;
    }
  };
  const choosePage = (isChosen) => {
    for (const box of boxes) box.checked = isChosen;
    if (matching && !isChosen) matching.checked = false;
    show();
  };

  for (const box of boxes) {
    box.addEventListener("click", (event) => {
      if (event.shiftKey && last) {
        const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((a, b) => a - b);
        for (const between of boxes.slice(from, to + 1)) between.checked = box.checked;
      }
      if (matching && !box.checked) matching.checked = false;
      last = box;
      show();
    });
  }
  if (all) {
    all.hidden = false;
    all.addEventListener("change", () => choosePage(all.checked));
  }
  if (matching) matching.addEventListener("change", () => choosePage(matching.checked));
  window.addEventListener("pageshow", show);
  show();
})();
