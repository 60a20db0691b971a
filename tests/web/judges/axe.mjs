// axe-core on the rendered pages: WCAG 2.0 to 2.2, A and AA, and its best practices, on phones, tablets and desktops, light
// and dark, as readers with scripts get them and as those without do.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const MODES = [320, 768, 1280].flatMap((width) => ['light', 'dark'].map((scheme) => ({ width, scheme })));
const PAGES = 24; // twelve looks at each: the first ones of the sample show every kind of element

export async function judge({ pages, lab, report }) {
  for (const scripts of [true, false]) {
    await lab.visit(lab.share(pages, PAGES), { javaScriptEnabled: scripts }, async (tab, page) => {
      report.look(page.path);
      await tab.goto(lab.url(page));
      await tab.evaluate(AXE);
      if (!scripts) await tab.evaluate(standInForScripts);
      for (const { width, scheme } of MODES) {
        await tab.setViewportSize({ width, height: 900 });
        await tab.emulateMedia({ colorScheme: scheme });
        await tab.waitForTimeout(40); // the new width and colours have to be painted before they are measured
        const mode = `${width} ${scheme}${scripts ? '' : ' noscript'}`;
        for (const { id, help, nodes } of await tab.evaluate(run, TAGS)) {
          for (const node of nodes) report.fault(`axe-${id}`, page.path, `${node} ${help}`, ` [${mode}]`);
        }
      }
    });
  }
}

/**
 * In a page whose scripts are off, so that the browser shows it as such a reader sees it: axe itself still runs, but no
 * timer does, and it never looks into <noscript>, whose content is part of the page here.
 */
function standInForScripts() {
  window.setTimeout = (callback, _after, ...args) => { Promise.resolve().then(() => callback(...args)); return 1; };
  for (const element of document.querySelectorAll('body noscript')) element.replaceWith(...element.childNodes);
}

async function run(tags) {
  const { violations } = await window.axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    rules: { 'target-size': { enabled: true } }, // of WCAG 2.2, yet off unless asked for
    resultTypes: ['violations'],
    preload: false, // waits for timers
  });
  return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.target.join(' ')) }));
}
