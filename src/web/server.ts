import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createRequest, sendResponse } from '@remix-run/node-fetch-server';
import { createRequestHandler, RouterContextProvider } from 'react-router';
import sirv from 'sirv';
import * as build from 'virtual:react-router/server-build';
import { newId } from '../kernel/ids.ts';
import { warmEngine } from '../modules/matching/solving/warm-engine.ts';
import type { App } from '../platform/context.ts';
import { withRequestId } from '../platform/log.ts';
import { appContext, bodyRefusalContext, flashContext, peerContext } from '../platform/page.ts';
import { clearFlash, readFlash, writeFlash } from './flash.ts';
import { compress } from './compress.ts';
import { plainAnswer } from './frames/plain-answer.tsx';
import { createPageTable, pageTableContext } from './receiving/page-table.ts';
import { discard } from './receiving/receive-body.ts';
import { createReceiver, type Sent } from './receiving/receiver.ts';
import { isForPasskeys, refuseEarly } from './receiving/refuse-early.ts';
import { newNonce, nonceContext, secure } from './security-headers.ts';

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
  const pages = createPageTable(build.routes);
  const receive = createReceiver(app, pages);
  const own = new URL(app.url);
  const isSecure = own.protocol === 'https:';
  // Before the first request waits for the compiler, and after the server has said that it listens.
  setImmediate(warmEngine);

  async function answerPage(request: Request, peer: string, sent: Sent): Promise<Response> {
    const context = new RouterContextProvider();
    const nonce = newNonce();
    const flash = { said: readFlash(request, isSecure), say: null };
    context.set(appContext, app);
    context.set(nonceContext, nonce);
    context.set(peerContext, peer);
    context.set(flashContext, flash);
    context.set(bodyRefusalContext, sent.refusal);
    context.set(pageTableContext, pages);
    const response = secure(await handle(request, context), nonce);
    if (flash.say !== null) writeFlash(response, flash.say, isSecure);
    else if (flash.said !== null && response.status === 200) clearFlash(response, isSecure);
    return compress(request, response);
  }

  /** Only passkeys need scripts. Everything else about accounts goes through our own pages, which ask for the
   * second factor, refuse known passwords and count attempts. */
  async function answerPasskeys(request: Request, peer: string, sent: Sent): Promise<Response> {
    if (sent.refusal !== null) return secure(plainAnswer(sent.refusal), null);
    request.headers.set('x-espalier-peer', peer);
    return secure(await app.auth.handler(request), null);
  }

  async function answer(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '/', headers } = asked;
    const early = refuseEarly(asked, app);
    if (early !== null) {
      app.log.info({ refused: early.status, method: asked.method, path: url.split('?')[0] });
      discard(asked);
      return sendResponse(response, secure(plainAnswer(early), null));
    }
    const peer = app.proxies.clientOf(
      asked.socket.remoteAddress ?? '',
      headers['x-forwarded-for']?.toString() ?? null,
    );
    // The address that people type, whatever a proxy makes of it.
    const shell = createRequest(asGet(asked), response, { host: own.host, protocol: own.protocol });
    const sent = asked.method === 'POST' ? await receive(asked, response, shell, peer) : nothing;
    if (sent === null) return;
    // Where it came from is checked already, more strictly than React Router does.
    const isForLibrary = isForPasskeys(url);
    if (!isForLibrary) shell.headers.delete('origin');
    const request = new Request(shell, {
      method: asked.method ?? 'GET',
      ...(sent.bytes === null ? {} : { body: sent.bytes }),
    });
    const work = isForLibrary ? answerPasskeys : answerPage;
    await sendResponse(response, await work(request, peer, sent));
  }

  async function page(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await answer(asked, response);
    } catch (error) {
      // Whoever asked has gone.
      if (response.destroyed) return;
      app.log.error({ err: error, method: asked.method, path: asked.url?.split('?')[0] });
      if (response.headersSent) return void response.destroy();
      const words = { status: 500, message: 'Wait a minute and try again.' };
      await sendResponse(response, secure(plainAnswer(words), null)).catch(() => undefined);
    }
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    // A file has an ending. The disk is not asked about the others.
    const toPage = () => withRequestId(newId(), () => void page(request, response));
    const isForFile = request.method !== 'POST' && /\.\w+(\?|$)/.test(request.url ?? '');
    if (isForFile) assets(request, response, toPage);
    else toPage();
  };
}

const nothing: Sent = { bytes: null, refusal: null };

/** The first lines of a request without its body, which is read within bounds. */
function asGet(asked: IncomingMessage): IncomingMessage {
  return Object.create(asked, { method: { value: 'GET' } }) as IncomingMessage;
}
