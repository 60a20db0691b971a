// What the site asks its server to send with each page: the file `_headers`, as hosts of static sites read it.
import fs from 'node:fs';
import path from 'node:path';

/** The rules of a site: for a path, the values of a header, one for each rule that matches and sets it. */
export function openHeaders(root) {
  const file = path.join(root, '_headers');
  if (!fs.existsSync(file)) return undefined;
  const rules = [];
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    if (/^\S/.test(line)) rules.push({ pattern: line.trim(), headers: [] });
    const header = /^\s+([\w-]+):\s*(.+)$/.exec(line);
    if (header) rules.at(-1).headers.push([header[1].toLowerCase(), header[2].trim()]);
  }
  const matches = (pattern, asked) => (pattern.endsWith('*') ? asked.startsWith(pattern.slice(0, -1)) : asked === pattern);
  return {
    of: (asked, name) => rules.filter(({ pattern }) => matches(pattern, asked))
      .flatMap(({ headers }) => headers.filter(([key]) => key === name).map(([, value]) => value)),
  };
}
