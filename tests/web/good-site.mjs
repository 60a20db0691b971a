// A small site without a fault, written into a folder: what selftest.mjs then spoils, one thing at a time. Beside it, in
// `source`, what it would have been built from, as far as judges read it.
import fs from 'node:fs';
import path from 'node:path';

const ATTACHMENT = 'Testo integrale del bando.\n';
const LICENCE = ['In applicazione del principio open by default ai sensi dell’articolo 52 del decreto legislativo 7 marzo 2005, n. 82 (CAD) e salvo dove diversamente specificato (compresi i contenuti incorporati di terzi), i dati, i documenti e le informazioni pubblicati sul sito sono rilasciati con licenza CC-BY 4.0.',
  'Gli utenti sono quindi liberi di condividere (riprodurre, distribuire, comunicare al pubblico, esporre in pubblico), rappresentare, eseguire e recitare questo materiale con qualsiasi mezzo e formato e modificare (trasformare il materiale e utilizzarlo per opere derivate) per qualsiasi fine, anche commerciale con il solo onere di attribuzione, senza apporre restrizioni aggiuntive.'];
const CLOSES = Date.parse('2026-03-31T12:01:00+02:00');

/** Class names of the good site that stand for those of the design system. */
export const CLASSES = new Set(['skip', 'negative', 'positive']);

/** Writes the site for the address `base` into `dir`, and its source into `source`. */
export function writeGoodSite(dir, source, base = 'https://trasparenza.comune.example.it/') {
  const root = new URL(base).pathname; // pages link from the root of the host
  const page = (kind, title, main, head = '') => layout(root, kind, title, main, head);
  const files = {
    'index.html': page('home', 'Amministrazione trasparente', `
      <h1>Amministrazione trasparente</h1>
      <p>Aperti: <span data-open="${CLOSES / 1000}">1</span></p>
      <ul>
        <li><a href="${root}bandi/">Bandi di gara e contratti</a></li>
        <li data-closes="${CLOSES / 1000}"><a href="${root}atti/sfalcio/">Sfalcio dei cigli stradali</a> <span class="state">In corso</span></li>
        <li><a href="${root}cerca/">Cerca negli avvisi</a></li>
      </ul>`, clock(root)),
    'bandi/index.html': page('section', 'Bandi di gara e contratti', `
      <h1>Bandi di gara e contratti</h1>
      <form action="${root}bandi/" method="get" role="search">
        <label for="q">Cerca tra i bandi</label>
        <input id="q" name="q" type="search">
        <button type="submit">Cerca</button>
      </form>
      <ul>
        <li data-closes="${CLOSES / 1000}"><a href="${root}atti/sfalcio/">Sfalcio dei cigli stradali</a> <span class="state">In corso</span></li>
        <li><a href="${root}atti/mense/">Mensa scolastica del comune</a></li>
      </ul>`, clock(root)),
    'atti/sfalcio/index.html': page('notice', 'Sfalcio dei cigli stradali', notice(root),
      `${clock(root)}<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Article"}</script>`),
    'atti/mense/index.html': page('notice', 'Mensa scolastica del comune', `
      <h1>Mensa scolastica del comune</h1>
      <p>CIG T0A0666C64</p>
      <p><a href="${root}atti/mense/capitolato.txt">Capitolato speciale (TXT)</a></p>`),
    'cerca/index.html': page('search', 'Cerca negli avvisi', search(root), `<script type="module" src="${root}cerca.js"></script>`),
    'note-legali/index.html': page('legal', 'Note legali', `
      <h1>Note legali</h1>
      <h2 data-element="legal-notes-section">Licenza dei contenuti</h2>
      ${LICENCE.map((text) => `<p data-element="legal-notes-body">${text}</p>`).join('\n')}`),
    'vecchio/index.html': redirect(root),
    '404.html': page('not-found', 'Pagina non trovata', `<h1>Pagina non trovata</h1> <p><a href="${root}">Torna all’inizio</a></p>`,
      '<meta name="robots" content="noindex">'),
    'style.css': CSS,
    'stato.js': STATE,
    'cerca.js': SEARCH,
    'indice.json': JSON.stringify([
      { path: `${root}atti/mense/`, title: 'Mensa scolastica del comune', text: 'mensa scolastica comune T0A0666C64 capitolato speciale', tipo: 'a', stato: 'a', sezione: 'a', anno: 'a' },
      { path: `${root}atti/sfalcio/`, title: 'Sfalcio dei cigli stradali', text: 'sfalcio cigli stradali comune' },
    ]),
    'prossima-transizione.json': '{ "situazione_al": "2026-03-02T10:00:00+01:00", "prossima_transizione": null }\n',
    'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" fill="#063"/></svg>\n',
    'atti/sfalcio/bando.txt': ATTACHMENT,
    'atti/mense/capitolato.txt': ATTACHMENT,
    'feed.xml': feed(base),
    'sitemap.xml': sitemap(base),
    'robots.txt': `User-agent: *\nAllow: /\n\nSitemap: ${base}sitemap.xml\n`,
  };
  write(dir, files);
  write(source, {
    'attesi.json': JSON.stringify({ closing: 7, calls: [{ id: 'sfalcio', closes: new Date(CLOSES).toISOString() }] }),
    'content/bandi/sfalcio.md': '---\ntitolo: Sfalcio dei cigli stradali\nallegati:\n  - file: bando.txt\n    titolo: "testo del bando"\n---\n',
  });
}

function write(dir, files) {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    fs.writeFileSync(path.join(dir, name), text.replace('PAGINA', `/${name.replace(/(^|\/)index\.html$/, '$1')}`));
  }
}

const policy = (search) => `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'${search ? " 'wasm-unsafe-eval'" : ''}; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'">`;
const clock = (root) => `<script defer src="${root}stato.js"></script>`;

const layout = (root, kind, title, main, head) => `<!DOCTYPE html>
<html lang="it">
  <head>
    <meta charset="utf-8">
    ${policy(kind === 'search')}
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title}</title>
    <link rel="stylesheet" href="${root}style.css">
    <link rel="icon" href="${root}favicon.svg" type="image/svg+xml">
    <link rel="alternate" type="application/rss+xml" title="Ultimi avvisi" href="${root}feed.xml">
    ${head}
  </head>
  <body class="page-${kind}">
    <a class="skip" href="#contenuto">Vai al contenuto</a>
    <header><nav aria-label="Principale"><a href="${root}">Comune di Esempio</a></nav></header>
    <main id="contenuto" tabindex="-1">${main}
    </main>
    ${rating(root)}
    <footer><ul>
      <li><a href="mailto:protocollo@example.it">protocollo@example.it</a></li>
      <li><a href="https://www.example.it/faq/" data-element="faq">Domande frequenti</a></li>
      <li><a href="mailto:urp@example.it" data-element="report-inefficiency">Segnala disservizio</a></li>
      <li><a href="https://form.agid.gov.it/view/1" data-element="accessibility-link">Dichiarazione di accessibilità</a></li>
      <li><a href="https://www.example.it/privacy/" data-element="privacy-policy-link">Privacy</a></li>
      <li><a href="${root}note-legali/" data-element="legal-notes">Note legali</a></li>
    </ul></footer>
  </body>
</html>
`;

const notice = (root) => `
      <h1>Sfalcio dei cigli stradali</h1>
      <div data-closes="${CLOSES / 1000}">
        <p class="state">In corso</p>
        <p class="left"></p>
        <p>Situazione al 2 marzo 2026</p>
      </div>
      <p>Si veda il <a href="#calendario">calendario</a> e il <a href="bando.txt">testo del bando (TXT)</a>.</p>
      <img src="${root}favicon.svg" width="16" height="16" alt="Stemma del Comune">
      <section class="scroller" aria-labelledby="calendario" tabindex="0">
        <h2 id="calendario">Calendario</h2>
        <table>
          <thead><tr><th scope="col">Termine</th><th scope="col">Data</th></tr></thead>
          <tbody><tr><td>Offerte</td><td><time datetime="2026-03-31T12:00">31 marzo 2026, ore 12</time></td></tr></tbody>
        </table>
      </section>`;

const rating = (root) => {
  const answers = (kind, question, texts) => `<fieldset class="${kind}" data-element="feedback-rating-${kind}">
        <legend data-element="feedback-rating-question">${question}</legend>
        ${texts.map((text, i) => `<p><input type="radio" name="risposta" value="${kind}-${i}" id="${kind}-${i}"><label for="${kind}-${i}" data-element="feedback-rating-answer">${text}</label></p>`).join('\n        ')}
      </fieldset>`;
  return `<section data-element="feedback" aria-labelledby="valuta">
      <h2 id="valuta" data-element="feedback-title">Quanto sono chiare le informazioni su questa pagina?</h2>
      <form action="${root}pareri" method="post">
      <input type="hidden" name="pagina" value="${root.slice(0, -1)}PAGINA">
      <fieldset><legend>Valuta da 1 a 5</legend>
        ${[1, 2, 3, 4, 5].map((n) => `<input type="radio" name="voto" value="${n}" id="voto-${n}"><label for="voto-${n}" data-element="feedback-rate-${n}">${n}</label>`).join('\n        ')}
      </fieldset>
      ${answers('negative', 'Dove hai incontrato le maggiori difficoltà?', ['A volte le indicazioni non erano chiare', 'A volte le indicazioni non erano complete', 'A volte non capivo se stavo procedendo correttamente', 'Ho avuto problemi tecnici', 'Altro'])}
      ${answers('positive', 'Quali sono stati gli aspetti che hai preferito?', ['Le indicazioni erano chiare', 'Le indicazioni erano complete', 'Capivo sempre che stavo procedendo correttamente', 'Non ho avuto problemi tecnici', 'Altro'])}
      <p><label for="testo">Vuoi aggiungere altri dettagli?</label> <input type="text" name="testo" id="testo" maxlength="200" data-element="feedback-input-text"></p>
      <button type="submit">Invia</button>
      </form>
    </section>`;
};

const search = (root) => `
      <h1>Cerca negli avvisi</h1>
      <form action="${root}cerca/" method="get" role="search">
        <label for="q">Che cosa cerchi</label> <input id="q" name="q" type="search">
        ${['tipo', 'stato', 'sezione', 'anno'].map((name) => `<label for="${name}">${name}</label> <select id="${name}" name="${name}"><option value="">tutti</option><option value="a">a</option></select>`).join('\n        ')}
        <button type="submit">Cerca</button>
      </form>
      <noscript><p>La ricerca chiede gli script.</p></noscript>
      <p role="status"></p>
      <ol id="risultati"></ol>
      <h2>Altri modi</h2>
      <ul><li><a href="${root}">Le sezioni</a></li> <li><a href="${root}bandi/">I bandi</a></li></ul>`;

const redirect = (root) => `<!DOCTYPE html>
<html lang="it">
  <head>
    <meta charset="utf-8">
    ${policy(false)}
    <meta http-equiv="refresh" content="0; url=${root}bandi/">
    <title>Pagina spostata</title>
  </head>
  <body>
    <p>La pagina è ora in <a href="${root}bandi/">Bandi di gara e contratti</a>.</p>
  </body>
</html>
`;

const CSS = `:root { --paper: #fff; --ink: #1a1a1a; --link: #00528f; --bootstrap-italia-version: "2.18.3"; }
@media (prefers-color-scheme: dark) { :root { --paper: #151515; --ink: #eee; --link: #8cc4ff; } }
body { margin: 1rem; font-family: "Titillium Web", sans-serif; line-height: 1.5; background: var(--paper); color: var(--ink); }
a { color: var(--link); }
nav a, li a { display: inline-block; padding: 0.5rem 0; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; top: 0; left: 0; transform: translateY(-200%); background: var(--paper); }
.skip:focus { transform: none; }
.scroller { overflow-x: auto; }
table { min-width: 30rem; border-collapse: collapse; }
label { padding: 0.25rem; }
input, select, button { font: inherit; }
.negative, .positive { display: none; }
form:has(:is(#voto-1, #voto-2, #voto-3):checked) .negative, form:has(:is(#voto-4, #voto-5):checked) .positive { display: block; }
`;

const STATE = `(() => {
  const rome = (at, form) => new Intl.DateTimeFormat("sv", { timeZone: "Europe/Rome", ...form }).format(at);
  const day = (at) => Date.parse(rome(at)) / 864e5;
  const renew = () => {
    const now = Date.now();
    for (const box of document.querySelectorAll("[data-closes]")) {
      const closes = box.dataset.closes * 1000, days = day(closes - 6e4) - day(now), left = box.querySelector(".left");
      box.querySelector(".state").textContent = now >= closes ? "Scaduto, in valutazione" : closes - now > 7 * 864e5 ? "In corso" : "In scadenza";
      const hour = rome(closes - 6e4, { hour: "numeric", minute: "2-digit" });
      if (left) left.textContent = now >= closes ? "" : days > 1 ? "mancano " + days + " giorni" : (days ? "domani alle " : "oggi alle ") + hour;
    }
    for (const box of document.querySelectorAll("[data-open]")) box.textContent = box.dataset.open * 1000 > now ? 1 : 0;
  };
  renew();
  setInterval(renew, 6e4);
})();
`;

const SEARCH = `const form = document.querySelector("main form"), list = document.getElementById("risultati");
const stem = (word) => word.toLowerCase().slice(0, 4);
let index;
async function find() {
  if (!form.q.value) return;
  index ??= await (await fetch(new URL("indice.json", import.meta.url))).json();
  const query = form.q.value, code = query.replace(/\\s/g, "").toUpperCase();
  const found = index.filter((each) => (each.text.includes(code) || query.split(" ").every((word) => each.text.split(" ").some((its) => stem(its) === stem(word))))
    && ["tipo", "stato", "sezione", "anno"].every((name) => !form[name].value || each[name] === form[name].value));
  list.replaceChildren(...found.map((each) => {
    const link = Object.assign(document.createElement("a"), { href: each.path, textContent: each.title }), item = document.createElement("li");
    item.append(link);
    return item;
  }));
  document.querySelector("[role=status]").textContent = "Risultati: " + found.length;
}
form.q.value = new URLSearchParams(location.search).get("q") ?? "";
form.addEventListener("submit", (event) => { event.preventDefault(); find(); });
form.addEventListener("change", find);
find();
`;

const feed = (base) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>Ultimi avvisi</title>
    <link>${base}</link>
    <description>Gli avvisi del Comune di Esempio</description>
    <language>it</language>
    <lastBuildDate>Mon, 02 Mar 2026 10:00:00 +0100</lastBuildDate>
    <atom:link rel="self" type="application/rss+xml" href="${base}feed.xml"/>
    <item>
      <title>Sfalcio dei cigli stradali</title>
      <link>${base}atti/sfalcio/</link>
      <guid>${base}atti/sfalcio/</guid>
      <pubDate>Mon, 02 Mar 2026 09:00:00 +0100</pubDate>
      <description>&lt;p&gt;Il &lt;a href="${base}atti/sfalcio/bando.txt"&gt;bando&lt;/a&gt;.&lt;/p&gt;</description>
      <enclosure url="${base}atti/sfalcio/bando.txt" type="text/plain" length="${Buffer.byteLength(ATTACHMENT)}"/>
    </item>
    <item>
      <title>Elenco dei bandi</title>
      <link>${base}bandi/</link>
      <guid isPermaLink="false">elenco-dei-bandi</guid>
      <pubDate>Sun, 01 Mar 2026 09:00:00 +0100</pubDate>
      <description>Aggiornato.</description>
    </item>
  </channel>
</rss>
`;

const sitemap = (base) => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>${base}</loc><lastmod>2026-03-02</lastmod></url>
  <url><loc>${base}bandi/</loc><lastmod>2026-03-02T10:00:00+01:00</lastmod></url>
  <url><loc>${base}atti/sfalcio/</loc></url>
  <url><loc>${base}atti/mense/</loc></url>
  <url><loc>${base}cerca/</loc></url>
  <url><loc>${base}note-legali/</loc></url>
</urlset>
`;
