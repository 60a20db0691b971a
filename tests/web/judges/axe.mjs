// axe-core on the rendered pages: WCAG 2.0 to 2.2, A and AA, and its best practices, narrow and wide, light and dark.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const MODES = [320, 1280].flatMap((width) => ['light', 'dark'].map((scheme) => ({ width, scheme })));

export async function judge({ pages, lab, report }) {
  await lab.visit(pages, {}, async (tab, page) => {
    report.look(page.path);
    await tab.goto(lab.url(page));
    await tab.evaluate(AXE);
    for (const { width, scheme } of MODES) {
      await tab.setViewportSize({ width, height: 900 });
      await tab.emulateMedia({ colorScheme: scheme });
      for (const { id, help, nodes } of await run(tab)) {
        for (const node of nodes) report.fault(`axe-${id}`, page.path, `${node} ${help}`, ` [${width} ${scheme}]`);
      }
    }
  });
}

function run(tab) {
  return tab.evaluate(async (tags) => {
    // Two frames: the new width and colours have to be painted before they are measured.
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const { violations } = await window.axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      rules: { 'target-size': { enabled: true } }, // of WCAG 2.2, yet off unless asked for
      resultTypes: ['violations'],
    });
    return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.target.join(' ')) }));
  }, TAGS);
}
