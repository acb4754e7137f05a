// Runs every tool over a built output: node check.mjs FOLDER [--only TOOL,…] [--lighthouse PATH,…]
// Prints one line for each tool, then what each complained about. Exit code 1 if any complained.
import { readFile, readdir } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium as playwright } from "playwright-core";
import { serve } from "./serve.mjs";
import * as tools from "./tools.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" }, lighthouse: { type: "string", default: "" } },
});
const folder = resolve(positionals[0]);
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const wanted = values.only?.split(",");

const entries = await readdir(folder, { recursive: true });
const files = entries.filter((name) => name.endsWith(".html")).sort().map((name) => join(folder, name));
const { origin, close } = await serve(folder);
const address = (file) => `${origin}/${relative(folder, file)}`;
// A browser leaves a redirect at once.
const texts = await Promise.all(files.map((file) => readFile(file, "utf-8")));
const stays = (file, number) => !texts[number].includes('http-equiv="refresh"');
const pages = files.filter(stays).map(address);
const browser = await playwright.launch({ executablePath: chromium, args: tools.FLAGS });

const measured = [];
const checks = {
  vnu: () => tools.vnu(files),
  "html-validate": () => tools.htmlValidate(files),
  axe: () => tools.axe(browser, pages),
  // The controls are the same in every language: one page of each type in each direction is enough.
  keyboard: () => tools.keyboard(browser, pages.filter((page) => /\/(en|ar)\/|:\d+\/[^/]+$/.test(page))),
  pa11y: () => tools.pa11y(chromium, pages),
  linkinator: () => tools.linkinator(origin),
  weight: async () => {
    const { found, heaviest } = await tools.weight(folder, files);
    measured.push(`heaviest page ${heaviest} bytes with style and script`);
    return found;
  },
  lighthouse: async () => {
    const { found, scores } = await tools.lighthouse(chromium, values.lighthouse.split(",").filter(Boolean).map((path) => `${origin}/${path}`));
    measured.push(...scores);
    return found;
  },
};

let complaints = 0;
for (const [name, check] of Object.entries(checks)) {
  if (wanted && !wanted.includes(name)) continue;
  const began = Date.now();
  const found = await check();
  complaints += found.length;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${name}: ${found.length} complaints over ${files.length} pages, ${seconds} s`);
  for (const line of found.slice(0, 40)) console.log(`  ${line.replace(/\s+/g, " ").slice(0, 600)}`);
}
for (const line of measured) console.log(line);
await browser.close();
await close();
process.exitCode = complaints ? 1 : 0;
