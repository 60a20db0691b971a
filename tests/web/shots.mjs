#!/usr/bin/env node
// Pictures of a built site: node shots.mjs SITE_DIR OUT_DIR [/path/…]
// Phone and desktop, light and dark, the whole page; by default home, a section, a notice and the page for what is missing.
import fs from 'node:fs';
import path from 'node:path';
import { openSite } from './site.mjs';
import { Lab } from './lab.mjs';

const WIDTHS = { phone: 390, desktop: 1280 };

const [dir, out, ...paths] = process.argv.slice(2);
if (!out) {
  console.error('usage: shots.mjs SITE_DIR OUT_DIR [/path/…]');
  process.exit(2);
}
const site = openSite(dir);
const lab = new Lab(site);
fs.mkdirSync(out, { recursive: true });
try {
  for (const [device, width] of Object.entries(WIDTHS)) {
    for (const colorScheme of ['light', 'dark']) {
      await lab.visit(chosen(), { viewport: { width, height: 900 }, colorScheme }, async (tab, page) => {
        await tab.goto(lab.url(page));
        const file = path.join(out, `${nameOf(page)}-${device}-${colorScheme}.png`);
        await tab.screenshot({ path: file, fullPage: true });
        console.log(file);
      });
    }
  }
} finally {
  await lab.close();
}

function chosen() {
  if (!paths.length) return typical();
  return paths.map((wanted) => {
    const page = site.pages.find((each) => each.path === wanted);
    if (!page) throw new Error(`no page ${wanted}`);
    return page;
  });
}

/** Home, the section and the notice there with most to show, and 404. */
function typical() {
  const fullest = (kind) => site.pages.filter((page) => page.kind === kind).toSorted((a, b) => b.html.length - a.html.length)[0];
  return [...new Set([site.home, fullest('section'), fullest('notice'), site.byFile.get('404.html')])].filter(Boolean);
}

function nameOf(page) {
  return page === site.home ? 'home' : page.file.replace(/(\/index)?\.html$/, '').replaceAll('/', '_');
}
