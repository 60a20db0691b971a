// The Nu HTML Checker on every page, style sheet and SVG picture: its errors and its warnings.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const JAR = path.join(path.dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
const BATCH = 500; // files of one run: command lines have a limit

export async function judge({ site, lab, report }) {
  // The style sheets of a design system are not ours to mend.
  const kinds = lab.theme === 'base' ? /\.(html|css|svg)$/ : /\.(html|svg)$/;
  const files = site.files.filter((file) => kinds.test(file));
  const nameOf = (file) => site.byFile.get(file)?.path ?? `/${file}`;
  files.forEach((file) => report.look(nameOf(file)));
  for (let i = 0; i < files.length; i += BATCH) {
    for (const message of await check(files.slice(i, i + BATCH).map((file) => path.join(site.root, file)))) {
      if (message.type === 'non-document-error') throw new Error(`vnu: ${message.message}`);
      if (message.type === 'info' && message.subType !== 'warning') continue;
      // It reads files, which are of no origin, so ’self’ matches none of them, and takes data (JSON-LD) for scripts; the
      // browser knows better (see policy).
      if (/violates Content Security Policy/.test(message.message)) continue;
      const file = path.relative(site.root, fileURLToPath(new URL(message.url)));
      const rule = message.subType === 'warning' ? 'vnu-warning' : 'vnu-error';
      report.fault(rule, nameOf(file), message.message, `:${message.lastLine || 1}`);
    }
  }
}

function check(files) {
  // Its schema recurses deeply: the default stack of a thread is not always enough.
  const args = ['-Xss4m', '-jar', JAR, '--format', 'json', '--stdout', '--exit-zero-always'];
  args.push('--also-check-css', '--also-check-svg');
  return new Promise((done, failed) => {
    execFile('java', [...args, ...files], { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error) return failed(new Error(`java: ${error.message.split('\n')[0]} ${stderr.slice(0, 300)}`));
      try { done(JSON.parse(stdout).messages); } catch { failed(new Error(`vnu said no JSON: ${stderr.slice(0, 300)}`)); }
    });
  });
}
