import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { AppError } from '../kernel/errors.ts';
import { noProxies, type Proxies } from '../platform/proxies.ts';
import { limitConnections } from './connection-limit.ts';

export interface Front {
  readonly port: number;
  /** From now on requests go to `handler`, and /readyz asks `isReady`. */
  open(handler: RequestListener | null, isReady: () => Promise<boolean>): void;
  /** Takes no more requests and waits for the ones under way, five seconds at most. */
  close(): Promise<void>;
}

/**
 * Listens at once, so that a port in use is told before the slow work, and answers the health checks itself:
 * /healthz says that the process lives, /readyz that it can serve.
 */
export async function listen(
  host: string,
  port: number,
  proxies: Pick<Proxies, 'isProxy'> = noProxies,
): Promise<Front> {
  let handler: RequestListener | null = null;
  let isReady: (() => Promise<boolean>) | null = null;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0];
    if (path === '/healthz') return plain(response, 200, 'alive');
    if (path === '/readyz') {
      const answered = await isReady?.().catch(() => false);
      return plain(response, answered ? 200 : 503, answered ? 'ready' : 'not ready');
    }
    if (handler) return void handler(request, response);
    response.setHeader('Retry-After', '5');
    plain(
      response,
      isReady ? 404 : 503,
      isReady ? 'This process serves no pages.' : 'Espalier is starting.',
    );
  }

  const server = createServer(
    { headersTimeout: 15_000, requestTimeout: 300_000, connectionsCheckingInterval: 5_000 },
    (request, response) => void answer(request, response),
  );
  limitConnections(server, proxies);
  await new Promise<void>((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(explain(error, host, port)));
    server.listen(port, host, done);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    open(newHandler, newIsReady) {
      handler = newHandler;
      isReady = newIsReady;
    },
    close: () =>
      new Promise((done) => {
        const cut = setTimeout(() => server.closeAllConnections(), 5000);
        server.close(() => {
          clearTimeout(cut);
          done();
        });
        server.closeIdleConnections();
      }),
  };
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(`${text}\n`);
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const why: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use. Stop the program that has it, or choose another: PORT=${port + 1} npm start`,
    EACCES: `Port ${port} needs more rights. Choose one above 1023: PORT=3000 npm start`,
    EADDRNOTAVAIL: `HOST ${host} is not an address of this machine.`,
    ENOTFOUND: `HOST ${host} is not known.`,
  };
  const words = why[error.code ?? ''];
  return words === undefined ? error : new AppError('precondition', words, { cause: error });
}
