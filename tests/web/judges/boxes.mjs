// Bad input on the page: measured boxes, from phones to 4K. No text or control sticks out of the window or of its own box,
// none lies over another, none is cut off, and every title the source has (of notices, documents, lots) is there.
import fs from 'node:fs';
import path from 'node:path';

const WIDTHS = [320, 768, 1280, 3840];

export async function judge({ pages, lab, report }) {
  const wanted = lab.content ? titlesBelow(lab.content) : new Map();
  await lab.visit(pages, {}, async (tab, page) => {
    report.look(page.path);
    await tab.goto(lab.url(page));
    for (const width of WIDTHS) {
      await tab.setViewportSize({ width, height: Math.max(640, Math.round(width * 0.6)) });
      const id = /^atti\/([^/]+)\/index\.html$/.exec(page.file)?.[1];
      for (const [rule, message] of await tab.evaluate(measure, wanted.get(id) ?? [])) {
        report.fault(rule, page.path, message, ` [${width}]`);
      }
    }
  });
}

/** The titles in the heading of each notice, by its id: `titolo:` of itself, its documents, lots and events. */
function titlesBelow(folder) {
  const titles = new Map();
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.md') || entry.name === '_sezione.md') continue;
    const id = entry.name === 'index.md' ? path.basename(entry.parentPath) : entry.name.slice(0, -3);
    const [, heading] = fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8').split(/^---$/m);
    titles.set(id, [...heading.matchAll(/^[\s-]*titolo: (.*)$/gm)].map(([, text]) => (text.startsWith('"') ? JSON.parse(text) : text)));
  }
  return titles;
}

/** In the page: [rule, message] of all that is wrong with where things are. */
function measure(titles) {
  const faults = [];
  const plain = (text) => text.replace(/[\u00AD\u200B\u2060]/g, '').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
  const name = (element) => `<${element.localName}${element.className && typeof element.className === 'string' ? `.${element.className.split(' ')[0]}` : ''}> “${plain(element.textContent).slice(0, 30)}”`;
  const width = document.documentElement.clientWidth;
  const styles = new Map();
  const style = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element);
  const scrolls = (element) => /auto|scroll/.test(style(element).overflowX);
  const up = function* (element) { for (; element && element !== document.documentElement; element = element.parentElement) yield element; };

  const unseen = new Map();
  /** Hidden, or there for screen readers only. */
  const isUnseen = (element) => {
    if (!element || element === document.documentElement) return false;
    if (unseen.has(element)) return unseen.get(element);
    const { width: w, height: h } = element.getBoundingClientRect();
    const small = (w <= 1 || h <= 1) && style(element).overflowX !== 'visible';
    const answer = small || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || isUnseen(element.parentElement);
    unseen.set(element, answer);
    return answer;
  };

  const isDrawn = (element) => {
    const { backgroundColor, borderLeftWidth, borderTopWidth } = style(element);
    return parseFloat(borderLeftWidth) + parseFloat(borderTopWidth) > 0 || !/, 0\)$|transparent/.test(backgroundColor);
  };

  // Every line of text and every control: { element, box, text }.
  const things = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || isUnseen(element) || element.closest('option, title, svg')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) things.push({ element, box, text: true });
  }
  for (const element of document.querySelectorAll('button, input:not([type=hidden]), select, textarea')) {
    if (!isUnseen(element)) things.push({ element, box: element.getBoundingClientRect(), text: false });
  }

  // 1 and 2: out of the window, out of a box around it.
  for (const { element, box, text } of things) {
    const slack = text ? box.height * 0.3 : 1; // a line is often set tighter than its letters' box
    for (const around of up(text ? element : element.parentElement)) {
      if (scrolls(around)) break; // it may be scrolled into view
      if (around === document.body) {
        if (box.right > width + 1 || box.left < -1) faults.push(['out-of-window', `${name(element)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} of ${width}`]);
        break;
      }
      const { display, position } = style(around);
      if (/inline$|contents/.test(display)) continue;
      if (!text && !isDrawn(around)) continue; // a tick hangs beside its item, as bullets do
      const edge = around.getBoundingClientRect();
      const out = Math.max(box.right - edge.right, edge.left - box.left, box.bottom - edge.bottom - slack, edge.top - box.top - slack);
      if (out > 1.5) { faults.push(['out-of-box', `${name(element)} sticks ${Math.round(out)} px out of ${name(around)}`]); break; }
      if (/absolute|fixed/.test(position)) break; // placed by hand: what is around it has no say
    }
  }
  if (document.scrollingElement.scrollWidth > width + 1) faults.push(['out-of-window', `the page scrolls sideways, ${document.scrollingElement.scrollWidth} px wide`]);

  // 3: one over another. Of things that float or stick, and of a field and its own label, it is meant.
  const floats = (element) => [...up(element)].some((each) => /fixed|sticky/.test(style(each).position));
  const flat = things.filter(({ element }) => !floats(element)).sort((a, b) => a.box.top - b.box.top);
  let told = 0;
  for (let i = 0; i < flat.length && told < 5; i++) {
    const a = flat[i];
    for (let j = i + 1; j < flat.length && flat[j].box.top < a.box.bottom - 1; j++) {
      const b = flat[j];
      if (a.element === b.element || a.element.contains(b.element) && !a.text || b.element.contains(a.element) && !b.text) continue;
      if (a.element.closest('label')?.control === b.element || b.element.closest('label')?.control === a.element) continue;
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (across <= 2 || down <= 0.4 * Math.min(a.box.height, b.box.height)) continue;
      faults.push(['overlap', `${name(a.element)} and ${name(b.element)} lie ${Math.round(across)} × ${Math.round(down)} px over each other`]);
      told++;
      break;
    }
  }

  // 4: cut off.
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('svg, select, input, textarea') || isUnseen(element) || !element.textContent.trim()) continue;
    const { overflowX, overflowY } = style(element);
    const wide = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
    const high = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 2;
    if (wide || high) faults.push(['cut-off', `${name(element)} is ${element.scrollWidth} × ${element.scrollHeight} px in ${element.clientWidth} × ${element.clientHeight}`]);
  }

  // 5: nothing has disappeared.
  for (const link of document.querySelectorAll('main a[href]')) {
    const { width: w, height: h } = link.getBoundingClientRect();
    if (!link.textContent.trim() || link.closest('[hidden], details, noscript')) continue;
    if (!link.checkVisibility({ visibilityProperty: true }) || (!isUnseen(link) && w * h < 20)) faults.push(['no-area', name(link)]);
  }
  const seen = [...document.querySelectorAll('main *')].filter((element) => element.childElementCount < 8 && !isUnseen(element))
    .map((element) => ({ element, text: plain(element.textContent) }));
  for (const title of titles.map(plain)) {
    const shown = seen.some(({ element, text }) => text.includes(title) && element.getBoundingClientRect().width * element.getBoundingClientRect().height > 20);
    if (!shown) faults.push(['missing', `“${title.slice(0, 50)}” is not on the page`]);
  }
  return faults.slice(0, 40);
}
