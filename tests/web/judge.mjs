#!/usr/bin/env node
// Judges a built site: node judge.mjs SITE_DIR [--all] [--only judge,…] [--theme italia] [--content DIR]
// --all shows every page to the browser, not only a sample. --theme says what the site wears: some limits and criteria are
// those of one theme. --content is the folder the site was built from, for the judges that compare (see USUAL). --pages
// reads only these, of a site too large for all. --sample: how many pages the browser is shown, 40 unless told.
// One line `FAULT rule where message` a fault; exit 0: none, 1: some, 2: a judge could not do its work.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openSite, sample } from './site.mjs';
import { Lab } from './lab.mjs';
import { Report } from './report.mjs';
import * as vnu from './judges/vnu.mjs';
import * as htmlValidate from './judges/html-validate.mjs';
import * as links from './judges/links.mjs';
import * as axe from './judges/axe.mjs';
import * as keyboard from './judges/keyboard.mjs';
import * as reflow from './judges/reflow.mjs';
import * as policy from './judges/policy.mjs';
import * as noscript from './judges/noscript.mjs';
import * as media from './judges/media.mjs';
import * as weight from './judges/weight.mjs';
import * as criteri from './judges/criteri.mjs';
import * as feedback from './judges/feedback.mjs';
import * as search from './judges/search.mjs';
import * as state from './judges/state.mjs';
import * as boxes from './judges/boxes.mjs';

export const JUDGES = {
  vnu, 'html-validate': htmlValidate, links, axe, keyboard, reflow, media, policy, noscript, weight, criteri, feedback,
  search, state, boxes,
};
/** What any site can be asked. The others want a certain content: see tests/sites_web/. */
export const USUAL = Object.keys(JUDGES).filter((name) => !['search', 'state', 'boxes'].includes(name));
const SAMPLE = 40;

/** What the judge called `name` finds in the site of `lab`. */
export async function ask(name, lab, pages = sample(lab.site, SAMPLE)) {
  const report = new Report(name);
  await JUDGES[name].judge({ site: lab.site, pages, lab, report });
  if (!report.judged.size) throw new Error('looked at nothing');
  return report;
}

async function main() {
  const options = {
    all: { type: 'boolean' }, only: { type: 'string' }, theme: { type: 'string' }, content: { type: 'string' },
    pages: { type: 'string' }, sample: { type: 'string' },
  };
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const names = values.only?.split(',') ?? USUAL;
  if (positionals.length !== 1 || names.some((name) => !JUDGES[name])) {
    throw new Error(`usage: judge.mjs SITE_DIR [--all] [--theme base|italia] [--content DIR] [--pages /a/,/b/] [--only ${Object.keys(JUDGES).join(',')}]`);
  }
  const site = openSite(positionals[0], values.pages?.split(','));
  const pages = sample(site, values.all ? Infinity : +(values.sample ?? SAMPLE));
  console.log(`${site.pages.length} pages of ${site.base.href}, ${pages.length} of them shown to the browser`);
  const lab = new Lab(site, { theme: values.theme, all: values.all, content: values.content });
  let code = 0;
  for (const name of names) {
    try {
      const report = await ask(name, lab, pages);
      report.lines().forEach((line) => console.log(line));
      if (report.faults.length) code = Math.max(code, 1);
    } catch (error) { // a judge that breaks down has judged nothing: never a pass
      console.log(`ERROR ${name} ${error.message}`);
      code = 2;
    }
  }
  await lab.close();
  return code;
}

if (import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  process.exitCode = await main().catch((error) => {
    console.log(`ERROR judge ${error.message}`);
    return 2;
  });
}
