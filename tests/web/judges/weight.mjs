// How much a reader has to fetch to read a page: its HTML with the style sheets and scripts it loads, as a host sends them
// (gzip). Fonts and pictures come after, and are none in the base theme.
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const MOST = { base: 40 * 1024 }; // bytes; other themes are weighed, not judged

export function judge({ site, lab, report }) {
  const heaviest = new Map(); // kind of page -> its heaviest one
  const weights = new Map();
  const weigh = (file) => {
    if (!weights.has(file)) weights.set(file, gzipSync(fs.readFileSync(path.join(site.root, file)), { level: 9 }).length);
    return weights.get(file);
  };
  for (const page of site.pages) {
    report.look(page.path);
    const files = [page.file, ...loaded(page).map((address) => site.fileOf(new URL(address, page.address)))];
    const parts = [...new Set(files)].filter((file) => site.has.has(file)).map((file) => [file, weigh(file)]);
    const total = parts.reduce((sum, [, bytes]) => sum + bytes, 0);
    const words = `${kilo(total)}: ${parts.map(([file, bytes]) => `${path.basename(file)} ${kilo(bytes)}`).join(', ')}`;
    if (total > (MOST[lab.theme] ?? Infinity)) report.fault('too-heavy', page.path, `${words}; ${kilo(MOST[lab.theme])} at most`);
    if (total > (heaviest.get(page.kind)?.total ?? 0)) heaviest.set(page.kind, { total, page, words });
  }
  for (const [kind, { page, words }] of [...heaviest].sort()) report.note(`heaviest ${kind}: ${page.path} ${words}`);
}

const kilo = (bytes) => `${(bytes / 1024).toFixed(1)} kB`;

/** The addresses of what the browser fetches before the page is as it should be. */
function loaded({ elements }) {
  return elements.flatMap(({ name, attrs }) => {
    if (name === 'link' && /\b(stylesheet|preload|modulepreload)\b/.test(attrs.rel ?? '') && attrs.as !== 'font') return [attrs.href];
    if (name === 'script' && attrs.src) return [attrs.src];
    return [];
  });
}
