// Readable without scripts, and not less so with them. Without: every heading, link and moment of the page can be seen,
// with its hour, and no control that would do nothing. With: nothing of that text is lost, but what scripts compute anew.

const STATES = /^(In apertura|In corso|In scadenza|Scaduto, in valutazione)$/; // what dates alone decide
const RECOMPUTED = [STATES, /^Situazione al/, /\b(manca|mancano|tra|restano|resta)\b.*\b(giorn|or|minut)/i];
// The rating goes step by step with scripts (see feedback), and <noscript> is for those who have none.
const OTHERS = '[data-element="feedback"], noscript';
// Where scripts may write: what they offer, and what they compute.
const SCRIPTED = 'button, label, legend, form, output, [role=status], [data-closes] .state, .left, .phase, [data-open]';

export async function judge({ pages, lab, report }) {
  const now = lab.site.moment; // scripts see the moment the site was built for
  const read = async (javaScriptEnabled, look) => {
    const seen = new Map();
    await lab.visit(pages, { javaScriptEnabled, now: javaScriptEnabled ? now : undefined }, async (tab, page) => {
      await tab.goto(lab.url(page));
      seen.set(page, await look(tab));
    });
    return seen;
  };
  const without = await read(false, async (tab) => ({ texts: await tab.evaluate(textOf, OTHERS), ...await tab.evaluate(lookAround, OTHERS) }));
  const withScripts = await read(true, async (tab) => ({
    texts: await tab.evaluate(textOf, OTHERS), own: await tab.evaluate(textOf, `${OTHERS}, ${SCRIPTED}`), ...await tab.evaluate(lookAround, OTHERS),
  }));
  for (const page of pages) {
    report.look(page.path);
    const { texts, unseen, waiting, idle, hourless } = without.get(page);
    const scripted = withScripts.get(page);
    if (!texts.length) report.fault('no-main-text', page.path, 'no single <main> with text');
    unseen.push(...waiting.filter((what) => !scripted.waiting.includes(what))); // hidden, and shown by scripts at once
    for (const what of unseen) report.fault('needs-script', page.path, `${what} cannot be seen without scripts`);
    for (const what of idle) report.fault('idle-control', page.path, `${what} does nothing without scripts`);
    for (const what of hourless) report.fault('no-hour', page.path, `${what} is shown without its hour`);
    const rest = scripted.texts.join(' ');
    const lost = texts.find((text) => !rest.includes(text) && !RECOMPUTED.some((pattern) => pattern.test(text)));
    const all = texts.join(' ');
    const added = scripted.own.find((text) => !all.includes(text));
    if (added) report.fault('needs-script', page.path, `“${added.slice(0, 60)}” is written by scripts`);
    if (lost) report.fault('lost-with-script', page.path, `“${lost.slice(0, 60)}” is gone once scripts have run`);
  }
}

/** In the page: the pieces of text of <main> that can be seen. */
function textOf(others) {
  const mains = document.querySelectorAll('main');
  if (mains.length !== 1) return [];
  const texts = [];
  const walker = document.createTreeWalker(mains[0], NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    const text = data.replace(/\s+/g, ' ').trim();
    if (text && !parentElement.closest(`${others}, [data-now]`) && parentElement.checkVisibility({ visibilityProperty: true })) texts.push(text);
  }
  return texts;
}

/** In the page: what cannot be seen, what does nothing, which moment lacks its hour. */
function lookAround(others) {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const name = (element) => `<${element.localName}> “${(element.textContent || element.id).replace(/\s+/g, ' ').trim().slice(0, 40)}”`;
  const own = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.closest('main') && !element.closest(others));
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  // What lies in a closed <details> opens without scripts.
  const marks = own('h1, h2, h3, h4, h5, h6, a[href], time').filter((element) => !shown(element) && !element.closest('details'));
  const unseen = marks.filter((element) => !element.closest('[hidden]'));
  const waiting = marks.filter((element) => element.closest('[hidden]'));
  const works = (element) => element.matches('button[type=button]')
    ? element.matches('[popovertarget], [commandfor]') : element.form || element.disabled; // a ticked item of a list is one
  const idle = [
    ...all('button, input, select, textarea').filter((element) => !works(element)),
    ...all('[role=button], [role=tab], [role=switch], [role=menuitem]').filter((element) => !element.matches('button, summary')),
    ...all('a[href="#"], a[href=""], a:not([href])[tabindex]'),
    ...all('form').filter((form) => ![...form.elements].some((each) => /^(submit|image)$/.test(each.type))),
  ];
  // A moment with an hour: one element at least of those with that moment says it, as “12:30”, “ore 12”.
  const saysHour = ({ dateTime, textContent }) => {
    const [, hours, minutes] = /T(\d\d):(\d\d)/.exec(dateTime);
    return new RegExp(`(?<!\\d)0?(${+hours}${hours === '00' ? '|24' : ''})([:.]${minutes})${minutes === '00' ? '?' : ''}(?!\\d)(?! \\p{L}{3,} \\d{4})`, 'u').test(textContent);
  };
  const moments = Map.groupBy(own('time[datetime*="T"]'), (element) => element.dateTime);
  const hourless = [...moments.values()].filter((elements) => !elements.some(saysHour)).map(([first]) => first);
  return { unseen: unseen.map(name), waiting: waiting.map(name), idle: idle.map(name), hourless: hourless.map(name) };
}
