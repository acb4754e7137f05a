// In a preview: says a block's state and past while it is pointed at or has the focus.
"use strict";
(() => {
  const told = document.getElementById("past");
  if (told) tell(JSON.parse(told.textContent), document.getElementById("marks"));

  function tell({ states, lines, past, rest }, marks) {
    const blocks = [...document.querySelectorAll("[data-message]")];
    const happened = new Map(past.flatMap(([numbers, names]) => names.split(" ").map((name) => [name, numbers])));
    const note = document.createElement("div");
    note.className = "past";
    note.setAttribute("role", "status");
    note.hidden = true;
    document.querySelector(".banner").append(note);
    const show = (block) => {
      const state = document.createElement("strong");
      state.textContent = states[block.dataset.state] ?? "";
      state.dataset.tally = block.dataset.state;
      const list = document.createElement("ul");
      for (const number of happened.get(block.dataset.message) ?? rest) {
        const item = document.createElement("li");
        item.textContent = lines[number];
        list.append(item);
      }
      note.replaceChildren(state, ...(list.firstChild ? [list] : []));
      note.hidden = !marks.checked;
    };
    const hide = () => { note.hidden = true; };
    for (const block of blocks) {
      block.addEventListener("pointerenter", () => show(block));
      block.addEventListener("pointerleave", hide);
      block.addEventListener("focus", () => show(block));
      block.addEventListener("blur", hide);
    }
    const fit = () => {
      hide();
      for (const block of blocks) {
        if (marks.checked) block.tabIndex = 0;
        else block.removeAttribute("tabindex");
      }
    };
    marks.addEventListener("change", fit);
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
    fit();
  }
})();
