// Do the judges judge? A good site has to pass them all; then each seed spoils one thing in a copy of it, and the judge
// named has to say so. Run with: node --test tests/web/selftest.mjs
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask, JUDGES } from './judge.mjs';
import { Lab, launch } from './lab.mjs';
import { openSite, sample } from './site.mjs';
import { writeGoodSite } from './good-site.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const VENV = path.join(HERE, '.venv/bin/python');
const PYTHON = fs.existsSync(VENV) ? VENV : 'python3';
const NOTICE = 'bandi/sfalcio/index.html';
const TOGETHER = { concurrency: 2 };

// ── how a seed spoils a file: each gives [file, text => spoiled text] ──

const replace = (file, from, to) => [file, (text) => text.replace(from, to)];
const inMain = (html) => replace(NOTICE, '</main>', `${html}</main>`);
const inHead = (html) => replace(NOTICE, '</head>', `${html}</head>`);
const style = (css) => ['style.css', (text) => `${text}${css}\n`];
const write = (file, text) => [file, () => text];
const remove = (file) => [file, () => undefined];

// judge, rule it must name, where, what is spoiled
const SEEDS = [
  ['vnu', 'vnu-error', NOTICE, 'a picture without alt', inMain('<p><img src="/favicon.svg"></p>')],
  ['vnu', 'vnu-error', NOTICE, 'an id twice', inMain('<p id="calendario">Ancora</p>')],
  ['vnu', 'vnu-error', 'style.css', 'an unknown CSS property', style('p { colr: red; }')],
  ['vnu', 'vnu-error', 'favicon.svg', 'a broken SVG picture', replace('favicon.svg', '</svg>', '')],
  ['vnu', 'vnu-warning', NOTICE, 'a role that says nothing', inMain('<button type="button" role="button">Stampa</button>')],

  ['html-validate', 'no-inline-style', NOTICE, 'an inline style', inMain('<p style="display: none">x</p>')],
  ['html-validate', 'no-style-tag', NOTICE, 'a style element', inHead('<style>p { margin: 0; }</style>')],
  ['html-validate', 'no-missing-references', NOTICE, 'a label for nothing', inMain('<label for="manca">Nome</label>')],
  ['html-validate', 'empty-heading', NOTICE, 'an empty heading', inMain('<h2></h2>')],
  ['html-validate', 'no-dup-id', NOTICE, 'an id twice', inMain('<p id="calendario">Ancora</p>')],

  ['links', 'broken-link', NOTICE, 'a link to no file', replace(NOTICE, 'href="bando.txt"', 'href="manca.txt"')],
  ['links', 'broken-link', 'index.html', 'a folder without its slash', replace('index.html', 'href="/bandi/"', 'href="/bandi"')],
  ['links', 'broken-link', '404.html', '404 with a relative style sheet', replace('404.html', 'href="/style.css"', 'href="style.css"')],
  ['links', 'broken-link', 'vecchio/index.html', 'a redirect to nowhere', replace('vecchio/index.html', 'url=/bandi/', 'url=/gare/')],
  ['links', 'broken-link', 'style.css', 'a style sheet that loads nothing', style('p { background: url("manca.png"); }')],
  ['links', 'broken-link', 'index.html', 'an announced feed that is missing', remove('feed.xml')],
  ['links', 'broken-fragment', NOTICE, 'a fragment of this page', replace(NOTICE, 'href="#calendario"', 'href="#manca"')],
  ['links', 'broken-fragment', 'index.html', 'a fragment of another page', replace('index.html', 'href="/bandi/"', 'href="/bandi/#manca"')],
  ['links', 'script', NOTICE, 'an inline script', inHead('<script>let x = 1;</script>')],
  ['links', 'script', NOTICE, 'an event handler', inMain('<p onclick="x()">x</p>')],
  ['links', 'scheme', NOTICE, 'a javascript: link', inMain('<a href="javascript:void(0)">x</a>')],
  ['links', 'scheme', NOTICE, 'a data: picture', inMain('<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')],
  ['links', 'scheme', NOTICE, 'an ftp: link', inMain('<a href="ftp://example.it/bando">x</a>')],
  ['links', 'foreign-resource', NOTICE, 'a picture of another host', inMain('<img alt="" src="https://example.com/x.png">')],
  ['links', 'foreign-resource', NOTICE, 'a style sheet of another host', inHead('<link rel="stylesheet" href="//example.com/x.css">')],
  ['links', 'orphan', NOTICE, 'a page nothing links', replace('bandi/index.html', '<a href="/bandi/sfalcio/">Sfalcio', '<a href="/bandi/">Sfalcio')],
  ['links', 'sitemap-gap', NOTICE, 'a page the sitemap forgets', replace('sitemap.xml', /<url>.*sfalcio.*<\/url>/, '')],
  ['links', 'sitemap-stray', 'sitemap.xml', 'a missing page in the sitemap', replace('sitemap.xml', 'bandi/sfalcio/', 'bandi/potature/')],
  ['links', 'sitemap-stray', 'sitemap.xml', 'a redirect in the sitemap', replace('sitemap.xml', 'bandi/sfalcio/', 'vecchio/')],
  ['links', 'no-sitemap', 'sitemap.xml', 'no sitemap', remove('sitemap.xml')],
  ['links', 'noindex', 'index.html', 'a home page hidden from search', replace('index.html', '</head>', '<meta name="robots" content="noindex"></head>')],
  ['links', 'not-a-feed', 'sitemap.xml', 'a sitemap announced as a feed', replace('index.html', 'href="/feed.xml"', 'href="/sitemap.xml"')],
  ['links', 'sitemap-stray', 'sitemap.xml', 'a hidden page in the sitemap', inHead('<meta name="robots" content="noindex">')],
  ['links', 'broken-fragment', NOTICE, 'a fragment of a drawing', inMain('<img alt="" src="/favicon.svg#manca">')],
  ['links', 'feed-unannounced', 'gare.xml', 'a feed no page announces', write('gare.xml', '<rss version="2.0"></rss>')],

  ['axe', 'axe-image-alt', NOTICE, 'a picture without alt', inMain('<img src="/favicon.svg">')],
  ['axe', 'axe-color-contrast', 'index.html', 'low contrast', style('main { color: #999; }')],
  ['axe', 'axe-color-contrast', 'index.html', 'low contrast in the dark only', style('@media (prefers-color-scheme: dark) { main { color: #444; } }')],
  ['axe', 'axe-color-contrast', NOTICE, 'low contrast on phones only', style('@media (width < 600px) { main { color: #888; } }')],
  ['axe', 'axe-html-has-lang', NOTICE, 'no language', replace(NOTICE, '<html lang="it">', '<html>')],
  ['axe', 'axe-heading-order', NOTICE, 'a skipped heading level', inMain('<h5>Salto</h5>')],
  ['axe', 'axe-target-size', 'bandi/index.html', 'targets too small and too close', replace('bandi/index.html', '</main>',
    '<a class="tiny" href="/">a</a><a class="tiny" href="/bandi/">b</a></main>'), style('.tiny { display: inline-block; width: 9px; height: 9px; font-size: 8px; line-height: 9px; }')],

  ['keyboard', 'focus-invisible', 'index.html', 'no outline', style(':focus-visible { outline: none !important; }')],
  ['keyboard', 'focus-invisible', 'index.html', 'an outline nobody sees', style(':focus-visible { outline-color: var(--paper) !important; }')],
  ['keyboard', 'focus-invisible', NOTICE, 'focus behind a veil', inMain('<div class="veil">x</div>'), style('.veil { position: fixed; inset: 0; background: #fff; }')],
  ['keyboard', 'focus-off-screen', 'index.html', 'a skip link that stays away', style('.skip:focus { transform: translateY(-200%); }')],
  ['keyboard', 'skip-link', NOTICE, 'no skip link', replace(NOTICE, /<a class="skip".*<\/a>/, '')],
  ['keyboard', 'skip-link', NOTICE, 'a skip link to nothing', replace(NOTICE, 'href="#contenuto"', 'href="#manca"')],
  ['keyboard', 'skip-link', NOTICE, 'a skip link to the wrong place', replace(NOTICE, 'href="#contenuto"', 'href="#testa"'), replace(NOTICE, '<header>', '<header id="testa">')],
  ['keyboard', 'trap', NOTICE, 'a field that keeps Tab', inMain(
    '<input aria-label="x" id="t"><script>document.getElementById("t").onkeydown = (e) => e.key === "Tab" && e.preventDefault()</script>')],
  ['keyboard', 'unreached', NOTICE, 'a link out of the order', inMain('<a href="/" tabindex="-1">Inizio</a>')],

  ['reflow', 'sideways-scroll', NOTICE, 'a wide box', inMain('<div class="wide">x</div>'), style('.wide { width: 700px; }')],
  ['reflow', 'sideways-scroll', NOTICE, 'a wide box that is cut off', inMain('<p class="wide">x</p>'), style('.wide { width: 700px; } html, body { overflow-x: clip; }')],
  ['reflow', 'sideways-scroll', NOTICE, 'a word that does not break', inMain(`<p>${'precipitevolissimevolmente'.repeat(3)}</p>`)],

  ['policy', 'console', NOTICE, 'an inline style', inMain('<p style="margin: 0">x</p>')],
  ['policy', 'console', NOTICE, 'an inline script', inMain('<script>let x = 1;</script>')],
  ['policy', 'console', NOTICE, 'a picture of another host', inMain('<img alt="" src="https://example.com/x.png">')],
  ['policy', 'console', NOTICE, 'a style sheet that is missing', inHead('<link rel="stylesheet" href="/manca.css">')],
  ['policy', 'console', NOTICE, 'a picture that is missing', inMain('<img alt="" src="/manca.png">')],

  ['noscript', 'needs-script', NOTICE, 'text a script writes', inMain('<script>document.querySelector("main").append("solo con script")</script>')],
  ['noscript', 'needs-script', NOTICE, 'text a script takes away', inMain('<script>document.querySelector("h1").remove()</script>')],
  ['noscript', 'no-main-text', NOTICE, 'no main element', replace(NOTICE, '<main', '<div'), replace(NOTICE, '</main>', '</div>')],

  ['feeds', 'not-well-formed', 'feed.xml', 'a feed cut short', replace('feed.xml', '</channel>', '')],
  ['feeds', 'bozo', 'feed.xml', 'a feed no reader likes', replace('feed.xml', '<rss', '<!DOCTYPE rss [<!ENTITY x "y">]>\n<rss')],
  ['feeds', 'rss-required', 'feed.xml', 'an item without title', replace('feed.xml', '<title>Elenco dei bandi</title>', '')],
  ['feeds', 'rss-required', 'feed.xml', 'a channel without description', replace('feed.xml', /<description>Gli avvisi.*<\/description>/, '')],
  ['feeds', 'guid-twice', 'feed.xml', 'two items with one guid', replace('feed.xml', /<guid isP.*<\/guid>/, '<guid>https://trasparenza.example.it/bandi/sfalcio/</guid>')],
  ['feeds', 'date', 'feed.xml', 'a date of another format', replace('feed.xml', 'Sun, 01 Mar 2026 09:00:00 +0100', '2026-03-01')],
  ['feeds', 'date', 'feed.xml', 'the wrong weekday', replace('feed.xml', 'Sun, 01 Mar', 'Tue, 01 Mar')],
  ['feeds', 'future', 'feed.xml', 'an item newer than its feed', replace('feed.xml', 'Sun, 01 Mar 2026', 'Tue, 03 Mar 2026')],
  ['feeds', 'relative-link', 'feed.xml', 'a relative link', replace('feed.xml', '<link>https://trasparenza.example.it/bandi/sfalcio/', '<link>/bandi/sfalcio/')],
  ['feeds', 'relative-link', 'feed.xml', 'a relative link in a description', replace('feed.xml', 'href="https://trasparenza.example.it/bandi', 'href="/bandi')],
  ['feeds', 'broken-link', 'feed.xml', 'an item of a missing page', replace('feed.xml', '<link>https://trasparenza.example.it/bandi/sfalcio/', '<link>https://trasparenza.example.it/manca/')],
  ['feeds', 'enclosure', 'feed.xml', 'a wrong length', replace('feed.xml', /length="\d+"/, 'length="1"')],
  ['feeds', 'self-link', 'feed.xml', 'a feed that thinks it is elsewhere', replace('feed.xml', 'it/feed.xml', 'it/rss.xml')],
  ['feeds', 'no-feed', '', 'no feed', remove('feed.xml')],
  ['feeds', 'sitemap-schema', 'sitemap.xml', 'a date the schema forbids', replace('sitemap.xml', '2026-03-02<', '02/03/2026<')],
  ['feeds', 'sitemap-schema', 'sitemap.xml', 'an unknown element', replace('sitemap.xml', '</url>', '<nota>x</nota></url>')],
  ['feeds', 'sitemap-loc', 'sitemap.xml', 'a missing page in the sitemap', replace('sitemap.xml', 'bandi/sfalcio/', 'bandi/potature/')],
  ['feeds', 'sitemap-loc', 'sitemap.xml', 'a page of another host', replace('sitemap.xml', /https:[^<]*sfalcio/, 'https://altro.example.it/bandi/sfalcio')],
  ['feeds', 'robots-disallow', 'robots.txt', 'a closed folder', replace('robots.txt', 'Allow: /', 'Disallow: /allegati/')],
  ['feeds', 'robots-shut', 'robots.txt', 'a crawler shut out', replace('robots.txt', 'Sitemap', 'User-agent: Googlebot\nDisallow: /\n\nSitemap')],
  ['feeds', 'robots-sitemap', 'robots.txt', 'no sitemap named', replace('robots.txt', /Sitemap.*\n/, '')],
];

let scratch, browser;
before(async () => {
  scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'web-selftest-'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  fs.rmSync(scratch, { recursive: true, force: true });
});

describe('a good site passes', TOGETHER, () => {
  for (const base of ['https://trasparenza.example.it/', 'https://www.example.it/trasparenza/']) {
    for (const name of [...Object.keys(JUDGES), 'feeds']) {
      it(`${name} at ${base}`, async () => assert.deepEqual(await faultsOf(name, goodSite(base)), []));
    }
  }
});

describe('a spoiled site does not', TOGETHER, () => {
  for (const [name, rule, file, title, ...spoilings] of SEEDS) {
    it(`${name} sees ${title}`, async () => {
      const dir = goodSite();
      for (const spoiling of spoilings) spoil(dir, ...spoiling);
      const faults = await faultsOf(name, dir, file);
      const where = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
      const said = faults.some((line) => line.startsWith(`FAULT ${rule} `) && line.split(' ')[2].split(':')[0] === where);
      assert.ok(said, `expected FAULT ${rule} ${where}, got:\n${faults.join('\n') || '(nothing)'}`);
    });
  }
});

describe('the commands', TOGETHER, () => {
  it('judge.mjs says what passed, judge by judge, and exits 0', async () => {
    const { code, out } = await run(process.execPath, ['judge.mjs', goodSite()]);
    assert.equal(code, 0, out);
    assert.equal(out.match(/^web: [1-9]\d* passed, 0 failed$/gm)?.length, Object.keys(JUDGES).length, out);
  });
  it('judge.mjs exits 1 on a fault', async () => {
    const dir = goodSite();
    spoil(dir, ...inMain('<a href="/manca/">x</a>'));
    const { code, out } = await run(process.execPath, ['judge.mjs', dir, '--only', 'links']);
    assert.equal(code, 1, out);
    assert.match(out, /^FAULT broken-link \/bandi\/sfalcio\/:\d+ \/manca\/ leads to no file$/m);
    assert.match(out, /^web: \d+ passed, 1 failed$/m);
  });
  it('judge.mjs exits 2 without a browser', async () => {
    const { code, out } = await run(process.execPath, ['judge.mjs', goodSite(), '--only', 'reflow'], { CHROMIUM: '/not/there' });
    assert.equal(code, 2, out);
    assert.match(out, /^ERROR reflow /m);
  });
  it('judge.mjs exits 2 without Java', async () => {
    const { code, out } = await run(process.execPath, ['judge.mjs', goodSite(), '--only', 'vnu'], { PATH: scratch });
    assert.equal(code, 2, out);
    assert.match(out, /^ERROR vnu java/m);
  });
  it('judge.mjs exits 2 where there is no page', async () => {
    const { code, out } = await run(process.execPath, ['judge.mjs', fs.mkdtempSync(path.join(scratch, 'empty-'))]);
    assert.equal(code, 2, out);
  });
  it('feeds.py exits 0, 1 on a fault and 2 where there is no folder', async () => {
    const dir = goodSite();
    const good = await run(PYTHON, ['feeds.py', dir]);
    assert.match(good.out, /^feeds: 3 passed, 0 failed$/m);
    assert.equal(good.code, 0);
    spoil(dir, ...remove('robots.txt'));
    assert.equal((await run(PYTHON, ['feeds.py', dir])).code, 1);
    assert.equal((await run(PYTHON, ['feeds.py', path.join(dir, 'manca')])).code, 2);
  });
  it('shots.mjs takes pictures of four pages, in two widths and two colour schemes', async () => {
    const out = path.join(scratch, 'shots');
    assert.equal((await run(process.execPath, ['shots.mjs', goodSite(), out])).code, 0);
    const names = ['home', 'bandi', 'bandi_sfalcio', '404'].flatMap((name) =>
      ['phone-light', 'phone-dark', 'desktop-light', 'desktop-dark'].map((mode) => `${name}-${mode}.png`));
    assert.deepEqual(fs.readdirSync(out).sort(), names.sort());
  });
});

describe('the sample', () => {
  it('has the one page of its kind among many alike', () => {
    const dir = goodSite();
    const plain = fs.readFileSync(path.join(dir, NOTICE), 'utf8');
    for (let i = 0; i < 60; i++) fs.writeFileSync(path.join(dir, `bandi/${i}.html`), i === 41 ? plain.replace('</main>', '<dl></dl></main>') : plain);
    const pages = sample(openSite(dir), 10).map((page) => page.file);
    assert.equal(new Set(pages).size, 10);
    for (const file of ['index.html', '404.html', 'bandi/41.html']) assert.ok(pages.includes(file), `${file} in ${pages}`);
    assert.ok(!pages.includes('vecchio/index.html'), 'a redirect has nothing to look at');
  });
});

function goodSite(base) {
  const dir = fs.mkdtempSync(path.join(scratch, 'site-'));
  writeGoodSite(dir, base);
  return dir;
}

function spoil(dir, file, change) {
  const target = path.join(dir, file);
  const text = fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : '';
  const spoiled = change(text);
  assert.notEqual(spoiled, text, `the seed does not change ${file}`); // or it would prove nothing
  if (spoiled === undefined) fs.rmSync(target);
  else fs.writeFileSync(target, spoiled);
}

/** The fault lines of one judge, or of feeds.py. A browser is shown `file` only, if given. */
async function faultsOf(name, dir, file) {
  if (name === 'feeds') {
    const { code, out } = await run(PYTHON, ['feeds.py', dir]);
    assert.notEqual(code, 2, out);
    return out.split('\n').filter((line) => line.startsWith('FAULT'));
  }
  const site = openSite(dir);
  const lab = new Lab(site, { browser });
  try {
    return (await ask(name, lab, sample(site, 40).filter((page) => !file || page.file === file))).lines().filter((line) => line.startsWith('FAULT'));
  } finally {
    await lab.close();
  }
}

function run(command, args, env = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { cwd: HERE, env: { ...process.env, ...env } });
    let out = '';
    child.stdout.on('data', (chunk) => { out += chunk; });
    child.stderr.on('data', (chunk) => { out += chunk; });
    child.on('error', failed);
    child.on('close', (code) => done({ code, out }));
  });
}
