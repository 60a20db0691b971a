// The built site as the judges see it: its files, its pages parsed once, and which file an address leads to.
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';

const TRANSITION = 'prossima-transizione.json';

/**
 * Reads every page below `dir`, or those whose paths are `wanted`, of a site too large for all. The site's own address is
 * the home page's, the shortest one of the sitemap.
 */
export function openSite(dir, wanted) {
  const root = path.resolve(dir);
  const files = fs.readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  const listed = files.includes('sitemap.xml') ? sitemap(root, files, 'sitemap.xml') : [];
  const base = new URL([...listed].sort((a, b) => a.length - b.length)[0] ?? 'https://site.invalid/');
  const isWanted = (file) => !wanted || wanted.includes(`/${file.replace(/(^|\/)index\.html$/, '$1')}`);
  const pages = files.filter((file) => file.endsWith('.html') && isWanted(file)).map((file) => readPage(root, base, file));
  if (!pages.length || pages.length < wanted?.length) throw new Error(`no page in ${dir}${wanted ? `, or not all of ${wanted}` : ''}`);
  return {
    root, files, base, pages, listed,
    // Since when the pages are true, as an ISO moment; undefined of a site that does not say so.
    moment: files.includes(TRANSITION) ? JSON.parse(fs.readFileSync(path.join(root, TRANSITION), 'utf8')).situazione_al : undefined,
    home: pages.find((page) => page.file === 'index.html'),
    has: new Set(files),
    byFile: new Map(pages.map((page) => [page.file, page])),
    /** The file an address of this site stands for, were it there; undefined for another site's address. */
    fileOf(url) {
      if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) return undefined;
      const file = decodeURIComponent(url.pathname.slice(base.pathname.length));
      return file === '' || file.endsWith('/') ? `${file}index.html` : file;
    },
  };
}

/** The addresses of the site's map: of its parts, where it is an index of them. */
function sitemap(root, files, file) {
  const xml = fs.readFileSync(path.join(root, file), 'utf8');
  if (!xml.includes('<sitemapindex')) return locations(xml);
  const parts = locations(xml).map((loc) => files.find((other) => other !== file && loc.endsWith(`/${other}`))).filter(Boolean);
  return parts.flatMap((part) => locations(fs.readFileSync(path.join(root, part), 'utf8')));
}

/** The addresses of a sitemap, in its order. */
export function locations(xml) {
  return [...xml.matchAll(/<loc>\s*([^<]*?)\s*<\/loc>/g)].map((match) => match[1].replaceAll('&amp;', '&'));
}

function readPage(root, base, file) {
  const html = fs.readFileSync(path.join(root, file), 'utf8');
  const elements = elementsOf(parse(html, { sourceCodeLocationInfo: true }));
  const metas = elements.filter((element) => element.name === 'meta').map((element) => element.attrs);
  const meta = (key, value) => metas.find((attrs) => attrs[key]?.toLowerCase() === value)?.content;
  const missing = file === '404.html';
  const bodyClass = elements.find((element) => element.name === 'body')?.attrs.class ?? '';
  const relative = encodeURI(file.replace(/(^|\/)index\.html$/, '$1'));
  return {
    file, html, elements, missing,
    kind: /(?:^|\s)page-([\w-]+)/.exec(bodyClass)?.[1] ?? 'other', // as the theme calls it: home, section, notice…
    path: base.pathname + relative,
    // The page for what is missing is shown at any address: its links have to hold at a deep one.
    address: new URL(missing ? 'not/a/page/' : relative, base),
    ids: new Set(elements.map((e) => e.attrs.id).filter(Boolean)),
    redirects: meta('http-equiv', 'refresh') !== undefined,
    hidden: /noindex|none/i.test(meta('name', 'robots') ?? ''),
  };
}

function elementsOf(node, out = []) {
  for (const child of node.childNodes ?? []) {
    if (!child.tagName) continue;
    const attrs = Object.fromEntries(child.attrs.map((attr) => [attr.name, attr.value]));
    out.push({ name: child.tagName, attrs, parent: node.tagName, line: child.sourceCodeLocation?.startLine ?? 1 });
    elementsOf(child, out);
  }
  return out;
}

/**
 * The pages a browser looks at: first those that together show every kind of element the site has, then an even
 * spread of the rest, `most` in all. Redirects have nothing to look at.
 */
export function sample(site, most) {
  const pages = site.pages.filter((page) => !page.redirects);
  if (pages.length <= most) return pages;
  const kinds = new Map(pages.map((page) => [page, kindsIn(page)]));
  const chosen = new Set([site.home, site.byFile.get('404.html')].filter(Boolean));
  const seen = new Set([...chosen].flatMap((page) => [...kinds.get(page)]));
  while (chosen.size < most) {
    let best, gain = 0;
    for (const [page, its] of kinds) {
      const fresh = [...its].filter((kind) => !seen.has(kind)).length;
      if (fresh > gain) [best, gain] = [page, fresh];
    }
    if (!best) break;
    chosen.add(best);
    for (const kind of kinds.get(best)) seen.add(kind);
  }
  const rest = pages.filter((page) => !chosen.has(page));
  const room = Math.max(0, most - chosen.size);
  for (let i = 0; i < room; i++) chosen.add(rest[Math.floor((i * rest.length) / room)]);
  return [...chosen];
}

function kindsIn(page) {
  return new Set(page.elements.map(({ name, parent, attrs }) =>
    [parent, name, ...(attrs.class ?? '').split(/\s+/).sort(), attrs.role, attrs.type].join(' ')));
}
