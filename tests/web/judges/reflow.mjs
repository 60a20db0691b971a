// Reflow (WCAG 1.4.10): at 320 px, a 1280 px window at 400 %, nothing makes the page scroll sideways or is cut off.

export async function judge({ pages, lab, report }) {
  await lab.visit(pages, { viewport: { width: 320, height: 640 } }, async (tab, page) => {
    report.look(page.path);
    await tab.goto(lab.url(page));
    const { excess, culprits } = await tab.evaluate(measure);
    if (excess > 0 || culprits.length) {
      report.fault('sideways-scroll', page.path, `${excess} px wider than the window: ${culprits.slice(0, 3).join('; ')}`);
    }
  });
}

/**
 * In the page: how far it scrolls, and what sticks out. The second is not implied by the first: an overflow that is
 * clipped scrolls nothing, and hides content.
 */
function measure() {
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
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    let box = element;
    if (node !== element) { // text may stick out of its element
      box = document.createRange();
      box.selectNode(node);
    }
    const out = [...box.getClientRects()].some(({ left, right }) => right > width + 1 && left < width);
    if (!out || inOwnScroller(element)) continue;
    culprits.add(`<${element.localName}> “${element.textContent.trim().slice(0, 30)}”`);
  }
  return { excess: Math.max(0, document.scrollingElement.scrollWidth - width), culprits: [...culprits] };
}
