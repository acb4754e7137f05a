// Searches the articles of this language. The index is loaded when somebody begins to type; what
// makes a word here is what makes one in pipeline/render/search.py.
"use strict";
(() => {
  const box = document.querySelector("search");
  // A page that is opened from the disk may not read its neighbours.
  if (!box || location.protocol === "file:") return;
  const field = box.querySelector("input");
  const count = box.querySelector("[role=status]");
  const all = document.querySelector(".list");
  const cards = new Map([...all.querySelectorAll(".card")].map((card) => [card.querySelector("a").getAttribute("href"), card]));
  const order = [...cards.values()];
  const loaded = new Map();
  let asked = 0;
  box.hidden = false;

  const load = (address, cache) => {
    if (!loaded.has(address)) {
      const wanted = fetch(address, { cache }).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
      wanted.catch(() => loaded.delete(address));
      loaded.set(address, wanted);
    }
    return loaded.get(address);
  };

  const fold = (text) => text.normalize("NFKC").toLowerCase().normalize("NFD")
    .replace(/[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]/g, "").normalize("NFC")
    .replace(/[أإآٱ]/g, "ا").replaceAll("ى", "ي").replaceAll("ة", "ه");

  const UNSPACED = /([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+)/u;

  // Returns [word, whether its beginning is enough] for each word of a question.
  const terms = (text) => fold(text).split(/[^\p{L}\p{N}\p{M}]+/u).flatMap((word) => word.split(UNSPACED)).filter(Boolean).flatMap((piece) => {
    const letters = [...piece];
    if (!UNSPACED.test(piece)) {
      const plain = [...piece.replace(/^[وفبك]?ال(?=..)|^لل(?=..)/, "")].slice(0, 32).join("");
      return [[plain, plain.length > 1]];
    }
    return letters.length < 2 ? [[piece, true]] : letters.slice(1).map((letter, at) => [letters[at] + letter, false]);
  });

  // Adds up what each page has of a word: of the word itself twice, of longer ones once.
  const rate = (shard, word, begins) => {
    const rates = new Map();
    const add = (places, times) => {
      for (let at = 0; at < places.length; at += 2) rates.set(places[at], (rates.get(places[at]) ?? 0) + places[at + 1] * times);
    };
    if (Object.hasOwn(shard, word)) add(shard[word], 2);
    if (begins) {
      for (const other of Object.keys(shard)) if (other !== word && other.startsWith(word)) add(shard[other], 1);
    }
    return rates;
  };

  const search = async (question) => {
    const words = terms(question);
    if (!words.length) return null;
    const { shards, pages } = await load("search/pages.json", "no-cache");
    const rated = await Promise.all(words.map(async ([word, begins]) =>
      rate(await load(shards[word.codePointAt(0) % shards.length], "default"), word, begins)));
    const [first, ...others] = rated;
    const found = [...first.keys()].filter((page) => others.every((rates) => rates.has(page)));
    const total = (page) => rated.reduce((sum, rates) => sum + rates.get(page), 0);
    return found.sort((one, other) => total(other) - total(one) || one - other).map((page) => pages[page]);
  };

  const show = (found) => {
    const shown = found ? found.flatMap((address) => cards.get(address) ?? []) : order;
    all.replaceChildren(...shown);
    count.textContent = !found ? "" : shown.length
      ? count.dataset.found.replace("{n}", new Intl.NumberFormat(document.documentElement.lang).format(shown.length))
      : count.dataset.none;
  };

  const ask = async () => {
    const number = ++asked;
    const question = field.value.trim();
    history.replaceState(null, "", question ? `?q=${encodeURIComponent(question)}` : location.pathname);
    try {
      const found = await search(question);
      if (number === asked) show(found);
    } catch {
      if (number === asked) count.textContent = count.dataset.failed;
    }
  };

  field.addEventListener("input", ask);
  field.addEventListener("focus", () => { load("search/pages.json", "no-cache").catch(() => {}); }, { once: true });
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) ask();
  if (location.hash === "#search") field.focus();
})();
