// The rating by keyboard alone, with scripts and without: the right questions appear, what was chosen arrives (at the test
// server, wherever the form would send it), too long a text cannot be written. Where no form is shown there is nothing to
// judge but that none is pretended.

const PAGES = 2; // the same form on every page: one with much above it, one more

export async function judge({ site, pages, lab, report }) {
  const asks = (page) => page.html.includes('data-element="feedback"');
  const rated = pages.filter(asks);
  pages.forEach((page) => report.look(page.path));
  if (!site.pages.some(asks)) return report.note('no rating on this site');
  for (const page of pages) {
    if (!rated.includes(page) && !page.missing && page.kind !== 'thanks') report.fault('no-rating', page.path, 'the others have one');
  }
  for (const javaScriptEnabled of [true, false]) {
    // One page after the other: what arrives is told apart by when it does. 2 and 5: one of each question.
    for (const page of lab.share(rated, PAGES)) await lab.visit([page], { javaScriptEnabled }, async (tab) => {
      // At its own address: the form may send to it, and the policy say so.
      await redirect(tab.context(), page.address.origin, lab);
      const mode = ` [${javaScriptEnabled ? 'scripts' : 'noscript'}]`;
      const fault = (rule, message) => report.fault(rule, page.path, message, mode);
      for (const [rate, kind, other] of [[2, 'negative', 'positive'], [5, 'positive', 'negative']]) {
        try {
          await rateIt(tab, { rate, kind, other, lab, page, fault });
        } catch (error) {
          fault('rating', error.message.split('\n')[0]);
        }
      }
    });
  }
}

const at = (name) => `[data-element="feedback"] [data-element="${name}"]`;

async function rateIt(tab, { rate, kind, other, lab, page, fault }) {
  tab.setDefaultTimeout(5000);
  await tab.goto(page.address.href);
  const form = await tab.locator('[data-element="feedback"] form, form[data-element="feedback"]').first().elementHandle();
  const { action, method } = await form.evaluate((it) => ({ action: it.action, method: it.method }));
  if (!/^https?:/.test(action)) return; // a mail programme opens: nothing arrives here
  if (method !== 'post') return fault('rating', `sends with ${method}`);
  if (new URL(action).origin !== page.address.origin) await redirect(tab.context(), new URL(action).origin, lab);
  const before = lab.server.posted.length;

  await press(tab, at(`feedback-rate-${rate}`), fault);
  const shown = (name) => tab.locator(at(name)).isVisible();
  if (!await shown(`feedback-rating-${kind}`)) fault('question', `after ${rate} the ${kind} question is hidden`);
  if (await shown(`feedback-rating-${other}`)) fault('question', `after ${rate} the ${other} question is shown`);
  const answer = `${at(`feedback-rating-${kind}`)} [data-element="feedback-rating-answer"]`;
  const chosen = tab.locator(answer).nth(rate === 2 ? 4 : 0);
  const value = await press(tab, chosen, fault);

  const words = rate === 2 ? 'Perché «così»? àèìòù 🙂 &=+' : 'x'.repeat(300);
  const input = tab.locator(at('feedback-input-text'));
  if (!await input.isVisible()) await step(tab, fault); // the second step
  await reach(tab, input, fault);
  await tab.keyboard.insertText(words);
  const text = await input.inputValue();
  if (text.length > 200) fault('too-long', `takes ${text.length} characters`);
  await step(tab, fault);

  await tab.waitForFunction(() => true).catch(() => {}); // the answer may replace the page meanwhile
  for (let i = 0; i < 50 && lab.server.posted.length === before; i++) await tab.waitForTimeout(50);
  const arrived = lab.server.posted.slice(before);
  if (arrived.length !== 1) return fault('sent', `${arrived.length} answers arrived instead of one`);
  const said = fieldsOf(arrived[0]);
  const has = (wanted) => said.some(([, field]) => field === wanted);
  if (!said.some(([, field]) => field === String(rate))) fault('sent', `no rating ${rate} in ${JSON.stringify(said)}`);
  if (!has(value)) fault('sent', `the answer “${value}” is not in ${JSON.stringify(said)}`);
  if (!has(text)) fault('sent', `the text “${text.slice(0, 20)}” is not in ${JSON.stringify(said)}`);
  if (!has(page.path) && !has(page.address.href)) fault('sent', `no page ${page.path} in ${JSON.stringify(said)}`);
  const names = said.map(([name]) => name);
  if (new Set(names).size !== names.length) fault('sent', `a field twice: ${names}`);
  const thanks = await tab.locator('body').innerText();
  if (!/grazie|ricevuto/i.test(thanks)) fault('thanks', 'nothing says that the answer arrived');
}

/** Whatever goes to `origin` goes to the test server instead, pages and answers alike. */
async function redirect(context, origin, lab) {
  await context.route((url) => url.origin === origin, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const response = await route.fetch({ url: lab.server.origin + pathname + search, maxRedirects: 0 });
    await route.fulfill({ response });
  });
}

/** Goes to the control of a label with the keyboard and chooses it; gives its value. */
async function press(tab, label, fault) {
  const element = await (typeof label === 'string' ? tab.locator(label) : label).elementHandle();
  const control = (await element.evaluateHandle((it) => it.control ?? it)).asElement();
  await reach(tab, control, fault);
  if (!await control.evaluate((it) => it.checked)) await tab.keyboard.press('Space');
  if (!await control.evaluate((it) => it.checked)) fault('keyboard', 'cannot be chosen with the space bar');
  return control.evaluate((it) => it.value);
}

/** Presses Tab, and within a group of radio buttons the arrow, until focus is on `target`. */
async function reach(tab, target, fault) {
  const handle = target.elementHandle ? await target.elementHandle() : target;
  const start = '[data-element="feedback"]';
  // From just before the rating: what lies above it is the keyboard judge's.
  const inside = await tab.evaluate((where) => Boolean(document.activeElement?.closest(where)), start);
  if (!inside) {
    await tab.evaluate((where) => {
      const before = [...document.querySelectorAll('a[href], button')]
        .filter((it) => it.compareDocumentPosition(document.querySelector(where)) & Node.DOCUMENT_POSITION_FOLLOWING && it.checkVisibility());
      before.at(-1)?.focus();
    }, start);
  }
  for (let i = 0; i < 40; i++) {
    const where = await handle.evaluate((it) => {
      const now = document.activeElement;
      if (now === it) return 'here';
      return now?.type === 'radio' && now.name === it.name && now.form === it.form ? 'group' : 'elsewhere';
    });
    if (where === 'here') return;
    await tab.keyboard.press(where === 'group' ? 'ArrowDown' : 'Tab');
  }
  fault('keyboard', `${await handle.evaluate((it) => it.name || it.textContent.trim().slice(0, 30))} cannot be reached`);
}

/** Goes on with the button that stands last among those to be seen: the next step, or sending. */
async function step(tab, fault) {
  const button = tab.locator('[data-element="feedback"] button:visible, [data-element="feedback"] input[type=submit]:visible').last();
  await reach(tab, button, fault);
  await tab.keyboard.press('Enter');
  await tab.waitForTimeout(100);
}

function fieldsOf({ type, body }) {
  if (type.includes('json')) return Object.entries(JSON.parse(body)).map(([name, value]) => [name, String(value)]);
  if (type.includes('multipart')) {
    return [...body.matchAll(/name="([^"]*)"\r\n\r\n([\s\S]*?)\r\n--/g)].map(([, name, value]) => [name, value]);
  }
  return [...new URLSearchParams(body)];
}
