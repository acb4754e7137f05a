// The page works without this file. It opens the contents beside the text on wide screens, shows
// where the reader is, closes menus that are no longer needed, and leaves tables that fit alone.
"use strict";
(() => {
  const wide = matchMedia("(min-width: 64rem)");
  const contents = document.querySelector(".contents details");
  const menu = document.querySelector(".languages");

  if (contents) {
    const fit = () => { contents.open = wide.matches; };
    fit();
    wide.addEventListener("change", fit);
    contents.addEventListener("click", (event) => {
      if (event.target.closest("a") && !wide.matches) contents.open = false;
    });
    follow(contents);
  }

  if (menu) {
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const open of [menu, wide.matches ? null : contents]) {
      if (open?.open) {
        open.open = false;
        open.querySelector("summary").focus();
      }
    }
  });

  const regions = document.querySelectorAll(".scroll, .prose pre");
  const reach = () => {
    for (const region of regions) {
      if (region.scrollWidth > region.clientWidth) region.tabIndex = 0;
      else region.removeAttribute("tabindex");
    }
  };
  if (regions.length) {
    reach();
    addEventListener("resize", reach);
  }

  // Marks the heading that the reader last passed in the contents.
  function follow(list) {
    const links = new Map();
    for (const link of list.querySelectorAll("a")) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    }
    const headings = [...links.keys()];
    let current = null;
    let waiting = false;
    const look = () => {
      waiting = false;
      const line = innerHeight * 0.3;
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < line);
      const next = links.get(passed.at(-1)) ?? null;
      if (next === current) return;
      current?.removeAttribute("aria-current");
      next?.setAttribute("aria-current", "location");
      if (next && wide.matches) {
        const box = list.parentElement;
        const top = next.getBoundingClientRect().top - box.getBoundingClientRect().top;
        if (top < 0 || top > box.clientHeight - 48) box.scrollTop += top - box.clientHeight / 2;
      }
      current = next;
    };
    addEventListener("scroll", () => {
      if (!waiting) requestAnimationFrame(look);
      waiting = true;
    }, { passive: true });
    look();
  }
})();
