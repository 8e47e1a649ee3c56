/* Choosing rows: the bar appears with the first choice, shift-click takes a run of rows. The tree is open beside
   the table where there is room for it. */
(() => {
  "use strict";
  const tree = document.querySelector(".plan-side .plan-tree");
  if (tree && window.matchMedia("(min-width: 100rem)").matches) tree.open = true;
  const bar = document.querySelector("[data-choice-bar]");
  if (!bar) return;
  const boxes = [...document.querySelectorAll("[data-choose]")];
  const all = document.querySelector("[data-choose-all]");
  const count = bar.querySelector("[data-choice-count]");
  let last = null;

  const show = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    bar.classList.toggle("plan-bar-on", chosen > 0);
    count.textContent = chosen > 0 ? String(chosen) : "";
    if (all) {
      all.checked = chosen === boxes.length;
      all.indeterminate = chosen > 0 && chosen < boxes.length;
    }
  };

  for (const box of boxes) {
    box.addEventListener("click", (event) => {
      if (event.shiftKey && last) {
        const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((a, b) => a - b);
        for (const between of boxes.slice(from, to + 1)) between.checked = box.checked;
      }
      last = box;
      show();
    });
  }
  if (all) {
    all.hidden = false;
    all.addEventListener("change", () => {
      for (const box of boxes) box.checked = all.checked;
      show();
    });
  }
  window.addEventListener("pageshow", show);
  show();
})();
