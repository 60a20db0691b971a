// Where everything leads: links, pictures and style sheets, fragments, the sitemap, feeds, and the way to each page.
import fs from 'node:fs';
import path from 'node:path';

const ADDRESSES = ['href', 'src', 'poster', 'data', 'action', 'formaction', 'cite'];
const OUTSIDE = new Set(['http:', 'https:', 'mailto:', 'tel:', 'webcal:']);
const LOADED_LINKS = /\b(stylesheet|icon|manifest|preload|modulepreload|(dns-)?prefetch|preconnect)\b/;

export function judge({ site, report }) {
  const leadsTo = new Map(); // page -> the pages it links to
  const announced = new Set(); // feeds some page links with rel=alternate
  for (const page of site.pages) {
    report.look(page.path);
    leadsTo.set(page, new Set());
    for (const element of page.elements) {
      for (const address of addressesOf(element)) {
        const file = follow(address, { element, page, site, report });
        if (file === undefined) continue;
        if (element.name === 'a' || element.name === 'area') leadsTo.get(page).add(site.byFile.get(file));
        if (isFeedLink(element)) announced.add(file);
      }
    }
  }
  checkStyleSheets(site, report);
  checkReach(site, report, leadsTo);
  checkSitemap(site, report);
  checkFeeds(site, report, announced);
}

function addressesOf({ name, attrs }) {
  if (name === 'form' && attrs.method?.toLowerCase() === 'post') return []; // a programme answers there, not a file
  const found = ADDRESSES.map((attr) => attrs[attr]).filter((value) => value !== undefined);
  const candidates = (attrs.srcset ?? attrs.imagesrcset ?? '').split(',').map((part) => part.trim().split(/\s+/)[0]);
  found.push(...candidates.filter(Boolean));
  if (name === 'meta') {
    if (/^(og:(url|image)|twitter:image)$/.test(attrs.property ?? attrs.name ?? '')) found.push(attrs.content);
    if (attrs['http-equiv']?.toLowerCase() === 'refresh') found.push(/url=['"]?([^'"]+)/i.exec(attrs.content)?.[1] ?? '');
  }
  return found;
}

/** Says what is wrong with an address; gives the file of this site it leads to, if it does. */
function follow(address, { element, page, site, report }) {
  const fault = (rule, message) => report.fault(rule, page.path, message, `:${element.line}`);
  let url, file;
  try {
    url = new URL(address, page.address);
    file = site.fileOf(url);
  } catch { return fault('bad-address', `“${address}”`); }
  if (!OUTSIDE.has(url.protocol)) return fault('scheme', `${url.protocol} in <${element.name}>`);
  const own = file !== undefined;
  if (!own && isLoaded(element)) return fault('foreign-resource', `<${element.name}> loads ${url.href}`);
  if (!own) {
    // A root-relative address outside the site's own folder, with a sub-path as home, leads nowhere too.
    const meantOwn = url.origin === site.base.origin && !/^https?:/i.test(address);
    if (meantOwn) fault('broken-link', `${address} is outside ${site.base.pathname}`);
    return undefined;
  }
  const here = url.href.split('#')[0] === page.address.href; // also for the page of what is missing
  const target = here ? page : site.byFile.get(file);
  if (!here && !site.has.has(file)) {
    const hint = site.has.has(`${file}/index.html`) ? ' (a slash is missing at its end)' : '';
    return fault('broken-link', `${address} leads to no file${hint}`);
  }
  const id = fragmentOf(url); // of a page, or of a drawing in an SVG file; elsewhere, as in PDF, it is no id
  const ids = target?.ids ?? (file.endsWith('.svg') ? idsOfDrawing(site, file) : undefined);
  if (id && ids && !ids.has(id)) fault('broken-fragment', `${address}: no element has the id “${id}”`);
  return here ? page.file : file;
}

function fragmentOf(url) {
  const id = decodeURIComponent(url.hash.slice(1)).replace(/:~:.*$/, '');
  return id === 'top' ? '' : id; // "#top" is the top of any page
}

function idsOfDrawing(site, file) {
  return new Set([...read(site, file).matchAll(/\bid=["']([^"']+)/g)].map((match) => match[1]));
}

function read(site, file) { return fs.readFileSync(path.join(site.root, file), 'utf8'); }

/** Whether the browser fetches the address by itself, without the reader asking. */
function isLoaded({ name, attrs }) {
  if (name === 'link') return LOADED_LINKS.test(attrs.rel ?? '');
  return attrs.src !== undefined || attrs.srcset !== undefined || name === 'object' || name === 'use';
}

function isFeedLink({ name, attrs }) {
  return name === 'link' && /\balternate\b/.test(attrs.rel ?? '') && /^application\/(rss|atom)\+xml/.test(attrs.type ?? '');
}

function checkStyleSheets(site, report) {
  for (const file of site.files.filter((name) => name.endsWith('.css'))) {
    report.look(`/${file}`);
    const text = read(site, file).replace(/\/\*[\s\S]*?\*\//g, '');
    for (const [, , inUrl, imported] of text.matchAll(/url\(\s*(["']?)(.*?)\1\s*\)|@import\s+["']([^"']+)/g)) {
      const url = new URL(inUrl ?? imported, new URL(file, site.base));
      if (url.protocol === 'data:') continue; // a drawing of the style sheet's own
      const target = site.fileOf(url);
      if (target === undefined) report.fault('foreign-resource', `/${file}`, `loads ${url.href.slice(0, 80)}`);
      else if (!site.has.has(target)) report.fault('broken-link', `/${file}`, `${inUrl ?? imported} leads to no file`);
    }
  }
}

function checkReach(site, report, leadsTo) {
  if (!site.home) return report.fault('no-home', '/', 'index.html is missing');
  const reached = new Set([site.home]);
  for (const page of reached) { // a Set may grow while it is walked
    for (const next of leadsTo.get(page)) if (next) reached.add(next);
  }
  for (const page of site.pages) {
    if (reached.has(page) || page.missing || page.redirects || page.kind === 'thanks') continue; // thanks come after a form
    report.fault('orphan', page.path, 'no way leads here from the home page');
  }
}

function checkSitemap(site, report) {
  if (!site.has.has('sitemap.xml')) return report.fault('no-sitemap', '/sitemap.xml', 'is missing');
  report.look('/sitemap.xml');
  const listed = new Set();
  for (const loc of site.listed) {
    const page = site.byFile.get(URL.canParse(loc) ? site.fileOf(new URL(loc)) : undefined);
    if (!page) report.fault('sitemap-stray', '/sitemap.xml', `${loc} is no page of the site`);
    else if (!isFound(page)) report.fault('sitemap-stray', '/sitemap.xml', `${loc} is not for search engines`);
    else if (page.address.href !== loc) report.fault('sitemap-stray', '/sitemap.xml', `${loc} is not ${page.address.href}`);
    if (listed.has(page)) report.fault('sitemap-twice', '/sitemap.xml', loc);
    listed.add(page);
  }
  // Pages about people may be hidden from search engines; the section itself may not (d.lgs. 33/2013, art. 9).
  if (site.home?.hidden) report.fault('noindex', site.home.path, 'the home page keeps search engines out');
  for (const page of site.pages) {
    if (!listed.has(page) && isFound(page)) report.fault('sitemap-gap', page.path, 'is not in sitemap.xml');
  }
}

/** Whether search engines are meant to find the page. */
function isFound(page) { return !page.missing && !page.redirects && !page.hidden; }

function checkFeeds(site, report, announced) {
  const isFeed = (file) => file.endsWith('.xml') && /<(rss|feed)[\s>]/.test(read(site, file).slice(0, 2000));
  for (const file of announced) { // that it is there, follow() has seen to
    if (!isFeed(file)) report.fault('not-a-feed', `/${file}`, 'is announced as a feed');
  }
  const feeds = site.files.filter(isFeed);
  const behind = new Set(); // what a feed has behind it is announced by the feed
  for (const file of feeds) {
    const before = read(site, file).slice(0, 4000).match(/<[^>]*rel="prev-archive"[^>]*>/)?.[0].match(/href="([^"]*)"/)?.[1];
    if (before && URL.canParse(before)) behind.add(site.fileOf(new URL(before)));
  }
  for (const file of feeds) {
    report.look(`/${file}`);
    if (!announced.has(file) && !behind.has(file)) report.fault('feed-unannounced', `/${file}`, 'no page links it with rel=alternate');
  }
}
