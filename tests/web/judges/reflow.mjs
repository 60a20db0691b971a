// Reflow and larger text (WCAG 1.4.10, 1.4.4): nothing makes the page scroll sideways or is cut off, neither in a window of
// 1280 px at 400 % (which a browser lays out as 320 px) nor there with text of twice the size.

const MODES = [
  { name: '1280 px at 400 %', viewport: { width: 320, height: 256 }, text: 1 },
  { name: 'text at 200 %', viewport: { width: 1280, height: 1024 }, text: 2 },
];
const USUAL = 16; // px, what browsers start from

export async function judge({ pages, lab, report }) {
  for (const { name, viewport, text } of MODES) {
    await lab.visit(pages, { viewport }, async (tab, page) => {
      report.look(page.path);
      if (text !== 1) { // as in the browser's settings: a page that names its sizes in pixels does not follow
        const devtools = await tab.context().newCDPSession(tab);
        await devtools.send('Page.setFontSizes', { fontSizes: { standard: USUAL * text, fixed: 13 * text } });
      }
      await tab.goto(lab.url(page));
      const { excess, culprits, small } = await tab.evaluate(measure, USUAL * text * 0.7);
      if (excess > 0 || culprits.length) {
        report.fault('sideways-scroll', page.path, `${excess} px wider than the window: ${culprits.slice(0, 3).join('; ')}`, ` [${name}]`);
      }
      if (small.length) report.fault('fixed-text', page.path, `too small: ${small.slice(0, 3).join('; ')}`, ` [${name}]`);
    });
  }
}

/**
 * In the page: how far it scrolls, and what sticks out. The second is not implied by the first: an overflow that is
 * clipped scrolls nothing, and hides content. And the text smaller than `least` pixels.
 */
function measure(least) {
  const width = document.documentElement.clientWidth;
  const inOwnScroller = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const { overflowX } = getComputedStyle(box);
      const { width: boxWidth, right } = box.getBoundingClientRect();
      if (/auto|scroll/.test(overflowX) && right <= width + 1) return true; // a wide table in a box of its own
      if (/hidden|clip/.test(overflowX) && boxWidth <= 1) return true; // text for screen readers only
    }
    return false;
  };
  const culprits = new Set();
  const small = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const name = `<${element.localName}> “${element.textContent.trim().slice(0, 30)}”`;
    let box = element;
    if (node !== element) { // text may stick out of its element
      box = document.createRange();
      box.selectNode(node);
      if (node.data.trim() && parseFloat(getComputedStyle(element).fontSize) < least) small.add(name);
    }
    const out = [...box.getClientRects()].some(({ left, right }) => right > width + 1 && left < width);
    if (out && !inOwnScroller(element)) culprits.add(name);
  }
  return { excess: Math.max(0, document.scrollingElement.scrollWidth - width), culprits: [...culprits], small: [...small] };
}
