import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type ClientAddress, createRequestListener } from '@remix-run/node-fetch-server';
import { createRequestHandler, RouterContextProvider } from 'react-router';
import sirv from 'sirv';
import * as build from 'virtual:react-router/server-build';
import { newId } from '../kernel/ids.ts';
import { warmEngine } from '../modules/matching/solving/warm-engine.ts';
import type { App } from '../platform/context.ts';
import { withRequestId } from '../platform/log.ts';
import { appContext, flashContext, peerContext } from '../platform/page.ts';
import { clearFlash, readFlash, writeFlash } from './flash.ts';
import { compress } from './compress.ts';
import { newNonce, nonceContext, secure } from './security-headers.ts';

const maxBody = 25 * 1024 * 1024;

/** The web application as a plain Node listener. Assets are served precompressed; pages are never stored. */
export function createWebHandler(app: App) {
  const assets = sirv(fileURLToPath(new URL('../client', import.meta.url)), {
    etag: true,
    // Looks at the disk each time: a list made at start would end the process when a build is replaced.
    dev: true,
    gzip: true,
    brotli: true,
    setHeaders(response, path) {
      response.setHeader('X-Content-Type-Options', 'nosniff');
      if (path.startsWith('/assets/')) {
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      }
    },
  });
  const handle = createRequestHandler(build, 'production');
  const origin = new URL(app.url).origin;
  // Before the first request waits for the compiler, and after the server has said that it listens.
  setImmediate(warmEngine);

  const pages = createRequestListener(async (request: Request, address: ClientAddress) => {
    const url = new URL(request.url);
    const peer = app.proxies.clientOf(address.address, request.headers.get('x-forwarded-for'));
    const refusal = refuse(request, origin);
    if (refusal) return secure(refusal, null);
    // Only passkeys need scripts. Everything else about accounts goes through our own pages, which ask for
    // the second factor, refuse known passwords and count attempts.
    if (url.pathname.startsWith('/auth/passkey/')) {
      const headers = new Headers(request.headers);
      headers.set('x-espalier-peer', peer);
      return secure(await app.auth.handler(new Request(request, { headers })), null);
    }
    const context = new RouterContextProvider();
    const nonce = newNonce();
    const flash = { said: readFlash(request), say: null };
    context.set(appContext, app);
    context.set(nonceContext, nonce);
    context.set(peerContext, peer);
    context.set(flashContext, flash);
    const response = secure(await handle(request, context), nonce);
    if (flash.say !== null) writeFlash(response, flash.say);
    else if (flash.said !== null && response.status === 200) clearFlash(response);
    return compress(request, response);
  });

  return (request: IncomingMessage, response: ServerResponse): void => {
    if (Number(request.headers['content-length'] ?? 0) > maxBody) {
      response.writeHead(413, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
      response.end('This is too large: 25 MB is the most that can be sent.');
      return;
    }
    // A length that is not told cannot be bounded before it is read; browsers always tell it.
    if (request.headers['transfer-encoding'] !== undefined) {
      response.writeHead(411, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
      response.end('The length of what is sent must be told first.');
      return;
    }
    const page = () => withRequestId(newId(), () => void pages(request, response));
    // A file has an ending. The disk is not asked about the others.
    if (/\.\w+(\?|$)/.test(request.url ?? '')) assets(request, response, page);
    else page();
  };
}

/** A state-changing request must come from our own pages (ASVS 5.0, 3.5.1); GET never changes anything. */
function refuse(request: Request, origin: string): Response | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  const from = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const host = new URL(request.url).host;
  const isOurs =
    from === null ||
    from === origin ||
    (from !== 'null' && URL.canParse(from) && new URL(from).host === host);
  if (isOurs && (site === null || site === 'same-origin' || site === 'none')) return null;
  return new Response('This request came from another site and was refused.', { status: 403 });
}
