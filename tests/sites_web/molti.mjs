// A section with 5,000 notices, too many to keep: node molti.mjs CONTENT_DIR writes them, from a copy of the rest.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const NOTICES = 5000;
const YEARS = [2023, 2024, 2025, 2026];

const content = process.argv[2];
const folder = path.join(content, 'provvedimenti/provvedimenti-dirigenti');
fs.cpSync(path.join(path.dirname(fileURLToPath(import.meta.url)), 'scadenze/content/sito.yaml'), path.join(content, 'sito.yaml'));
fs.mkdirSync(folder, { recursive: true });
for (let i = 1; i <= NOTICES; i++) {
  const year = YEARS[i % YEARS.length];
  fs.writeFileSync(path.join(folder, `determinazione-${i}.md`), `---
titolo: Determinazione n. ${i} del ${year}, impegno di spesa
tipo: provvedimento
pubblicato: ${String(1 + (i % 28)).padStart(2, '0')}/01/${year}
ufficio: Ufficio ${'ABCDEFGHIJ'[i % 10]}
---
`);
}
