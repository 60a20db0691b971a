// The page on a strict host: no error in the console (a breach of the content security policy is one, so are a file that
// is missing and one of another host), the right answer to a missing address, nothing stored in the reader's browser.

export async function judge({ pages, lab, report }) {
  await lab.visit(pages, {}, async (tab, page) => {
    report.look(page.path);
    // That the page for what is missing answers 404 is right, and the console mentions it.
    const expected = (message) => page.missing && message.location().url === lab.url(page);
    tab.on('console', (message) => {
      if (message.type() !== 'error' || expected(message)) return;
      report.fault('console', page.path, `${message.text().slice(0, 200)} ${message.location().url}`);
    });
    tab.on('pageerror', (error) => report.fault('console', page.path, error.message));
    const status = (await tab.goto(lab.url(page))).status();
    if (status !== (page.missing ? 404 : 200)) report.fault('status', page.path, `answers ${status}`);
    const stored = await tab.evaluate(() => document.cookie.length + localStorage.length + sessionStorage.length);
    if (stored) report.fault('storage', page.path, 'stores something in the browser');
  });
}
