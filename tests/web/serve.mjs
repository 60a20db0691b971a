// A static server on the loopback address, for looking at a built site as a strict host would serve it.
import http from 'node:http';
import fs from 'node:fs';
import path from 'node:path';
import { openHeaders } from './headers.mjs';

const TYPES = {
  html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8', json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8',
  js: 'text/javascript; charset=utf-8', mjs: 'text/javascript; charset=utf-8', wasm: 'application/wasm',
  ics: 'text/calendar; charset=utf-8', woff2: 'font/woff2', woff: 'font/woff', zip: 'application/zip',
  svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', webp: 'image/webp',
  ico: 'image/x-icon', pdf: 'application/pdf',
};

// For a site that does not say itself: the most any page may ever need.
export const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
  + "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Serves `root` under the path `prefix` ("/" or "/sub/"); gives the origin, what was posted so far, and a way to stop.
 * Whatever is posted, to any address, is kept and answered with the thanks page if there is one.
 */
export async function serve(root, prefix = '/') {
  const posted = [];
  const headers = openHeaders(root);
  const server = http.createServer((request, response) => {
    if (request.method === 'POST') receive(posted, request, response);
    else answer(root, prefix, headers, request, response);
  });
  await new Promise((ready, failed) => server.on('error', failed).listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    posted,
    close() { server.closeAllConnections(); server.close(); },
  };
}

function receive(posted, request, response) {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    posted.push({ path: request.url, type: request.headers['content-type'] ?? '', body: Buffer.concat(parts).toString() });
    response.writeHead(200, { 'content-type': TYPES.html, 'content-security-policy': POLICY });
    response.end('<!DOCTYPE html><html lang="it"><title>Ricevuto</title><main><h1>Ricevuto</h1></main></html>');
  });
}

function answer(root, prefix, headers, request, response) {
  const { status, file } = find(root, prefix, request.url);
  const asked = request.url.split('?')[0].replace(prefix, '/');
  const said = headers?.of(status === 404 ? '/404.html' : asked, 'content-security-policy');
  response.writeHead(status, {
    'content-type': file ? TYPES[path.extname(file).slice(1).toLowerCase()] ?? 'application/octet-stream' : TYPES.txt,
    'content-security-policy': said?.length ? said : POLICY,
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
