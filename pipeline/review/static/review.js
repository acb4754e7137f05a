// Keys, and pages that change in place. Without this module every page works as plain forms and links.

const SINGLE_KEYS = "imprimatur-single-keys";
const WAIT_BEFORE_PRINTING = 400; // Milliseconds without a keystroke.

const one = (selector) => document.querySelector(selector);
const singleKeys = () => localStorage.getItem(SINGLE_KEYS) !== "off";

// Fetch a page of this server and put it in the place of this one.
async function go(address, options = {}) {
  const announced = one("#told");
  document.body.ariaBusy = "true";
  try {
    const response = await fetch(address, options);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!page.querySelector("#told")) {
      location.assign(response.url);
      return;
    }
    if (response.url !== location.href) history.pushState(null, "", response.url);
    replace(page);
  } catch {
    announced.className = "told warned";
    announced.textContent = "The server did not answer. What you typed is still here.";
  } finally {
    document.body.ariaBusy = null;
  }
}

function replace(page) {
  const scrolled = one(".queue")?.scrollTop;
  document.title = page.title;
  for (const selector of [".bar", ".desk, .page"]) {
    const fresh = page.querySelector(selector);
    const old = one(selector);
    if (fresh && old) old.replaceWith(document.adoptNode(fresh));
  }
  // The live region stays the same element, so that screen readers hear what is put into it.
  const told = one("#told");
  const said = page.querySelector("#told");
  told.className = said.className;
  told.textContent = "";
  requestAnimationFrame(() => { told.textContent = said.textContent; });
  if (scrolled !== undefined && one(".queue")) one(".queue").scrollTop = scrolled;
  arrive();
  one("#main")?.focus({ preventScroll: true });
  scrollTo(0, 0);
  one(".message")?.scrollTo(0, 0);
}

// What a fresh page needs.
function arrive() {
  one(".queue [aria-current]")?.scrollIntoView({ block: "nearest" });
  const button = one("#keys-switch");
  if (button) {
    button.hidden = false;
    button.textContent = singleKeys() ? "Turn single keys off" : "Turn single keys on";
  }
  const frame = one("#printed");
  frame?.addEventListener("load", () => show(frame));
}

// Bring the message's block into view on the printed page, and mark it.
function show(frame) {
  const here = frame.contentDocument;
  const block = here?.getElementById(frame.dataset.anchor) ?? here?.querySelector(frame.dataset.fallback || "_");
  if (!block) return;
  block.style.outline = "2px solid currentColor";
  block.style.outlineOffset = "3px";
  const { top, height } = block.getBoundingClientRect();
  frame.contentWindow.scrollBy(0, top + height / 2 - frame.clientHeight / 2);
}

// Print the page again with what stands in the editor.
let waiting = 0;
let asked = 0;
async function follow() {
  const frame = one("#printed");
  const form = one("#editor");
  if (!frame || !form) return;
  const turn = ++asked;
  const address = frame.getAttribute("src").split("#")[0];
  const response = await fetch(address, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  if (!response.ok || turn !== asked || !frame.isConnected) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const here = frame.contentDocument;
  const scrolled = here.scrollingElement.scrollTop;
  here.body.replaceWith(here.adoptNode(page.body));
  here.scrollingElement.scrollTop = scrolled;
  show(frame);
}

function step(by) {
  const links = [...document.querySelectorAll(".queue li a")];
  const at = links.findIndex((link) => link.hasAttribute("aria-current"));
  const goal = links[at + by];
  if (goal) go(goal.href);
}

function openAndFocus(summary) {
  summary.parentElement.open = true;
  (summary.parentElement.querySelector("textarea, input:not([type=hidden]), select") ?? summary).focus();
}

function press(key) {
  if (key === "j") return step(1);
  if (key === "k") return step(-1);
  if (key === "?") {
    const keys = one("#keys");
    keys.open = !keys.open;
    keys.querySelector("summary").focus();
    return undefined;
  }
  const goal = one(`[data-key="${CSS.escape(key)}"]`);
  if (!goal) return false;
  if (goal.matches("summary")) openAndFocus(goal);
  else if (goal.matches("textarea")) {
    goal.focus();
    goal.setSelectionRange(goal.value.length, goal.value.length);
  }
  else goal.form.requestSubmit(goal);
  return undefined;
}

document.addEventListener("keydown", (event) => {
  const writing = event.target.matches("input:not([type=checkbox]), textarea, select");
  if (event.key === "Escape") {
    event.target.blur();
    one("#keys").open = false;
    one("#main")?.focus({ preventScroll: true });
    return;
  }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form) {
    event.preventDefault();
    const form = event.target.form;
    form.requestSubmit(form.querySelector("[data-key=save]") ?? form.querySelector("button"));
    return;
  }
  if (writing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !singleKeys()) return;
  if (event.key.length === 1 && press(event.key) !== false) event.preventDefault();
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  const address = form.getAttribute("action"); // Not `form.action`: that may be a button of this name.
  if (address === "/logout") return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  if (form.getAttribute("method") === "post") go(address, { method: "POST", body: fields });
  else go(`${address}?${fields}`);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("#keys-switch")) {
    localStorage.setItem(SINGLE_KEYS, singleKeys() ? "off" : "on");
    arrive();
    return;
  }
  const link = event.target.closest("a");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.hash) return;
  if (link.origin !== location.origin) return;
  event.preventDefault();
  go(link.href);
});

document.addEventListener("input", (event) => {
  if (!event.target.closest("#editor")) return;
  clearTimeout(waiting);
  waiting = setTimeout(follow, WAIT_BEFORE_PRINTING);
});

addEventListener("popstate", () => go(location.href));
arrive();
