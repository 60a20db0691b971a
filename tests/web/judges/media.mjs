// What readers ask their browser for: colours of their own (forced colours), no motion, paper. A smoke check: the page
// follows, and its text is still there.

const PAGES = 16;

export async function judge({ pages, lab, report }) {
  await lab.visit(lab.share(pages, PAGES), { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }, async (tab, page) => {
    report.look(page.path);
    const faults = async (rule, look) => {
      for (const what of await tab.evaluate(look)) report.fault(rule, page.path, what);
    };
    await tab.goto(lab.url(page));
    await faults('motion', moving);
    await tab.emulateMedia({ forcedColors: 'active' });
    await faults('forced-colors', unforced);
    await tab.emulateMedia({ forcedColors: 'none', media: 'print', colorScheme: 'light' });
    await faults('print', unprintable);
  });
}

/** In the page: what moves although the reader asked for no motion. */
function moving() {
  const name = (element) => `<${element?.localName}> “${element?.textContent.trim().slice(0, 30)}”`;
  const slow = (times) => times.split(',').some((time) => parseFloat(time) * (/ms/.test(time) ? 1 : 1000) > 10);
  const found = document.getAnimations().map((animation) => `${name(animation.effect?.target)} is animated`);
  for (const element of document.querySelectorAll('*')) {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
    if (slow(transitionDuration)) found.push(`${name(element)} has a transition of ${transitionDuration}`);
    if (animationName !== 'none') found.push(`${name(element)} has the animation ${animationName}`);
    if (scrollBehavior === 'smooth') found.push(`${name(element)} scrolls smoothly`);
  }
  return found.slice(0, 5);
}

/** In the page: what does not follow the reader's own colours: text of other ones, controls without an edge. */
function unforced() {
  const name = (element) => `<${element.localName}> “${element.textContent.trim().slice(0, 30)}”`;
  const shown = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const found = shown.filter((element) => element.innerText?.trim() && getComputedStyle(element).forcedColorAdjust === 'none')
    .map((element) => `${name(element)} keeps colours of its own`);
  for (const element of shown.filter((each) => each.matches('button, select, textarea, input:not([type=hidden])'))) {
    const { appearance, borderTopStyle, borderBottomStyle, outlineStyle } = getComputedStyle(element);
    const edged = [borderTopStyle, borderBottomStyle, outlineStyle].some((style) => style !== 'none');
    const { width, height } = element.getBoundingClientRect();
    const labelled = element.matches('[type=radio], [type=checkbox]') && (width <= 1 || height <= 1 || appearance === 'none');
    if (!edged && appearance === 'none' && !labelled) found.push(`${name(element)} has no edge left`);
  }
  return found.slice(0, 5);
}

/** In the page, as on paper: text that is missing or that no ink shows, boxes that stay in place over every sheet. */
function unprintable() {
  const name = (element) => `<${element.localName}> “${element.textContent.trim().slice(0, 30)}”`;
  const light = (colour) => { // relative luminance, well enough
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return a === 0 ? undefined : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  };
  const found = [];
  for (const element of document.querySelectorAll('main h1, main h2, main time, main p')) {
    if (element.closest('[data-element="feedback"], form, nav, noscript, details') || !element.textContent.trim()) continue;
    // A heading over what is not printed (share, subscribe) goes with it; the title, moments and prose do not.
    if (element.matches('h1, time') && !element.checkVisibility({ visibilityProperty: true })) found.push(`${name(element)} is not printed`);
    else if (light(getComputedStyle(element).color) > 0.7) found.push(`${name(element)} is printed in a colour too light`);
  }
  for (const element of document.querySelectorAll('body *')) {
    if (/fixed|sticky/.test(getComputedStyle(element).position) && element.checkVisibility() && element.textContent.trim()
      && element.getBoundingClientRect().height > 1) found.push(`${name(element)} is ${getComputedStyle(element).position} on paper`);
  }
  const paper = light(getComputedStyle(document.body).backgroundColor);
  if (paper !== undefined && paper < 0.9) found.push('the paper is printed dark');
  return found.slice(0, 5);
}
