// Readable without scripts: the main text is the same with scripts running and with none.

export async function judge({ pages, lab, report }) {
  const read = async (options) => {
    const texts = new Map();
    await lab.visit(pages, options, async (tab, page) => {
      await tab.goto(lab.url(page));
      const main = tab.locator('main');
      texts.set(page, await main.count() === 1 ? (await main.innerText()).replace(/\s+/g, ' ').trim() : '');
    });
    return texts;
  };
  // With the policy on, no script would run in either and there would be nothing to compare.
  const withScripts = await read({ bypassCSP: true });
  const without = await read({ javaScriptEnabled: false });
  for (const page of pages) {
    report.look(page.path);
    if (!without.get(page)) report.fault('no-main-text', page.path, 'no single <main> with text');
    else if (without.get(page) !== withScripts.get(page)) {
      report.fault('needs-script', page.path, `with scripts: “${difference(withScripts.get(page), without.get(page))}”`);
    }
  }
}

/** The part of `a` from where it first differs from `b`. */
function difference(a, b) {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a.slice(i, i + 60);
}
