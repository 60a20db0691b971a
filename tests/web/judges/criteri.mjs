// The criteria for municipal sites (Modello Comuni, C.SI.…) that a page of this site can meet, on every page shown, in the
// words and by the selectors of its public documentation. Tolerated there is a fault here. C.SI.1.1 and 1.2 are of the theme
// that wears the design system; C.SI.5.2 of addresses in .it.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const FONTS = ['titillium web', 'lora', 'roboto mono'];
const LIBRARY = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../themes/italia/node_modules/bootstrap-italia/dist/css/bootstrap-italia.min.css');
// Components newer than the list the official app compares with.
const NEWER = /^(it-card|it-footer$|it-footer-link|it-heading-link)/;
const SHARE = 0.3;

const FOOTER = { // data-element: criterion, what is wrong with a link
  faq: ['C.SI.2.3', ({ text }) => !/faq|domande frequenti/.test(text) && `is called “${text}”`],
  'report-inefficiency': ['C.SI.2.4', ({ text }) => !['disservizio', 'segnala disservizio', 'segnalazione disservizio'].includes(text) && `is called “${text}”`],
  'accessibility-link': ['C.SI.3.2', ({ href }) => !href.includes('https://form.agid.gov.it/') && `leads to ${href}`],
  'privacy-policy-link': ['C.SI.3.3', ({ url }) => url.protocol !== 'https:' && `leads to ${url.href}`],
  'legal-notes': ['C.SI.3.4', () => false],
};
const TITLE = 'quanto sono chiare le informazioni su questa pagina?';
const QUESTIONS = {
  negative: ['dove hai incontrato le maggiori difficoltà?', ['a volte le indicazioni non erano chiare', 'a volte le indicazioni non erano complete',
    'a volte non capivo se stavo procedendo correttamente', 'ho avuto problemi tecnici', 'altro']],
  positive: ['quali sono stati gli aspetti che hai preferito?', ['le indicazioni erano chiare', 'le indicazioni erano complete',
    'capivo sempre che stavo procedendo correttamente', 'non ho avuto problemi tecnici', 'altro']],
};
const LICENCE = 'In applicazione del principio open by default ai sensi dell’articolo 52 del decreto legislativo 7 marzo 2005, n. 82 '
  + '(CAD) e salvo dove diversamente specificato (compresi i contenuti incorporati di terzi), i dati, i documenti e le informazioni '
  + 'pubblicati sul sito sono rilasciati con licenza CC-BY 4.0. Gli utenti sono quindi liberi di condividere (riprodurre, distribuire, '
  + 'comunicare al pubblico, esporre in pubblico), rappresentare, eseguire e recitare questo materiale con qualsiasi mezzo e formato e '
  + 'modificare (trasformare il materiale e utilizzarlo per opere derivate) per qualsiasi fine, anche commerciale con il solo onere di '
  + 'attribuzione, senza apporre restrizioni aggiuntive.';

export async function judge({ site, pages, lab, report }) {
  const host = site.base.hostname;
  // `.example` stands for `.it` where nobody lives.
  if (/\.(it|example)$/.test(host) && !/(^|\.)comune\.[^.]+(\.[^.]+)?\.(it|example)$/.test(host)) report.fault('C.SI.5.2', '/', `${host} is not of a comune`);
  const known = lab.theme === 'italia' ? lab.classes ?? classesOf(fs.readFileSync(LIBRARY, 'utf8')) : undefined;
  const legal = new Set();
  // The official app looks from a window this large, at the bottom of the page.
  await lab.visit(pages, { viewport: { width: 3840, height: 2160 } }, async (tab, page) => {
    report.look(page.path);
    const fault = (rule, message) => report.fault(rule, page.path, message);
    await tab.goto(lab.url(page), { waitUntil: 'load' });
    const found = await tab.evaluate(lookAround);
    if (known) designSystem(found, known, fault);
    footer(found, { site, page, fault, legal });
    for (const cookie of await tab.context().cookies()) fault('C.SI.3.1', `a cookie, ${cookie.name}`);
    if (found.custom) fault('C.SI.1.7', `${found.custom} links of the municipal menu: their titles would be counted as wrong`);
    if (found.feedback) await rating(tab, found.feedback, fault);
    else fault('C.SI.2.5', 'nothing with data-element="feedback"');
  });
  for (const file of legal) await licence(file, { site, lab, report });
}

function classesOf(css) {
  return new Set([...css.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map(([, name]) => name).filter((name) => !NEWER.test(name)));
}

/** In the page: what the criteria are about. */
function lookAround() {
  const family = (element) => getComputedStyle(element).fontFamily.split(',')[0].trim().replace(/^["']|["']$/g, '').toLowerCase();
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim().toLowerCase();
  const links = {};
  for (const element of document.querySelectorAll('[data-element]')) {
    (links[element.dataset.element] ??= []).push({
      text: text(element), href: element.getAttribute('href') ?? '', foot: Boolean(element.closest('footer')), link: element.localName === 'a',
    });
  }
  const root = document.querySelector('[data-element=feedback]');
  return {
    links,
    custom: document.querySelectorAll('[data-element^=custom-]').length,
    fonts: [...document.body.querySelectorAll('h1, h2, h3, h4, h5, h6, p')].map((element) => ({
      name: `<${element.localName}> “${text(element).slice(0, 30)}”`, fonts: [family(element), ...[...element.querySelectorAll('*')].map(family)],
    })),
    version: window.BOOTSTRAP_ITALIA_VERSION ?? getComputedStyle(document.body).getPropertyValue('--bootstrap-italia-version'),
    classes: [...new Set([...document.querySelectorAll('[class]')].flatMap((element) => [...element.classList]))],
    feedback: root && {
      title: [...root.querySelectorAll('[data-element=feedback-title]')].map(text),
      rates: [1, 2, 3, 4, 5].filter((rate) => root.querySelector(`[data-element=feedback-rate-${rate}]`)),
      input: root.querySelectorAll('[data-element=feedback-input-text]').length,
    },
  };
}

function designSystem({ fonts, version, classes }, known, fault) {
  for (const { name, fonts: its } of fonts) {
    const other = its.find((font) => !FONTS.includes(font));
    if (other) fault('C.SI.1.1', `${name} is written in ${other}`);
  }
  const number = version.trim().replaceAll('"', ''); // these are all that the official app takes away
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(number) || parseInt(number, 10) < 2) fault('C.SI.1.2', `version ${number || 'unknown'}`);
  const share = classes.filter((name) => known.has(name)).length / classes.length;
  if (!(share >= SHARE)) fault('C.SI.1.2', `${Math.round(100 * share)} % of ${classes.length} classes are Bootstrap Italia’s`);
}

function footer({ links }, { site, page, fault, legal }) {
  for (const [element, [rule, wrong]] of Object.entries(FOOTER)) {
    const all = links[element] ?? [];
    if (all.length !== 1) { // the official app joins the texts of all it finds
      fault(rule, `${all.length} links with data-element="${element}" instead of one`);
      continue;
    }
    const [link] = all;
    if (!link.foot || !link.link || !link.href || link.href === '#') {
      fault(rule, `${element} is no link of the footer`);
      continue;
    }
    // It takes any address with these letters for one of another site.
    if (!/^[a-z]+:/.test(link.href) && /www|http/.test(link.href)) fault(rule, `${link.href} would be taken for another site’s`);
    const url = new URL(link.href, page.address);
    const file = site.fileOf(url);
    if (file !== undefined && !site.has.has(file)) fault(rule, `${link.href} leads to no file`);
    if (url.protocol === 'mailto:' && !/^mailto:[^@\s]+@[^@\s]+\.[^@\s]+$/.test(url.href.split('?')[0])) fault(rule, `${url.href} is no address`);
    const said = wrong({ ...link, url });
    if (said) fault(rule, `${element} ${said}`);
    if (element === 'legal-notes' && file !== undefined) legal.add(file);
  }
}

async function rating(tab, { title, rates, input }, fault) {
  const rule = 'C.SI.2.5';
  if (title.length !== 1 || title[0] !== TITLE) fault(rule, `the title is “${title}”`);
  if (input !== 1) fault(rule, `${input} fields with data-element="feedback-input-text"`);
  if (rates.length !== 5) return fault(rule, `only the ratings ${rates}`);
  await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
  for (const rate of rates) {
    await tab.evaluate((n) => document.querySelector(`[data-element=feedback-rate-${n}]`).click(), rate);
    await tab.waitForTimeout(20);
    for (const [kind, [question, answers]] of Object.entries(QUESTIONS)) {
      const said = await tab.evaluate(readQuestion, kind);
      if (!said) return fault(rule, `nothing with data-element="feedback-rating-${kind}"`);
      const wanted = (kind === 'positive') === (rate > 3);
      if (said.shown !== wanted) fault(rule, `after ${rate} the ${kind} question is ${said.shown ? 'shown' : 'hidden'}`);
      if (rate > 1) continue;
      if (said.question !== question) fault(rule, `the ${kind} question is “${said.question}”`);
      if (said.answers.join('|') !== answers.join('|')) fault(rule, `the ${kind} answers are “${said.answers.join('|')}”`);
    }
  }
}

/** In the page: one of the two questions, and whether it can be seen. */
function readQuestion(kind) {
  const text = (element) => element?.textContent.replace(/\s+/g, ' ').trim().toLowerCase();
  const box = document.querySelector(`[data-element=feedback-rating-${kind}]`);
  if (!box) return undefined;
  const { top, bottom, width, height } = box.getBoundingClientRect();
  return {
    shown: getComputedStyle(box).visibility !== 'hidden' && [top, bottom, width, height].every((side) => side > 0),
    question: text(box.querySelector('[data-element=feedback-rating-question]')),
    answers: [...box.querySelectorAll('[data-element=feedback-rating-answer]')].map(text),
  };
}

async function licence(file, { site, lab, report }) {
  const page = site.byFile.get(file);
  await lab.visit([page], {}, async (tab) => {
    await tab.goto(lab.url(page));
    const read = (name) => tab.locator(`[data-element=${name}]`).allTextContents();
    const title = (await read('legal-notes-section')).join('').trim();
    const body = (await read('legal-notes-body')).join(' ').replace(/\s+/g, ' ').replaceAll("'", '’').trim();
    if (title.toLowerCase() !== 'licenza dei contenuti') report.fault('C.SI.3.4', page.path, `the title is “${title}”`);
    if (body.toLowerCase() !== LICENCE.toLowerCase()) report.fault('C.SI.3.4', page.path, `the wording is “${body.slice(0, 80)}…”`);
  });
}
