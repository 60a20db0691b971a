// Real Chromium looking at a served site. Opened on first use, since some judges need no browser.
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

// Nothing the browser does on its own may reach out or depend on the machine's graphics.
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--no-first-run', '--disable-dev-shm-usage'];

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS });
}

export class Lab {
  /**
   * A lab for `site`, which wears `theme`. All of the pages are shown to the browser if `all` says so; `content` is the
   * folder the site was built from. A `browser` given here is shared and stays open.
   */
  constructor(site, { browser, theme = 'base', all = false, content } = {}) {
    Object.assign(this, { site, browser, theme, all, content, shared: Boolean(browser) });
  }

  /** The first `most` of `pages`, for judges that take long; the first ones show every kind of element. */
  share(pages, most) { return this.all ? pages : pages.slice(0, most); }

  /** A browser context that cannot reach any host but the site's, at the moment `now` if given. */
  async context({ now, ...options }) {
    this.server ??= await serve(this.site.root, this.site.base.pathname);
    this.browser ??= await launch();
    const context = await this.browser.newContext({ locale: 'it-IT', reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(30_000);
    if (now) await context.clock.setFixedTime(now);
    await context.route((url) => url.origin !== this.server.origin, (route) => route.abort());
    return context;
  }

  /** The address in the browser of a page: its own, or a missing one for the page that says so. */
  url(page) { return this.server.origin + page.address.pathname; }

  /** Shows each of `pages` to `look(tab, page)`, two at a time, in tabs of a context with `options`. */
  async visit(pages, options, look) {
    const context = await this.context(options);
    const queue = [...pages];
    const worker = async () => {
      for (let page; (page = queue.shift());) {
        const tab = await context.newPage();
        await look(tab, page);
        await tab.close();
      }
    };
    await Promise.all([worker(), worker()]).finally(() => context.close());
  }

  async close() {
    this.server?.close();
    if (!this.shared) await this.browser?.close();
  }
}
