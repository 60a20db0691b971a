// A small site without a fault, written into a folder: what selftest.mjs then spoils, one thing at a time.
import fs from 'node:fs';
import path from 'node:path';

const ATTACHMENT = 'Testo integrale del bando.\n';

/** Writes the site for the address `base` into `dir`. */
export function writeGoodSite(dir, base = 'https://trasparenza.example.it/') {
  const root = new URL(base).pathname; // pages link from the root of the host
  const page = (title, main, head = '') => layout(root, title, main, head);
  const files = {
    'index.html': page('Amministrazione trasparente', `
      <h1>Amministrazione trasparente</h1>
      <ul><li><a href="${root}bandi/">Bandi di gara e contratti</a></li></ul>`),
    'bandi/index.html': page('Bandi di gara e contratti', `
      <h1>Bandi di gara e contratti</h1>
      <form action="${root}bandi/" method="get" role="search">
        <label for="q">Cerca tra i bandi</label>
        <input id="q" name="q" type="search">
        <button type="submit">Cerca</button>
      </form>
      <ul><li><a href="${root}bandi/sfalcio/">Sfalcio dei cigli stradali</a></li></ul>`),
    'bandi/sfalcio/index.html': page('Sfalcio dei cigli stradali', notice(root),
      '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Article"}</script>'),
    'vecchio/index.html': redirect(root),
    '404.html': page('Pagina non trovata', `<h1>Pagina non trovata</h1> <p><a href="${root}">Torna all’inizio</a></p>`,
      '<meta name="robots" content="noindex">'),
    'style.css': CSS,
    'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" fill="#063"/></svg>\n',
    'bandi/sfalcio/bando.txt': ATTACHMENT,
    'feed.xml': feed(base),
    'sitemap.xml': sitemap(base),
    'robots.txt': `User-agent: *\nAllow: /\n\nSitemap: ${base}sitemap.xml\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    fs.writeFileSync(path.join(dir, name), text);
  }
}

const layout = (root, title, main, head) => `<!DOCTYPE html>
<html lang="it">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title}</title>
    <link rel="stylesheet" href="${root}style.css">
    <link rel="icon" href="${root}favicon.svg" type="image/svg+xml">
    <link rel="alternate" type="application/rss+xml" title="Ultimi avvisi" href="${root}feed.xml">
    ${head}
  </head>
  <body>
    <a class="skip" href="#contenuto">Vai al contenuto</a>
    <header><nav aria-label="Principale"><a href="${root}">Comune di Esempio</a></nav></header>
    <main id="contenuto" tabindex="-1">${main}
    </main>
    <footer><p>Comune di Esempio, <a href="mailto:protocollo@example.it">protocollo@example.it</a></p></footer>
  </body>
</html>
`;

const notice = (root) => `
      <h1>Sfalcio dei cigli stradali</h1>
      <p>Si veda il <a href="#calendario">calendario</a> e il <a href="bando.txt">testo del bando (TXT)</a>.</p>
      <img src="${root}favicon.svg" width="16" height="16" alt="Stemma del Comune">
      <section class="scroller" aria-labelledby="calendario" tabindex="0">
        <h2 id="calendario">Calendario</h2>
        <table>
          <thead><tr><th scope="col">Termine</th><th scope="col">Data</th></tr></thead>
          <tbody><tr><td>Offerte</td><td><time datetime="2026-03-31T12:00">31 marzo 2026, ore 12</time></td></tr></tbody>
        </table>
      </section>`;

const redirect = (root) => `<!DOCTYPE html>
<html lang="it">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="refresh" content="0; url=${root}bandi/">
    <title>Pagina spostata</title>
  </head>
  <body>
    <p>La pagina è ora in <a href="${root}bandi/">Bandi di gara e contratti</a>.</p>
  </body>
</html>
`;

const CSS = `:root { --paper: #fff; --ink: #1a1a1a; --link: #00528f; }
@media (prefers-color-scheme: dark) { :root { --paper: #151515; --ink: #eee; --link: #8cc4ff; } }
body { margin: 1rem; font-family: sans-serif; line-height: 1.5; background: var(--paper); color: var(--ink); }
a { color: var(--link); }
nav a, main li a { display: inline-block; padding: 0.5rem 0; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; top: 0; left: 0; transform: translateY(-200%); background: var(--paper); }
.skip:focus { transform: none; }
.scroller { overflow-x: auto; }
table { min-width: 30rem; border-collapse: collapse; }
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
      <link>${base}bandi/sfalcio/</link>
      <guid>${base}bandi/sfalcio/</guid>
      <pubDate>Mon, 02 Mar 2026 09:00:00 +0100</pubDate>
      <description>&lt;p&gt;Il &lt;a href="${base}bandi/sfalcio/bando.txt"&gt;bando&lt;/a&gt;.&lt;/p&gt;</description>
      <enclosure url="${base}bandi/sfalcio/bando.txt" type="text/plain" length="${Buffer.byteLength(ATTACHMENT)}"/>
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
  <url><loc>${base}bandi/sfalcio/</loc></url>
</urlset>
`;
