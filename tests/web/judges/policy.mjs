// The page on a strict host: `_headers`, or a <meta> of its own, says what it may load, and that is little; nothing in it
// needs more.
// No error in the console (a breach of the policy is one, so is a file that is missing), no request to another host, the
// right answer to a missing address, nothing stored in the reader's browser.

import { openHeaders } from '../headers.mjs';

const SELF = new Set(["'self'", "'none'"]);
const INLINE = (name, attrs) => name === 'style' || attrs.style !== undefined
  || (name === 'script' && attrs.src === undefined && attrs.type !== 'application/ld+json');

export async function judge({ site, pages, lab, report }) {
  const headers = openHeaders(site.root);
  for (const page of site.pages) {
    report.look(page.path);
    const fault = (rule, message, line = 1) => report.fault(rule, page.path, message, `:${line}`);
    readPolicy(page, headers?.of(page.path.replace(site.base.pathname, '/'), 'content-security-policy') ?? [], fault);
    for (const { name, attrs, line } of page.elements) {
      if (INLINE(name, attrs)) fault('inline', `<${name}> with a style or script of its own`, line);
      const handler = Object.keys(attrs).find((attr) => attr.startsWith('on'));
      if (handler) fault('inline', `<${name} ${handler}>`, line);
    }
  }
  await lab.visit(pages, {}, (tab, page) => watch(tab, page, lab, report));
}

/** What the page is allowed; a policy in the page has to stand before anything it is about. */
function readPolicy(page, sent, fault) {
  const metas = page.elements.filter(({ name, attrs }) => name === 'meta' && attrs['http-equiv']?.toLowerCase() === 'content-security-policy');
  // Two policies hold both: what one allows the other may not.
  if (metas.length > 1 || sent.length > 1 || !(metas.length + sent.length)) {
    return fault('policy', `${metas.length} policies in the page, ${sent.length} sent with it`);
  }
  for (const value of sent) readDirectives(page, value, 1, fault);
  if (!metas.length) return;
  const [{ attrs, line }] = metas;
  const first = page.elements.find(({ name, attrs: its }) => ['script', 'style'].includes(name) || /stylesheet|icon|preload/.test(its.rel ?? ''));
  if (first && page.elements.indexOf(first) < page.elements.indexOf(metas[0])) fault('policy', `comes after <${first.name}>`, line);
  readDirectives(page, attrs.content, line, fault);
}

function readDirectives(page, policy, line, fault) {
  const directives = new Map(policy.split(';').map((part) => part.trim().split(/\s+/)).map(([key, ...values]) => [key, values]));
  if (!directives.get('default-src')?.every((value) => SELF.has(value))) fault('policy', 'default-src is not ’none’ or ’self’', line);
  for (const [key, values] of directives) {
    const search = page.kind === 'search';
    const elsewhere = (value) => /^(https:\/\/[\w.-]+(:\d+)?|http:\/\/127\.0\.0\.1:\d+)$/.test(value);
    const allowed = (value) => SELF.has(value)
      || (key === 'script-src' && value === "'wasm-unsafe-eval'" && search)
      || (key === 'img-src' && value === 'data:')
      || (key === 'form-action' && value === 'mailto:')
      // The rating may be received by another host; nothing is loaded from there.
      || (['form-action', 'connect-src'].includes(key) && elsewhere(value));
    for (const value of values.filter((each) => !allowed(each))) fault('policy', `${key} allows ${value}`, line);
  }
  for (const key of ['base-uri', 'form-action']) if (!directives.has(key)) fault('policy', `${key} is open`, line);
}

async function watch(tab, page, lab, report) {
  // That the page for what is missing answers 404 is right, and the console mentions it.
  const expected = (message) => page.missing && message.location().url === lab.url(page);
  tab.on('console', (message) => {
    if (message.type() !== 'error' || expected(message)) return;
    report.fault('console', page.path, `${message.text().slice(0, 200)} ${message.location().url}`);
  });
  tab.on('pageerror', (error) => report.fault('console', page.path, error.message));
  tab.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:/.test(protocol) && origin !== lab.server.origin) report.fault('third-party', page.path, request.url());
  });
  const status = (await tab.goto(lab.url(page))).status();
  if (status !== (page.missing ? 404 : 200)) report.fault('status', page.path, `answers ${status}`);
  await tab.waitForTimeout(30); // a database takes a moment
  const stored = await tab.evaluate(async () =>
    document.cookie.length + localStorage.length + sessionStorage.length + (await indexedDB.databases()).length);
  if (stored || (await tab.context().cookies()).length) report.fault('storage', page.path, 'stores something in the browser');
}
