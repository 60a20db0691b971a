// html-validate on every page: what Nu lets pass, such as unresolved references and empty headings.
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const CONFIG = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Style belongs in the style sheet: a host with a strict policy ignores it anywhere else.
    'no-inline-style': ['error', { allowedProperties: [] }],
    'no-style-tag': 'error',
    'no-missing-references': 'error',
    // A heading's id may begin with a year: HTML5 allows it.
    'valid-id': ['error', { relaxed: true }],
    'no-raw-characters': ['error', { relaxed: true }],
    // An integrity hash guards what another host delivers; a page's own files come with the page.
    'require-sri': ['error', { target: 'crossorigin' }],
    // A wide table scrolls in a <div role="region">: as a <section> it would have to bring a heading.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // Matters of taste in the source, which nobody sees and a minifier changes.
    'attr-quotes': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // A notice keeps its official title, however long, and a telephone number its author's blanks.
    'long-title': 'off',
    'tel-non-breaking': 'off',
  },
};

export async function judge({ site, report }) {
  const validator = new HtmlValidate(new StaticConfigLoader(CONFIG));
  for (const page of site.pages) {
    report.look(page.path);
    const { results } = await validator.validateString(page.html, page.file);
    for (const { ruleId, message, line } of results.flatMap((result) => result.messages)) {
      report.fault(ruleId, page.path, message, `:${line}`);
    }
  }
}
