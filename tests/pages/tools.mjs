// One function for each tool: it takes pages and returns its complaints, as lines of text.
import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { promisify } from "node:util";

const require = createRequire(import.meta.url);
const run = promisify(execFile);
const LIMIT = 60_000; // Bytes of page, style and script together.

/** The Nu Html Checker of the W3C: no error. */
export async function vnu(files) {
  const jar = require("vnu-jar");
  const options = ["-Xss1m", "-jar", jar, "--errors-only", "--format", "json", "--stdout", "--exit-zero-always"];
  const { stdout } = await run("java", [...options, ...files], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout).messages.map((one) => `${one.url}:${one.lastLine}: ${one.message}`);
}

/** html-validate with its recommended rules. */
export async function htmlValidate(files) {
  const { FileSystemConfigLoader, HtmlValidate } = await import("html-validate");
  const config = {
    root: true,
    extends: ["html-validate:recommended"],
    rules: {
      "long-title": "off", // A title is as long as its author's.
      "no-inline-style": "error",
      "no-trailing-whitespace": "off",
      "valid-id": ["error", { relaxed: true }], // Footnotes are named fn:1 by Markdown.
      "void-style": ["error", { style: "omit" }],
    },
  };
  const checker = new HtmlValidate(new FileSystemConfigLoader(config));
  const found = [];
  for (const file of files) {
    const report = await checker.validateFile(file);
    for (const result of report.results) {
      for (const one of result.messages) found.push(`${file}:${one.line}: ${one.message} (${one.ruleId})`);
    }
  }
  return found;
}

/** axe-core at two widths in two schemes, and every message that the console shows meanwhile. */
export async function axe(browser, addresses) {
  const source = await readFile(require.resolve("axe-core/axe.min.js"), "utf-8");
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = [];
  const context = await browser.newContext();
  for (const address of addresses) {
    const page = await context.newPage();
    page.on("console", (message) => found.push(`${address}: console: ${message.text()}`));
    page.on("pageerror", (error) => found.push(`${address}: error: ${error.message}`));
    page.on("requestfailed", (request) => found.push(`${address}: failed: ${request.url()}`));
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== new URL(address).origin) found.push(`${address}: request to ${request.url()}`);
    });
    await page.goto(address);
    await page.evaluate(source);
    for (const width of [360, 1280]) {
      for (const colorScheme of ["light", "dark"]) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        const where = `${address} at ${width} ${colorScheme}`;
        const { violations, sideways } = await page.evaluate(async (values) => ({
          violations: (await window.axe.run(document, { runOnly: { type: "tag", values } })).violations,
          sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        }), tags);
        if (sideways > 0) found.push(`${where}: the page scrolls sideways by ${sideways} pixels`);
        for (const one of violations) {
          for (const node of one.nodes) found.push(`${where}: ${one.id}: ${node.html} ${node.failureSummary}`);
        }
      }
    }
    await page.close();
  }
  await context.close();
  return found;
}

/** A walk with the keyboard alone: skip link first, focus always seen, menu opens and closes. */
export async function keyboard(browser, addresses) {
  const found = [];
  for (const address of addresses) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
    await page.goto(address);
    const expected = await page.locator("a[href]:visible, summary:visible, input:visible, [tabindex='0']:visible").count();
    const seen = new Set();
    for (let step = 0; step < expected + 5; step += 1) {
      await page.keyboard.press("Tab");
      let at = await page.evaluate(describe);
      if (at && !at.visible) {
        // A busy browser moves the focus first, and scrolls to it when it paints next.
        await page.evaluate(painted);
        at = await page.evaluate(describe);
      }
      if (at === null || seen.has(at.path)) break;
      if (step === 0 && at.href !== "#main") found.push(`${address}: the first stop is ${at.path}, not the skip link`);
      if (!at.visible) found.push(`${address}: focus is not to be seen on ${at.path}`);
      seen.add(at.path);
    }
    if (seen.size < expected) found.push(`${address}: ${seen.size} of ${expected} controls can be reached`);
    found.push(...(await menu(page, address)));
    await page.close();
  }
  return found;
}

/** Waits until the page was painted; runs in it. */
function painted() {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

/** Describes the focused element; runs in the page. */
function describe() {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  const path = [];
  for (let one = at; one.parentElement; one = one.parentElement) {
    path.unshift(`${one.localName}:${[...one.parentElement.children].indexOf(one)}`);
  }
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const inside = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
  return { path: path.join(">"), href: at.getAttribute("href"), visible: outlined && inside };
}

async function menu(page, address) {
  const summary = page.locator(".languages summary");
  if (!(await summary.count())) return [];
  const found = [];
  await summary.focus();
  await page.keyboard.press("Enter");
  if (!(await page.locator(".languages nav").isVisible())) found.push(`${address}: Enter does not open the menu`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  if (await page.locator(".languages nav").isVisible()) found.push(`${address}: Escape does not close the menu`);
  const back = await summary.evaluate((one) => one === document.activeElement);
  if (!back) found.push(`${address}: closing the menu loses the focus`);
  return found;
}

/** pa11y with its own engine, HTML CodeSniffer, against WCAG 2 AA. */
export async function pa11y(chromium, addresses) {
  const { default: check } = await import("pa11y");
  const { default: puppeteer } = await import("puppeteer");
  const browser = await puppeteer.launch({ executablePath: chromium, args: FLAGS });
  const found = [];
  for (const address of addresses) {
    const { issues } = await check(address, { browser, runners: ["htmlcs"], standard: "WCAG2AA", timeout: 60_000 });
    for (const one of issues) found.push(`${address}: ${one.code} ${one.message} ${one.context}`);
  }
  await browser.close();
  return found;
}

/** Lighthouse on a telephone: three perfect scores and performance of at least 95 of 100. */
export async function lighthouse(chromium, addresses) {
  const found = [];
  const scores = [];
  for (const address of addresses) {
    // A busy machine makes a page look slow, and never fast: the best of three counts.
    let best = null;
    for (let attempt = 0; attempt < 3 && (best === null || complaints(best).length); attempt += 1) {
      const report = await audit(chromium, address);
      if (best === null || complaints(report).length <= complaints(best).length) best = report;
    }
    found.push(...complaints(best).map((line) => `${address}: ${line}`));
    const told = Object.entries(best.categories).map(([name, { score }]) => `${name} ${percent(score)}`);
    scores.push(`${address}: ${told.join(", ")}`);
  }
  return { found, scores };
}

const LEAST = { accessibility: 100, "best-practices": 100, seo: 100, performance: 95 };
const percent = (score) => Math.round(score * 100);

async function audit(chromium, address) {
  const { default: measure } = await import("lighthouse");
  const { default: puppeteer } = await import("puppeteer");
  const browser = await puppeteer.launch({ executablePath: chromium, args: FLAGS });
  try {
    const options = { logLevel: "error", onlyCategories: Object.keys(LEAST) };
    return (await measure(address, options, undefined, await browser.newPage())).lhr;
  } finally {
    await browser.close();
  }
}

function complaints({ categories, audits }) {
  const poor = Object.entries(categories).filter(([name, { score }]) => percent(score) < LEAST[name]);
  return poor.map(([name, { score, auditRefs }]) => {
    const lost = auditRefs.filter(({ id, weight }) => weight && audits[id].score !== null && audits[id].score < 0.9);
    return `${name} ${percent(score)}: ${lost.map(({ id }) => id).join(", ")}`;
  });
}

/** linkinator: every link inside the output leads somewhere. */
export async function linkinator(origin) {
  const { LinkChecker } = await import("linkinator");
  const checker = new LinkChecker();
  const elsewhere = async (link) => !link.startsWith(origin);
  const result = await checker.check({ path: `${origin}/index.html`, recurse: true, linksToSkip: elsewhere });
  const broken = result.links.filter(({ state }) => state === "BROKEN");
  return broken.map(({ url, parent, status }) => `${parent}: ${url}: ${status}`);
}

/** The weight of each page with its style and script, pictures left out. */
export async function weight(folder, files) {
  const found = [];
  let heaviest = 0;
  for (const file of files) {
    const text = await readFile(file, "utf-8");
    const loads = [...text.matchAll(/<(?:link rel="stylesheet"|script)[^>]*?(?:href|src)="([^"]+)"/g)];
    let bytes = Buffer.byteLength(text);
    for (const [, address] of loads) {
      // The page not found stands at any depth, so its links begin at the root.
      bytes += (await stat(address.startsWith("/") ? join(folder, address) : join(file, "..", address))).size;
    }
    heaviest = Math.max(heaviest, bytes);
    if (bytes > LIMIT) found.push(`${relative(folder, file)}: ${bytes} bytes`);
  }
  return { found, heaviest };
}

export const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
