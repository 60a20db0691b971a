// The search page, on the sample site: what a reader types is found, by keyboard alone and said aloud; nothing is loaded
// before it is needed, and little then; without scripts the page says how else to find things.

const MOST = 150 * 1024; // bytes fetched for one query, all that the page itself does not need
const RESULTS = '#risultati, #cerca-risultati';
const STATUS = '[role=status]';
const WAIT = 15_000;

/** What is typed, and the notice that has to be among the first three. */
const QUERIES = [
  ['a CIG with blanks, in lower case', (truth) => truth.cig.toLowerCase().replace(/^(...)(...)/, '$1 $2 '), (truth) => truth.path],
  ['a word in the plural', () => 'mense scolastiche', (truth) => truth.path],
  ['the same word in the singular', () => 'mensa scolastica', (truth) => truth.path],
  ['an attachment’s title', (truth) => truth.attachment, (truth) => truth.path],
];

export async function judge({ site, lab, report }) {
  const page = site.byFile.get('cerca/index.html');
  if (!page) return report.fault('no-search', '/cerca/', 'there is no such page');
  const truth = truthOf(site);
  await lab.visit([page], {}, async (tab) => {
    const fault = (rule, message) => report.fault(rule, page.path, message);
    tab.setDefaultTimeout(WAIT);
    report.look(page.path);
    await quietBeforeUse(tab, page, lab, fault);
    for (const [title, query, wanted] of QUERIES) await find(tab, { title, query: query(truth), wanted: wanted(truth), page, lab, fault });
    await nothingFound(tab, { page, lab, fault });
    await filtered(tab, { page, lab, fault });
    await byKeyboard(tab, { page, lab, fault });
    await measured(lab, page, report, fault);
  });
  await lab.visit([page], { javaScriptEnabled: false }, async (tab) => {
    await tab.goto(`${lab.url(page)}?q=mensa`);
    const { text, links } = await tab.evaluate(() => {
      const main = document.querySelector('main');
      return { text: main.innerText, links: [...main.querySelectorAll('a[href]')].filter((each) => each.checkVisibility()).length };
    });
    if (!/script/i.test(text) || links < 2) report.fault('noscript', page.path, 'does not say, without scripts, how else to find things');
  });
}

/** A notice of the site with all that is looked for: the one about school meals with a CIG and attachments. */
function truthOf(site) {
  for (const page of site.pages.filter(({ file, html }) => file.startsWith('atti/') && /mensa scolastica/i.test(html))) {
    const cig = /"propertyID":"CIG","value":"([A-Z0-9]{10})"/.exec(page.html)?.[1]
      ?? /CIG\W*(?:<[^>]*>\W*)*\b(?=[A-Z0-9]*\d)([A-Z0-9]{10})\b/.exec(page.html)?.[1];
    const attachment = /<a href="[^"]*\/atti\/[^"]+\.\w+"[^>]*>\s*(?:<svg.*?<\/svg>)?\s*([^<(]{8,}?)\s*[<(]/s.exec(page.html)?.[1];
    if (cig && attachment) return { path: page.path, cig, attachment };
  }
  throw new Error('no notice about “mensa scolastica” with a CIG and attachments: this judge is for the sample site');
}

async function ask(tab, query, { page, lab }) {
  await tab.goto(`${lab.url(page)}?q=${encodeURIComponent(query)}`);
  await tab.locator(`:is(${RESULTS}) a[href]`).first().waitFor({ state: 'visible' });
  return tab.locator(`:is(${RESULTS}) a[href*="/atti/"]`).evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
}

async function find(tab, { title, query, wanted, page, lab, fault }) {
  try {
    const found = await ask(tab, query, { page, lab });
    if (!found.slice(0, 3).includes(wanted)) fault('not-found', `${title}, “${query}”: ${found.slice(0, 3)} instead of ${wanted}`);
    const field = await tab.locator('main input[name=q]').inputValue();
    if (field !== query) fault('field', `after ?q=${query} the field holds “${field}”`);
    const said = await tab.locator(STATUS).allInnerTexts();
    if (!said.some((text) => /\d+/.test(text))) fault('not-said', `how many were found is in no role=status: “${said}”`);
    const list = await tab.locator(RESULTS).first().evaluate((it) => it.matches('ol, ul, [role=list]'));
    if (!list) fault('not-said', 'the results are no list');
  } catch (error) {
    fault('not-found', `${title}, “${query}”: ${error.message.split('\n')[0]}`);
  }
}

async function nothingFound(tab, { page, lab, fault }) {
  await tab.goto(`${lab.url(page)}?q=xyzqwkjh`);
  await tab.waitForFunction((where) => [...document.querySelectorAll(where)].some((it) => it.innerText.trim().length > 3), STATUS)
    .catch(() => fault('not-said', 'nothing is said where nothing was found'));
  if (await tab.locator(`:is(${RESULTS}) a[href]:visible`).count()) fault('not-found', 'something is found for “xyzqwkjh”');
}

/** Each filter lets fewer results through, and all those it should. */
async function filtered(tab, { page, lab, fault }) {
  const all = (await ask(tab, 'comune', { page, lab }).catch(() => [])).length;
  const names = await tab.locator('main form select').evaluateAll((them) => them.map((it) => it.name));
  if (names.length < 4) fault('filters', `only ${names.length}: ${names}`);
  for (const name of names) {
    try {
      await ask(tab, 'comune', { page, lab });
      const before = await tab.locator(STATUS).allInnerTexts();
      const select = tab.locator(`main form select[name="${name}"]`);
      await select.selectOption({ index: 1 });
      await tab.waitForFunction(([where, was]) => [...document.querySelectorAll(where)].map((it) => it.innerText).join() !== was, [STATUS, before.join()]);
    } catch {
      fault('filters', `${name} changes nothing of ${all} results`);
    }
  }
}

/** From the field to a result: Tab and Enter only. */
async function byKeyboard(tab, { page, lab, fault }) {
  await tab.goto(lab.url(page));
  await tab.locator('main input[name=q]').focus();
  await tab.keyboard.type('mensa');
  await tab.keyboard.press('Enter');
  await tab.locator(`:is(${RESULTS}) a[href]`).first().waitFor({ state: 'visible' }).catch(() => fault('keyboard', 'Enter finds nothing'));
  for (let i = 0; i < 40; i++) {
    await tab.keyboard.press('Tab');
    if (await tab.evaluate((where) => Boolean(document.activeElement?.closest(where)), RESULTS)) return;
  }
  fault('keyboard', 'the results cannot be reached with Tab');
}

/** Nothing of the engine is fetched by a page nobody searches on. */
async function quietBeforeUse(tab, page, lab, fault) {
  const fetched = [];
  const listen = (request) => fetched.push(request.url());
  tab.on('request', listen);
  await tab.goto(lab.url(page), { waitUntil: 'networkidle' });
  tab.off('request', listen);
  const early = fetched.filter((url) => /pagefind|\.wasm|\.pf_/.test(url));
  if (early.length) fault('too-early', `loads before anything is sought: ${early.map((url) => new URL(url).pathname)}`);
}

/** What one query costs a reader who never searched here: bytes as sent, and time to the first result. */
async function measured(lab, page, report, fault) {
  await lab.visit([page], {}, async (tab) => {
    tab.setDefaultTimeout(WAIT);
    await tab.goto(lab.url(page), { waitUntil: 'networkidle' });
    const sizes = [];
    tab.on('requestfinished', (request) => sizes.push(request.sizes().then((it) => it.responseBodySize)));
    const start = performance.now();
    await tab.locator('main input[name=q]').fill('mensa scolastica');
    await tab.locator('main input[name=q]').press('Enter');
    await tab.locator(`:is(${RESULTS}) a[href]`).first().waitFor({ state: 'visible' });
    const time = Math.round(performance.now() - start);
    await tab.waitForTimeout(500);
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    report.note(`one query: ${sizes.length} requests, ${(bytes / 1024).toFixed(0)} kB, first result after ${time} ms`);
    if (bytes > MOST) fault('too-heavy', `one query fetches ${(bytes / 1024).toFixed(0)} kB, ${MOST / 1024} at most`);
  });
}
