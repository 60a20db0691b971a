// Do the judges judge? A good site has to pass them all; then each seed spoils one thing in a copy of it, and the judge
// named has to say so. Run with: node --test tests/web/selftest.mjs
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask, JUDGES, USUAL } from './judge.mjs';
import { Lab, launch } from './lab.mjs';
import { openSite, sample } from './site.mjs';
import { CLASSES, writeGoodSite } from './good-site.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const NOTICE = 'atti/sfalcio/index.html';
const SEARCH = 'cerca/index.html';
const TOGETHER = { concurrency: 2 };

// ── how a seed spoils a file: each gives [file, text => spoiled text] ──

const replace = (file, from, to) => [file, (text) => text.replace(from, to)];
const inMain = (html) => replace(NOTICE, '</main>', `${html}</main>`);
const inHead = (html) => replace(NOTICE, '</head>', `${html}</head>`);
const style = (css) => ['style.css', (text) => `${text}${css}\n`];
const write = (file, text) => [file, () => text];
const remove = (file) => [file, () => undefined];
const script = (text) => [write('seme.js', text), inHead('<script defer src="/seme.js"></script>')];

const SITEMAP_INDEX = '<sitemapindex><sitemap><loc>https://trasparenza.comune.example.it/sitemap-1.xml</loc></sitemap></sitemapindex>';
const SITEMAP_PART = '<urlset><url><loc>https://trasparenza.comune.example.it/</loc></url></urlset>';

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
  ['links', 'broken-link', NOTICE, 'a script that is missing', inHead('<script src="/manca.js"></script>')],
  ['links', 'scheme', NOTICE, 'a javascript: link', inMain('<a href="javascript:void(0)">x</a>')],
  ['links', 'scheme', NOTICE, 'a data: picture', inMain('<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')],
  ['links', 'scheme', NOTICE, 'an ftp: link', inMain('<a href="ftp://example.it/bando">x</a>')],
  ['links', 'foreign-resource', NOTICE, 'a picture of another host', inMain('<img alt="" src="https://example.com/x.png">')],
  ['links', 'foreign-resource', NOTICE, 'a style sheet of another host', inHead('<link rel="stylesheet" href="//example.com/x.css">')],
  ['links', 'orphan', NOTICE, 'a page nothing links', ...['bandi/index.html', 'index.html'].map((file) => replace(file, 'href="/atti/sfalcio/"', 'href="/bandi/"'))],
  ['links', 'sitemap-gap', NOTICE, 'a page the sitemap forgets', replace('sitemap.xml', /<url>.*sfalcio.*<\/url>/, '')],
  ['links', 'sitemap-stray', 'sitemap.xml', 'a missing page in the sitemap', replace('sitemap.xml', 'atti/sfalcio/', 'atti/potature/')],
  ['links', 'sitemap-stray', 'sitemap.xml', 'a redirect in the sitemap', replace('sitemap.xml', 'atti/sfalcio/', 'vecchio/')],
  ['links', 'no-sitemap', 'sitemap.xml', 'no sitemap', remove('sitemap.xml')],
  ['links', 'sitemap-gap', NOTICE, 'a page no part of the sitemap has', write('sitemap-1.xml', SITEMAP_PART), write('sitemap.xml', SITEMAP_INDEX)],
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

  ['axe', 'axe-color-contrast', NOTICE, 'low contrast on tablets only', style('@media (600px <= width < 1000px) { main { color: #888; } }')],
  ['axe', 'axe-color-contrast', NOTICE, 'low contrast without scripts only', style('@media (scripting: none) { main { color: #888; } }')],
  ['axe', 'axe-image-alt', NOTICE, 'a picture without alt for those without scripts', inMain('<noscript><img src="/favicon.svg"></noscript>')],
  ['axe', 'axe-image-alt', NOTICE, 'a picture without alt that a script adds', ...script('document.querySelector("main").append(Object.assign(new Image(), { src: "/favicon.svg" }))')],

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

  ['reflow', 'sideways-scroll', NOTICE, 'a box too wide for larger text', inMain('<p class="wide">x</p>'), style('@media (width > 1000px) { .wide { width: 60rem; } }')],
  ['reflow', 'fixed-text', NOTICE, 'text in pixels', style('main p { font-size: 16px; }')],

  ['media', 'motion', NOTICE, 'a slow colour', style('a { transition: color 0.5s; }')],
  ['media', 'motion', NOTICE, 'a smooth scroll', style('html { scroll-behavior: smooth; }')],
  ['media', 'motion', NOTICE, 'an animation', style('@keyframes x { to { opacity: 0.5; } } h1 { animation: x 1s infinite; }')],
  ['media', 'forced-colors', NOTICE, 'colours that stay', style('main { forced-color-adjust: none; }')],
  ['media', 'forced-colors', NOTICE, 'a button without an edge', style('button { appearance: none; border: 0; background: var(--link); }')],
  ['media', 'print', NOTICE, 'a title that is not printed', style('@media print { h1 { display: none; } }')],
  ['media', 'print', NOTICE, 'pale ink', style('@media print { main { color: #ddd; } }')],
  ['media', 'print', NOTICE, 'dark paper', style('@media print { body { background: #222; } }')],
  ['media', 'print', NOTICE, 'a header on every sheet', style('header { position: fixed; }')],

  ['policy', 'console', NOTICE, 'an inline style', inMain('<p style="margin: 0">x</p>')],
  ['policy', 'console', NOTICE, 'a style sheet that is missing', inHead('<link rel="stylesheet" href="/manca.css">')],
  ['policy', 'console', NOTICE, 'a picture that is missing', inMain('<img alt="" src="/manca.png">')],
  ['policy', 'console', NOTICE, 'a script that fails', ...script('throw new Error("x")')],
  ['policy', 'third-party', NOTICE, 'a picture of another host', inMain('<img alt="" src="https://example.com/x.png">'), replace(NOTICE, /<meta http-equiv=".*">/, '')],
  ['policy', 'inline', NOTICE, 'an inline style', inMain('<p style="margin: 0">x</p>')],
  ['policy', 'inline', NOTICE, 'a style element', inHead('<style>p { margin: 0; }</style>')],
  ['policy', 'inline', NOTICE, 'an inline script', inHead('<script>let x = 1;</script>')],
  ['policy', 'inline', NOTICE, 'an event handler', inMain('<p onclick="x()">x</p>')],
  ['policy', 'policy', NOTICE, 'no policy', replace(NOTICE, /<meta http-equiv=".*">/, '')],
  ['policy', 'policy', NOTICE, 'inline styles allowed', replace(NOTICE, "style-src 'self'", "style-src 'self' 'unsafe-inline'")],
  ['policy', 'policy', NOTICE, 'evaluation allowed', replace(NOTICE, "script-src 'self'", "script-src 'self' 'unsafe-eval'")],
  ['policy', 'policy', NOTICE, 'WebAssembly where nothing is sought', replace(NOTICE, "script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")],
  ['policy', 'policy', NOTICE, 'scripts of another host allowed', replace(NOTICE, "script-src 'self'", "script-src 'self' https://example.com")],
  ['policy', 'policy', NOTICE, 'everything allowed at first', replace(NOTICE, "default-src 'none'", 'default-src *')],
  ['policy', 'policy', NOTICE, 'forms that send anywhere', replace(NOTICE, "form-action 'self'; ", '')],
  ['policy', 'policy', NOTICE, 'a policy that comes late', replace(NOTICE, /(<meta http-equiv=".*">)([\s\S]*?<link .*>)/, '$2$1')],
  ['policy', 'storage', NOTICE, 'a cookie', ...script('document.cookie = "x=1"')],
  ['policy', 'storage', NOTICE, 'something in localStorage', ...script('localStorage.x = 1')],
  ['policy', 'storage', NOTICE, 'a database', ...script('indexedDB.open("x").onupgradeneeded = ({ target }) => target.result.createObjectStore("y")')],

  ['noscript', 'needs-script', NOTICE, 'text a script writes', ...script('document.querySelector("main").append("solo con script")')],
  ['noscript', 'needs-script', NOTICE, 'a heading only scripts show', replace(NOTICE, '<h2 id', '<h2 hidden id'), ...script('document.querySelector("h2").hidden = false')],
  ['noscript', 'needs-script', NOTICE, 'a link only the style sheet shows to scripts', style('@media (scripting: none) { section a, p a { display: none; } }')],
  ['noscript', 'lost-with-script', NOTICE, 'text a script takes away', ...script('document.querySelector("h1").remove()')],
  ['noscript', 'lost-with-script', NOTICE, 'a table a script hides', ...script('document.querySelector("table").hidden = true')],
  ['noscript', 'idle-control', NOTICE, 'a button that does nothing', inMain('<button type="button">Copia</button>')],
  ['noscript', 'idle-control', NOTICE, 'a field of no form', inMain('<label>Filtra <input></label>')],
  ['noscript', 'idle-control', NOTICE, 'a link that is a button', inMain('<a href="#" role="button">Apri</a>')],
  ['noscript', 'idle-control', NOTICE, 'a form nobody can send', inMain('<form><label>Filtra <input></label></form>')],
  ['noscript', 'no-hour', NOTICE, 'a deadline without its hour', replace(NOTICE, '2026, ore 12', '2026')],
  ['noscript', 'no-main-text', NOTICE, 'no main element', replace(NOTICE, '<main', '<div'), replace(NOTICE, '</main>', '</div>')],

  ['weight', 'too-heavy', NOTICE, 'a heavy style sheet', style(`/* ${crypto.randomBytes(40_000).toString('base64')} */`)],
  ['weight', 'too-heavy', NOTICE, 'a heavy script', ...script(`// ${crypto.randomBytes(40_000).toString('base64')}`)],

  ['criteri', 'C.SI.1.1', NOTICE, 'another font', style('main p { font-family: Georgia, serif; }')],
  ['criteri', 'C.SI.1.1', NOTICE, 'another font inside a paragraph', style('main p a { font-family: monospace; }')],
  ['criteri', 'C.SI.1.2', NOTICE, 'a version in single quotes', replace('style.css', '"2.18.3"', "'2.18.3'")],
  ['criteri', 'C.SI.1.2', NOTICE, 'an old version', replace('style.css', '"2.18.3"', '"1.6.0"')],
  ['criteri', 'C.SI.1.2', NOTICE, 'too many classes of its own', inMain(`<p class="${'abcdefghijkl'.split('').join(' ')}">x</p>`)],
  ['criteri', 'C.SI.1.7', NOTICE, 'a link of the municipal menu', inMain('<a href="/" data-element="custom-category-link">x</a>')],
  ['criteri', 'C.SI.2.3', NOTICE, 'no link to questions', replace(NOTICE, ' data-element="faq"', '')],
  ['criteri', 'C.SI.2.3', NOTICE, 'questions by another name', replace(NOTICE, 'Domande frequenti', 'Aiuto')],
  ['criteri', 'C.SI.2.3', NOTICE, 'questions at an address with www', replace(NOTICE, 'https://www.example.it/faq/', '/www/')],
  ['criteri', 'C.SI.2.4', NOTICE, 'a report by another name', replace(NOTICE, 'Segnala disservizio', 'Segnala un disservizio')],
  ['criteri', 'C.SI.2.4', NOTICE, 'two reports', inMain('<a data-element="report-inefficiency" href="/">Disservizio</a>')],
  ['criteri', 'C.SI.2.5', NOTICE, 'no rating', replace(NOTICE, 'data-element="feedback"', '')],
  ['criteri', 'C.SI.2.5', NOTICE, 'another title', replace(NOTICE, 'Quanto sono chiare le', 'Quanto sono utili le')],
  ['criteri', 'C.SI.2.5', NOTICE, 'four ratings', replace(NOTICE, 'feedback-rate-3', 'feedback-rate')],
  ['criteri', 'C.SI.2.5', NOTICE, 'another answer', replace(NOTICE, 'Ho avuto problemi tecnici', 'Problemi tecnici')],
  ['criteri', 'C.SI.2.5', NOTICE, 'another question', replace(NOTICE, 'Dove hai incontrato', 'Quando hai incontrato')],
  ['criteri', 'C.SI.2.5', NOTICE, 'the wrong question after three', style('form:has(#voto-3:checked) .negative { display: none; } form:has(#voto-3:checked) .positive { display: block; }')],
  ['criteri', 'C.SI.2.5', NOTICE, 'no text', replace(NOTICE, ' data-element="feedback-input-text"', '')],
  ['criteri', 'C.SI.3.1', NOTICE, 'a cookie', ...script('document.cookie = "x=1"')],
  ['criteri', 'C.SI.3.2', NOTICE, 'a declaration elsewhere', replace(NOTICE, 'https://form.agid.gov.it/view/1', 'https://www.example.it/')],
  ['criteri', 'C.SI.3.3', NOTICE, 'privacy without a lock', replace(NOTICE, 'https://www.example.it/privacy/', 'http://www.example.it/privacy/')],
  ['criteri', 'C.SI.3.4', NOTICE, 'legal notes outside the footer', replace(NOTICE, ' data-element="legal-notes"', ''), inMain('<a href="/note-legali/" data-element="legal-notes">Note</a>')],
  ['criteri', 'C.SI.3.4', 'note-legali/index.html', 'another wording', replace('note-legali/index.html', 'anche commerciale', 'non commerciale')],
  ['criteri', 'C.SI.3.4', 'note-legali/index.html', 'another title', replace('note-legali/index.html', 'Licenza dei contenuti', 'Licenza')],
  ['criteri', 'C.SI.5.2', 'index.html', 'an address of no comune', replace('sitemap.xml', /trasparenza\.comune\./g, 'trasparenza.')],
  ['criteri', 'C.SI.5.2', 'index.html', 'one that is nobody\'s', replace('sitemap.xml', /trasparenza\.comune\.example\.it/g, 'trasparenza.ente.example')],

  ['feedback', 'no-rating', 'index.html', 'a page without', replace('index.html', 'data-element="feedback"', '')],
  ['feedback', 'question', NOTICE, 'no question', style('form .negative { display: none !important; }')],
  ['feedback', 'question', NOTICE, 'both questions', style('form .negative { display: block !important; }')],
  ['feedback', 'sent', NOTICE, 'an answer that is not sent', replace(NOTICE, /name="risposta" value="positive-0"/, 'value="positive-0"')],
  ['feedback', 'sent', NOTICE, 'another page', replace(NOTICE, 'value="/atti/sfalcio/"', 'value="/"')],
  ['feedback', 'sent', NOTICE, 'a text that is not sent', replace(NOTICE, 'name="testo"', '')],
  ['feedback', 'sent', NOTICE, 'nothing that arrives', replace(NOTICE, "form-action 'self'", "form-action 'none'")],
  ['feedback', 'too-long', NOTICE, 'a text without end', replace(NOTICE, ' maxlength="200"', '')],
  ['feedback', 'keyboard', NOTICE, 'ratings out of the order', style('[name=voto] { display: none; }')],

  ['search', 'no-search', SEARCH, 'no search', remove(SEARCH)],
  ['search', 'not-found', SEARCH, 'a CIG that has to be exact', replace('cerca.js', ".replace(/\\s/g, \"\").toUpperCase()", '')],
  ['search', 'not-found', SEARCH, 'words that have to be exact', replace('cerca.js', 'slice(0, 4)', 'slice(0)')],
  ['search', 'not-found', SEARCH, 'no attachments', replace('indice.json', 'capitolato speciale', '')],
  ['search', 'not-said', SEARCH, 'results nobody hears of', replace(SEARCH, ' role="status"', ''), replace('cerca.js', '[role=status]', 'h1')],
  ['search', 'not-said', SEARCH, 'results that are no list', replace(SEARCH, '<ol id="risultati"></ol>', '<div id="risultati"></div>')],
  ['search', 'filters', SEARCH, 'a filter that does nothing', replace('cerca.js', '"sezione", ', '')],
  ['search', 'keyboard', SEARCH, 'results out of the order', replace('cerca.js', '{ href', '{ tabIndex: -1, href')],
  ['search', 'too-early', SEARCH, 'an engine loaded before use', ['cerca.js', (text) => `fetch("/pagefind.js");\n${text}`]],
  ['search', 'too-heavy', SEARCH, 'a heavy index', ['indice.json', (text) => text.replace('capitolato', `capitolato ${'x'.repeat(160_000)}`)]],
  ['search', 'noscript', SEARCH, 'nothing for those without scripts', replace(SEARCH, /<noscript>.*<\/noscript>/, '')],

  ['state', 'state', NOTICE, 'a state that stays', replace('stato.js', 'now >= closes ? "Sc', 'now < 0 ? "Sc')],
  ['state', 'state', NOTICE, 'a deadline a minute late', replace('stato.js', 'dataset.closes * 1000', 'dataset.closes * 1000 + 6e4')],
  ['state', 'state', NOTICE, 'a deadline a minute early', replace('stato.js', 'dataset.closes * 1000', 'dataset.closes * 1000 - 6e4')],
  ['state', 'state', 'bandi/index.html', 'a list that stays', replace('bandi/index.html', /data-closes="\d+"/, '')],
  ['state', 'time-left', NOTICE, 'days of the reader’s calendar', replace('stato.js', 'timeZone: "Europe/Rome", ', '')],
  ['state', 'time-left', NOTICE, 'days of 24 hours', replace('stato.js', 'day(closes - 6e4) - day(now)', 'Math.floor((closes - now) / 864e5)')],
  ['state', 'time-left', NOTICE, 'time left after the deadline', replace('stato.js', 'now >= closes ? "" :', '')],
  ['state', 'open-count', 'index.html', 'a count that stays', replace('index.html', /data-open="\d+"/, 'data-open="9999999999"')],
  ['state', 'stays-open', NOTICE, 'a page that never looks again', replace('stato.js', 'setInterval(renew, 6e4);', '')],
  ['state', 'built-state', NOTICE, 'a state that was wrong from the start', replace(NOTICE, '>In corso<', '>In scadenza<')],
  ['state', 'as-of', NOTICE, 'no word of when it was true', replace(NOTICE, 'Situazione al 2 marzo 2026', '')],
  ['state', 'script-size', 'stato.js', 'a long script', ['stato.js', (text) => `/* ${'x'.repeat(1200)} */${text}`]],

  ['boxes', 'out-of-window', NOTICE, 'a wide table without its scroller', style('.scroller { overflow-x: visible; }')],
  ['boxes', 'out-of-box', NOTICE, 'a word longer than its box', inMain(`<div class="small"><p>${'a'.repeat(40)}</p></div>`), style('.small { width: 5rem; border: 1px solid; }')],
  ['boxes', 'out-of-box', NOTICE, 'text taller than its box', inMain('<div class="low"><p>Uno</p><p>Due</p><p>Tre</p></div>'), style('.low { height: 2rem; border: 1px solid; }')],
  ['boxes', 'overlap', NOTICE, 'one paragraph over another', inMain('<p>Primo paragrafo</p><p class="over">Secondo paragrafo</p>'), style('.over { margin-top: -2.5rem; }')],
  ['boxes', 'overlap', NOTICE, 'a button over text', inMain('<p>Testo del paragrafo</p><form><button class="over">Vai</button></form>'), style('.over { display: block; margin-top: -2.5rem; }')],
  ['boxes', 'cut-off', NOTICE, 'a title with an ellipsis', inMain(`<p class="short">${'parola '.repeat(80)}</p>`), style('.short { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }')],
  ['boxes', 'cut-off', NOTICE, 'a text cut after two lines', inMain(`<p class="short">${'parola '.repeat(300)}</p>`), style('.short { overflow: hidden; max-height: 3rem; }')],
  ['boxes', 'missing', NOTICE, 'a document that is not there', replace(NOTICE, 'testo del bando', 'testo')],
  ['boxes', 'missing', NOTICE, 'a title that is hidden on phones', style('@media (width < 600px) { h1 { display: none; } }')],
  ['boxes', 'no-area', 'bandi/index.html', 'a list whose second half is hidden', style('main li:nth-child(2) { display: none; }')],
  ['boxes', 'no-area', NOTICE, 'a link without room', style('main p a { display: inline-block; width: 0; height: 0; padding: 0; }')],

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
  for (const base of ['https://trasparenza.comune.example.it/', 'https://www.comune.example.it/trasparenza/']) {
    for (const name of Object.keys(JUDGES)) {
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
    assert.equal(out.match(/^web: [1-9]\d* passed, 0 failed$/gm)?.length, USUAL.length, out);
  });
  it('judge.mjs exits 1 on a fault', async () => {
    const dir = goodSite();
    spoil(dir, ...inMain('<a href="/manca/">x</a>'));
    const { code, out } = await run(process.execPath, ['judge.mjs', dir, '--only', 'links']);
    assert.equal(code, 1, out);
    assert.match(out, /^FAULT broken-link \/atti\/sfalcio\/:\d+ \/manca\/ leads to no file$/m);
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
  it('shots.mjs takes pictures of four pages, in two widths and two colour schemes', async () => {
    const out = path.join(scratch, 'shots');
    assert.equal((await run(process.execPath, ['shots.mjs', goodSite(), out])).code, 0);
    const names = ['home', 'bandi', 'atti_sfalcio', '404'].flatMap((name) =>
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
  writeGoodSite(dir, `${dir}-source`, base);
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

/** The fault lines of one judge. A browser is shown `file` only, if given. */
async function faultsOf(name, dir, file) {
  const site = openSite(dir);
  const theme = name === 'criteri' ? 'italia' : 'base'; // which has the more criteria
  const lab = Object.assign(new Lab(site, { browser, theme, content: `${dir}-source/content` }), { classes: CLASSES });
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
