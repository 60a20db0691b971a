// The state that stays true after the build: pages opened at other moments and in other time zones than they were built in.
// The site is that of tests/sites_web/scadenze; when its calls open and close stands in attesi.json there, worked out by hand.
import fs from 'node:fs';
import path from 'node:path';

const SCRIPT_MOST = 2048; // bytes, as written on the disk
const ZONES = ['Europe/Rome', 'America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati'];
const LABELS = ['In apertura', 'In corso', 'In scadenza', 'Scaduto, in valutazione'];
const MINUTE = 60_000;
const DAY = 86_400_000;

export async function judge({ site, lab, report }) {
  const { closing, calls } = JSON.parse(fs.readFileSync(path.join(lab.content, '../attesi.json'), 'utf8'));
  for (const call of calls) for (const key of ['opens', 'closes']) if (call[key]) call[key] = Date.parse(call[key]);
  for (const file of site.files.filter((name) => /stato[^/]*\.js$/.test(name))) {
    const { size } = fs.statSync(path.join(site.root, file));
    report.look(`/${file}`);
    if (size >= SCRIPT_MOST) report.fault('script-size', `/${file}`, `${size} bytes, ${SCRIPT_MOST - 1} at most`);
  }
  await asBuilt(calls, closing, { site, lab, report });
  await later(calls, closing, { site, lab, report });
  await keptOpen(calls, { lab, site, report });
}

/** The state at `now`: the minute written in a deadline is still in time. */
function stateAt({ opens, closes, fixed }, now, closing) {
  if (fixed) return fixed;
  if (now >= closes) return LABELS[3];
  if (opens && now < opens) return LABELS[0];
  return closes - now > closing * DAY ? LABELS[1] : LABELS[2];
}

/** The moments at which something may go wrong. */
function momentsOf({ opens, closes, fixed }, closing) {
  const around = (moment) => [moment - 1000, moment];
  return [
    ...(opens ? around(opens) : []),
    ...around(closes - closing * DAY), closes - DAY - 61 * MINUTE, closes - DAY + 61 * MINUTE,
    closes - MINUTE, ...around(closes), closes + 61 * MINUTE, closes + 40 * DAY,
  ].filter((moment) => !fixed || Math.abs(moment - closes) <= MINUTE);
}

/** Without scripts what was built stands, with the moment it was true at. */
async function asBuilt(calls, closing, { site, lab, report }) {
  const pages = calls.map(({ id }) => site.byFile.get(`atti/${id}/index.html`));
  await lab.visit(pages, { javaScriptEnabled: false }, async (tab, page) => {
    report.look(page.path);
    await tab.goto(lab.url(page));
    const call = calls[pages.indexOf(page)];
    const { states, text } = await tab.evaluate(readNotice, LABELS);
    const built = stateAt(call, Date.parse(site.moment), closing);
    if (states.some((state) => state !== built) || !text.includes(built)) report.fault('built-state', page.path, `says ${states} instead of ${built}`);
    if (!call.fixed && !/Situazione al/i.test(text)) report.fault('as-of', page.path, 'does not say when its state was true');
  });
}

/** Each notice at each of its moments, in one zone after the other; about its deadline also the lists it stands in. */
async function later(calls, closing, { site, lab, report }) {
  const built = Date.parse(site.moment);
  const openThen = calls.filter((call) => /^In (corso|scadenza)/.test(stateAt(call, built, closing)));
  const visits = calls.flatMap((call) => momentsOf(call, closing).map((now) => ({ call, now })));
  for (const [turn, timezoneId] of ZONES.entries()) {
    const context = await lab.context({ timezoneId, now: built });
    const tab = await context.newPage();
    for (const { call, now } of visits.filter((_, i) => i % ZONES.length === turn)) {
      const where = ` [${new Date(now).toISOString().slice(0, 19)}Z, ${timezoneId}]`;
      const wanted = stateAt(call, now, closing);
      await context.clock.setFixedTime(now);
      await notice(tab, { call, now, wanted, where, site, lab, report });
      if (Math.abs(now - call.closes) > MINUTE) continue;
      const open = openThen.filter(({ closes }) => now < closes).length;
      for (const list of listsOf(call, site)) await listed(tab, list, { call, wanted, where, open, lab, report });
    }
    await context.close();
  }
}

/** The home page and a list it stands in. */
function listsOf({ id }, site) {
  const names = (page) => !page.file.startsWith('atti/') && page.html.includes(`/atti/${id}/"`);
  return [...new Set([site.home, site.pages.find((page) => page !== site.home && names(page))])].filter(Boolean);
}

async function notice(tab, { call, now, wanted, where, site, lab, report }) {
  const page = site.byFile.get(`atti/${call.id}/index.html`);
  await tab.goto(lab.url(page));
  const { states, left } = await tab.evaluate(readNotice, LABELS);
  if (call.fixed) { // decided by an act: dates alone never open it again
    if (states.length) report.fault('state', page.path, `says ${states}, but is ${call.fixed}`, where);
    return;
  }
  if (!states.length || states.some((state) => state !== wanted)) report.fault('state', page.path, `says “${states}” instead of ${wanted}`, where);
  const wrong = leftIsWrong(left, call, now);
  if (wrong) report.fault('time-left', page.path, wrong, where);
}

async function listed(tab, list, { call, wanted, where, open, lab, report }) {
  await tab.goto(lab.url(list));
  const { states, count } = await tab.evaluate(readCard, { labels: LABELS, id: call.id });
  for (const state of states) {
    if (call.fixed || state !== wanted) report.fault('state', list.path, `${call.id} is ${state} instead of ${call.fixed ?? wanted}`, where);
  }
  if (!states.length && wanted !== LABELS[3] && !call.fixed) report.fault('state', list.path, `${call.id} is not shown with a state`, where);
  if (count && +count !== open) report.fault('open-count', list.path, `${count} instead of ${open}`, where);
}

/** What is wrong with how long is left, told in days of Rome's calendar: “mancano 3 giorni”, “domani alle 12”. */
function leftIsWrong(left, { opens, closes }, now) {
  if (now >= closes) return /\d+ (giorn|or[ae]|minut)|oggi|domani/i.test(left) ? `after the deadline: “${left}”` : undefined;
  const target = opens && now < opens ? opens : closes - MINUTE; // the last minute in time
  const days = (romeDay(target) - romeDay(now)) / DAY;
  const said = /oggi/i.test(left) ? 0 : /domani/i.test(left) ? 1 : +/(\d+) giorn/i.exec(left)?.[1];
  if (said !== days) return `“${left}”, while it is ${days} days`;
  if (days < 2 && !left.replace('.', ':').includes(romeHour(target))) return `“${left}” without the hour, ${romeHour(target)}`;
  return undefined;
}

const rome = (options) => new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Rome', ...options });
const romeDay = (moment) => Date.parse(rome({}).format(moment));
const romeHour = (moment) => rome({ hour: 'numeric', minute: '2-digit' }).format(moment).replace(/^0/, '');

/** In the page of a notice: the states it names, how long it says is left, all its text. */
function readNotice(labels) {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const states = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    if (labels.includes(text) && shown(walker.currentNode.parentElement)) states.push(text);
  }
  const left = [...document.querySelectorAll('main .left')].filter(shown).map((element) => element.textContent.trim()).join(' ');
  return { states, left, text: document.querySelector('main').innerText };
}

/** In a list: the states shown with each link to a notice, in the smallest box around it that names one; how many are open. */
function readCard({ labels, id }) {
  const states = [];
  for (const link of document.querySelectorAll(`main a[href$="/atti/${id}/"]`)) {
    if (!link.checkVisibility({ visibilityProperty: true })) continue;
    for (let box = link; box && box.localName !== 'main'; box = box.parentElement) {
      if (box.querySelectorAll('a[href*="/atti/"]').length > 1) break; // around another notice too
      const label = labels.find((each) => box.innerText.includes(each));
      if (label) states.push(label);
      if (label || box.matches('li, article, tr')) break;
    }
  }
  return { states, count: document.querySelector('[data-open]')?.textContent.trim() };
}

/** A page left open sees the deadline pass. */
async function keptOpen(calls, { lab, site, report }) {
  const call = calls.find((each) => !each.fixed);
  const page = site.byFile.get(`atti/${call.id}/index.html`);
  const context = await lab.context({ timezoneId: 'America/New_York' });
  const tab = await context.newPage();
  await tab.clock.install({ time: call.closes - 30_000 });
  await tab.goto(lab.url(page));
  await tab.clock.runFor(2 * MINUTE);
  const { states } = await tab.evaluate(readNotice, LABELS);
  if (states.some((state) => state !== LABELS[3]) || !states.length) report.fault('stays-open', page.path, `left open over the deadline it says ${states}`);
  await context.close();
}
