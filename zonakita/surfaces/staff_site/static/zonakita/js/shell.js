/* Small comforts on pages that work without it: dialogs, menus, toasts, file drop, focus on errors. */
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    const dialog = opener && document.getElementById(opener.dataset.opens);
    if (dialog?.showModal) {
      event.preventDefault();
      dialog.showModal();
    }
    const closer = event.target.closest("[data-closes]");
    if (closer) document.getElementById(closer.dataset.closes)?.close();
    if (event.target.closest("[data-closes-toast]")) event.target.closest("[data-toast]").remove();
    for (const menu of document.querySelectorAll("details.zk-menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = event.target.closest?.("details.zk-menu[open]") ?? document.querySelector("details.zk-menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  const size = (bytes) => {
    const units = ["B", "kB", "MB", "GB"];
    const step = Math.min(3, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
    return `${new Intl.NumberFormat(root.lang, { maximumFractionDigits: 1 }).format(bytes / 1000 ** step)} ${units[step]}`;
  };

  const prepareDropZone = (zone) => {
    const input = zone.querySelector("input[type=file]");
    const list = zone.querySelector(".zk-drop-files");
    const show = () => {
      list.replaceChildren(
        ...Array.from(input.files, (file) => {
          const line = document.createElement("li");
          line.textContent = `${file.name} (${size(file.size)})`;
          return line;
        }),
      );
    };
    const over = (isOver) => (event) => {
      event.preventDefault();
      zone.classList.toggle("zk-drop-over", isOver);
    };
    zone.addEventListener("dragover", over(true));
    zone.addEventListener("dragleave", over(false));
    zone.addEventListener("drop", (event) => {
      over(false)(event);
      const dropped = new DataTransfer();
      for (const file of input.multiple ? event.dataTransfer.files : [...event.dataTransfer.files].slice(0, 1)) {
        dropped.items.add(file);
      }
      input.files = dropped.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    input.addEventListener("change", show);
  };

  // Tabs and chips run in one line on a phone; the one that is open must not lie outside it.
  const showInStrip = (current) => {
    const strip = [current.closest("ul"), current.closest("nav")].find((list) => list && list.scrollWidth > list.clientWidth);
    if (!strip) return;
    const [line, tab] = [strip.getBoundingClientRect(), current.getBoundingClientRect()];
    strip.scrollLeft += tab.left - line.left - (line.width - tab.width) / 2;
  };

  const prepare = (part) => {
    for (const current of part.querySelectorAll("[aria-current]")) showInStrip(current);
    for (const zone of part.querySelectorAll("[data-drop-zone]:not([data-ready])")) {
      zone.dataset.ready = "";
      prepareDropZone(zone);
    }
    part.querySelector("[data-focus]")?.focus();
  };

  // A part of a page that does not come says so; without this a click would simply do nothing.
  const tellFailure = (kind) => {
    const template = document.getElementById("permintaan-gagal");
    const toasts = document.getElementById("pesan");
    if (!template || !toasts) return;
    const toast = template.content.firstElementChild.cloneNode(true);
    toast.querySelector("p").textContent = template.dataset[kind];
    for (const earlier of toasts.querySelectorAll("[data-failure]")) earlier.remove();
    toast.dataset.failure = kind;
    toasts.append(toast);
  };
  const kinds = { 401: "refused", 403: "refused", 404: "gone", 410: "gone" };
  document.addEventListener("htmx:responseError", (event) => tellFailure(kinds[event.detail.xhr.status] ?? "failed"));
  for (const name of ["htmx:sendError", "htmx:timeout"]) document.addEventListener(name, () => tellFailure("silent"));

  document.addEventListener("DOMContentLoaded", () => prepare(document));
  document.addEventListener("htmx:load", (event) => {
    if (event.target !== document.body) prepare(event.target);
  });
})();
