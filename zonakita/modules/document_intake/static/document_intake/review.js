/* The review screen by keyboard, and the page that follows the row; everything also works by plain links and forms. */
(() => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const panel = () => document.querySelector("[data-review]");
  const rows = () => [...panel().querySelectorAll("[data-row]")];
  const selected = () => panel().querySelector(".di-selected");
  let paneIsClosed = window.matchMedia("(max-width: 61.99rem)").matches;
  let isZoomed = false;

  const boxesOf = (row) =>
    [...row.querySelectorAll("[data-box]")].map((cell) => {
      const [page, x, y, width, height, pageWidth, pageHeight] = cell.dataset.box.split(" ").map(Number);
      return { page, x, y, width, height, pageWidth, pageHeight, isCurrent: cell.classList.contains("di-current") };
    });

  // A page that was never drawn has no known size yet: the server then measures places on a page of upright A4.
  const sizes = new Map();
  const withSize = (url, then) => {
    if (sizes.has(url)) {
      then(sizes.get(url));
      return;
    }
    const picture = new Image();
    picture.addEventListener("load", () => {
      sizes.set(url, { width: picture.naturalWidth, height: picture.naturalHeight });
      then(sizes.get(url));
    });
    picture.src = url;
  };

  const fitted = (box, { width, height }) => {
    const across = width / box.pageWidth;
    const down = height / box.pageHeight;
    return { ...box, x: box.x * across, y: box.y * down, width: box.width * across, height: box.height * down, pageWidth: width, pageHeight: height };
  };

  const setPage = (svg, url, { width, height }) => {
    const image = svg.querySelector("image");
    if (image.getAttribute("href") !== url) image.setAttribute("href", url);
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    image.setAttribute("width", width);
    image.setAttribute("height", height);
  };

  const fitPage = () => {
    const svg = panel().querySelector("[data-pane][data-url-pattern] .di-page svg");
    const url = svg?.querySelector("image").getAttribute("href");
    if (url) withSize(url, (size) => setPage(svg, url, size));
  };

  let wanted = null;
  const showOnPage = (row) => {
    const pane = panel().querySelector("[data-pane][data-url-pattern]");
    const places = boxesOf(row);
    if (!pane || paneIsClosed || !places.length) return;
    const { page } = places[0];
    const url = pane.dataset.urlPattern.replace("/0/", `/${page}/`);
    wanted = row;
    withSize(url, (size) => {
      if (wanted !== row || !pane.isConnected) return;
      const svg = pane.querySelector(".di-page svg");
      setPage(svg, url, size);
      pane.querySelector("[data-page-number]").textContent = page;
      pane.querySelector("[data-page-link]").href = url;
      const boxes = places.filter((box) => box.page === page).map((box) => fitted(box, size));
      svg.querySelector("[data-boxes]").replaceChildren(...boxes.map(rectOf));
      scrollPage(boxes);
    });
  };

  const rectOf = (box) => {
    const rect = document.createElementNS(SVG, "rect");
    for (const name of ["x", "y", "width", "height"]) rect.setAttribute(name, box[name]);
    rect.classList.toggle("di-current", box.isCurrent);
    return rect;
  };

  const scrollPage = (boxes) => {
    const frame = panel().querySelector(".di-page");
    if (!frame) return;
    const target = boxes.find((box) => box.isCurrent) ?? boxes[0];
    const scale = frame.querySelector("svg").clientWidth / target.pageWidth;
    frame.scrollTo({
      top: Math.max(0, target.y * scale - frame.clientHeight / 4),
      left: isZoomed ? Math.max(0, target.x * scale - 16) : 0,
    });
  };

  const select = (row, { focus = true } = {}) => {
    for (const other of panel().querySelectorAll(".di-selected")) other.classList.remove("di-selected");
    row.classList.add("di-selected");
    if (focus) row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    if (hasOrigin()) followInText(row);
    else showOnPage(row);
  };

  // The text beside the rows comes from the server; it follows once the person rests on a row.
  const hasOrigin = () => !paneIsClosed && panel().querySelector("[data-origin]") !== null;
  let resting = 0;
  const followInText = (row) => {
    clearTimeout(resting);
    const shown = panel().querySelector("[data-origin]").dataset.origin;
    if (shown === row.dataset.row || row.matches("[data-open]") || panel().querySelector("[data-open]")) return;
    resting = setTimeout(() => row.querySelector("[data-select]")?.click(), 350);
  };

  const step = (offset) => {
    const all = rows();
    const at = all.indexOf(selected());
    const next = all[at < 0 ? 0 : Math.min(Math.max(at + offset, 0), all.length - 1)];
    if (next) select(next);
  };

  const isTyping = (target) => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");

  const press = (key) => {
    const row = selected() ?? rows()[0];
    const inRow = row?.querySelector(`[data-key="${CSS.escape(key)}"]`);
    const button = inRow ?? [...panel().querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find((found) => !found.closest("[data-row]"));
    if (!button || button.disabled) return false;
    button.click();
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (!panel() || event.altKey || event.metaKey || document.querySelector("dialog[open]")) return;
    const inPanel = event.target === document.body || panel().contains(event.target);
    if (!inPanel) return;
    const open = event.target.closest("[data-open], .di-naming");
    if (event.ctrlKey) {
      if (event.key === "Enter" && open) {
        event.preventDefault();
        open.querySelector("[data-save], button[value^=rename]")?.click();
      }
      return;
    }
    if (event.key === "Escape") {
      const close = panel().querySelector("[data-close]");
      if (close && !document.querySelector("details.zk-menu[open]")) close.click();
      return;
    }
    if (isTyping(event.target)) return;
    const moves = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
    const onRow = event.target.matches?.("[data-row]") || event.target === document.body;
    if (event.key in moves && (onRow || event.key.length === 1)) {
      if (event.target === document.body && event.key.length > 1) return;
      event.preventDefault();
      step(moves[event.key]);
      return;
    }
    if (event.key === "Enter" && !event.target.matches("[data-row]")) return;
    if (press(event.key.length === 1 ? event.key.toLowerCase() : event.key)) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    if (!panel()?.contains(event.target)) return;
    const row = event.target.closest("[data-row]");
    if (event.target.closest("[data-select]") && !hasOrigin()) {
      event.preventDefault();
      event.stopPropagation();
      select(row);
    } else if (row && !event.target.closest("a, button, summary, input, textarea, select, label")) {
      select(row, { focus: !row.matches("[data-open]") && !getSelection().toString() });
    }
    const toggle = event.target.closest("[data-toggle-pane]");
    if (toggle) {
      paneIsClosed = !paneIsClosed;
      applyPane();
      if (selected()) showOnPage(selected());
    }
    const zoom = event.target.closest("[data-zoom]");
    if (zoom) {
      isZoomed = !isZoomed;
      applyPane();
      if (selected()) showOnPage(selected());
    }
    const split = event.target.closest("[data-split-at-caret]");
    if (split) splitAtCaret(split);
  }, true);

  document.addEventListener("focusin", (event) => {
    const field = event.target.closest?.(".di-field[data-box]");
    if (!field || !panel()?.contains(field)) return;
    for (const other of panel().querySelectorAll(".di-field.di-current")) other.classList.remove("di-current");
    field.classList.add("di-current");
    showOnPage(field.closest("[data-row]"));
  });

  const splitAtCaret = (button) => {
    const first = button.closest(".di-field").querySelector("textarea");
    const second = document.getElementById(first.id.replace("first-", "second-"));
    const at = first.selectionStart;
    second.value = [first.value.slice(at).trim(), second.value].filter(Boolean).join("\n");
    first.value = first.value.slice(0, at).trim();
    first.focus();
  };

  const applyPane = () => {
    panel().querySelector(".di-work")?.classList.toggle("di-pane-closed", paneIsClosed);
    panel().querySelector("[data-toggle-pane]")?.setAttribute("aria-pressed", String(!paneIsClosed));
    panel().querySelector(".di-page")?.classList.toggle("di-zoomed", isZoomed);
    panel().querySelector("[data-zoom]")?.setAttribute("aria-pressed", String(isZoomed));
  };

  const arrive = () => {
    if (!panel()) return;
    applyPane();
    fitPage();
    const open = panel().querySelector("[data-open], .di-naming");
    const row = selected();
    if (open) {
      const field = open.querySelector(".di-current textarea, .di-current .form-control") ?? open.querySelector("textarea, select, .form-control");
      open.scrollIntoView({ block: open.offsetHeight > window.innerHeight / 2 ? "start" : "nearest" });
      field?.focus({ preventScroll: true });
    }
    if (row) {
      if (!open) select(row);
      else showOnPage(row);
    }
    const mark = panel().querySelector("[data-origin-mark]");
    if (mark) mark.parentElement.scrollTop = mark.offsetTop - mark.parentElement.clientHeight / 3;
  };

  document.addEventListener("DOMContentLoaded", arrive);
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.elt?.matches?.("[data-review]")) arrive();
  });
  // A refused change comes with its explanation as 409 or 422 and is shown like any other answer. Whatever is
  // no panel (the sign-in page after a long pause, an error page) gets the whole window.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, target } = event.detail;
    if (target?.id !== "tinjauan") return;
    if (!xhr.responseText.includes('id="tinjauan"')) {
      event.detail.shouldSwap = false;
      if (xhr.status === 200) window.location.assign(xhr.responseURL);
      else window.location.reload();
    } else if ([409, 422].includes(xhr.status)) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
})();
