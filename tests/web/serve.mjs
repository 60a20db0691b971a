// A static server on the loopback address, for looking at a built site as a strict host would serve it.
import http from 'node:http';
import fs from 'node:fs';
import path from 'node:path';

const TYPES = {
  html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8', json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', webp: 'image/webp',
  ico: 'image/x-icon', pdf: 'application/pdf',
};

// Strict on purpose: whatever a page needs beyond its own style sheets, pictures and forms shows up as a violation.
export const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";

/** Serves `root` under the path `prefix` ("/" or "/sub/"); gives the origin and a way to stop. */
export async function serve(root, prefix = '/') {
  const server = http.createServer((request, response) => answer(root, prefix, request, response));
  await new Promise((ready, failed) => server.on('error', failed).listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() { server.closeAllConnections(); server.close(); },
  };
}

function answer(root, prefix, request, response) {
  const { status, file } = find(root, prefix, request.url);
  response.writeHead(status, {
    'content-type': file ? TYPES[path.extname(file).slice(1).toLowerCase()] ?? 'application/octet-stream' : TYPES.txt,
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
  });
  response.end(file ? fs.readFileSync(file) : `${status}\n`);
}

function find(root, prefix, address) {
  const missing = path.join(root, '404.html');
  const notFound = { status: 404, file: fs.existsSync(missing) ? missing : undefined };
  let asked;
  try { asked = decodeURIComponent(new URL(address, 'http://x').pathname); } catch { return { status: 400 }; }
  if (!asked.startsWith(prefix)) return notFound;
  let file = path.join(root, asked.slice(prefix.length)); // join() and URL have already removed any ".."
  if (asked.endsWith('/')) file = path.join(file, 'index.html');
  const found = file !== missing && fs.statSync(file, { throwIfNoEntry: false })?.isFile();
  return found ? { status: 200, file } : notFound;
}
