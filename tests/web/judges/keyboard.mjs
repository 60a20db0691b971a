// The page by keyboard alone: a skip link first, focus to be seen at every stop, everything reached, a way out.

const PAGES = 8; // stops are photographed twice, so only the first pages of the sample
const ALIKE = 3; // of stops that differ in nothing a style sheet usually looks at, the first ones stand for the rest
const MARGIN = 8; // around the focused element, for outlines drawn outside of it

export async function judge({ pages, lab, report }) {
  // Without the policy: a script that catches Tab would catch it on a lenient host.
  const options = { viewport: { width: 1280, height: 800 }, bypassCSP: true };
  await lab.visit(pages.slice(0, PAGES), options, async (tab, page) => {
    report.look(page.path);
    const fault = (rule, message) => report.fault(rule, page.path, message);
    await tab.goto(lab.url(page));
    await skipLink(tab, fault);
    await tab.goto('about:blank'); // forget the fragment and where focus was
    await tab.goto(lab.url(page));
    await walk(tab, fault);
  });
}

async function skipLink(tab, fault) {
  await tab.keyboard.press('Tab');
  const href = await tab.evaluate(() => document.activeElement.getAttribute('href'));
  if (!href?.startsWith('#')) return fault('skip-link', 'the first stop is no link to the main content');
  await tab.keyboard.press('Enter');
  await tab.waitForTimeout(50);
  await tab.keyboard.press('Tab');
  const wrong = await tab.evaluate((id) => {
    const target = document.getElementById(id);
    if (!target) return `its target #${id} does not exist`;
    if (!target.closest('main') && !target.querySelector('main')) return `its target #${id} is not the main content`;
    const next = document.activeElement;
    if (next === document.body || target.contains(next)) return undefined;
    const after = target.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING;
    return after ? undefined : 'after it, Tab goes on before the main content';
  }, decodeURIComponent(href.slice(1)));
  if (wrong) fault('skip-link', wrong);
}

async function walk(tab, fault) {
  await tab.evaluate(() => { window.stops = []; });
  const kinds = new Map();
  for (;;) { // ends: each stop is a new element of the page, or the last
    await tab.keyboard.press('Tab');
    const stop = await tab.evaluate(arrive);
    if (!stop) break; // past the last stop, out of the page
    if (stop.again) return fault('trap', `focus comes back to ${stop.name} without leaving the page`);
    kinds.set(stop.kind, (kinds.get(stop.kind) ?? 0) + 1);
    if (!stop.onScreen) fault('focus-off-screen', stop.name);
    else if (kinds.get(stop.kind) <= ALIKE && !await changesWithFocus(tab, stop.box)) {
      fault('focus-invisible', `${stop.name} looks the same with and without focus`);
    }
  }
  for (const name of await tab.evaluate(unreached)) fault('unreached', `${name} cannot be reached with Tab`);
}

/** In the page: where focus is now, undefined if nowhere. */
function arrive() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return undefined;
  const again = window.stops.includes(element);
  window.stops.push(element);
  const { x, y, width, height } = element.getBoundingClientRect();
  const onScreen = width > 1 && height > 1 && x < innerWidth && y < innerHeight && x + width > 0 && y + height > 0;
  const text = element.innerText || element.getAttribute('aria-label') || element.id;
  const name = `<${element.localName}> “${text.trim().slice(0, 40)}”`;
  let kind = '';
  for (let box = element; box; box = box.parentElement) kind += `${box.localName}.${box.className} `;
  return { again, onScreen, name, kind, box: { x, y, width, height } };
}

/** Whether pixels differ: computed styles would believe an outline in the colour of its background. */
async function changesWithFocus(tab, box) {
  const { width, height } = tab.viewportSize();
  const x = Math.max(0, box.x - MARGIN);
  const y = Math.max(0, box.y - MARGIN);
  const right = Math.min(width, box.x + box.width + MARGIN);
  const bottom = Math.min(height, box.y + box.height + MARGIN);
  const clip = { x, y, width: right - x, height: bottom - y };
  const focused = await tab.screenshot({ clip });
  await tab.evaluate(() => document.activeElement.blur());
  const changes = !focused.equals(await tab.screenshot({ clip }));
  // Back to where we were: an element that keeps Tab has to get the next one too.
  await tab.evaluate(() => window.stops.at(-1).focus({ preventScroll: true }));
  return changes;
}

/** In the page: what a pointer can use and Tab has not met. */
function unreached() {
  const controls = 'a[href], button, input:not([type=radio], [type=hidden]), select, textarea, summary';
  return [...document.querySelectorAll(controls)]
    .filter((element) => !element.disabled && element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !window.stops.includes(element))
    .map((element) => `<${element.localName}> “${element.textContent.trim().slice(0, 40)}”`);
}
