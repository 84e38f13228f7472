import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

export interface Holder {
  readonly pid: number;
  /** What it does: "serve", "doctor", … */
  readonly purpose: string;
}

export type LockAnswer =
  | { readonly isOurs: true; release(): Promise<void> }
  | { readonly isOurs: false; readonly holder: Holder };

/**
 * One process owns a data directory's database. The lock is a listening socket: it goes with the process,
 * so nothing stale is left after a kill.
 */
export async function takeInstanceLock(directory: string, purpose: string): Promise<LockAnswer> {
  const path =
    process.platform === 'win32'
      ? `\\\\.\\pipe\\espalier-${Buffer.from(directory).toString('hex').slice(-100)}`
      : join(directory, 'instance.sock');
  for (;;) {
    const server = await listen(path, { pid: process.pid, purpose });
    if (server) {
      return {
        isOurs: true,
        release: () => new Promise((done) => server.close(() => done())),
      };
    }
    const holder = await askHolder(path);
    if (holder) return { isOurs: false, holder };
    await rm(path, { force: true });
  }
}

function listen(path: string, holder: Holder): Promise<Server | null> {
  return new Promise((done, failed) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(JSON.stringify(holder));
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') done(null);
      else failed(error);
    });
    server.listen(path, () => {
      server.unref();
      done(server);
    });
  });
}

function askHolder(path: string): Promise<Holder | null> {
  return new Promise((done) => {
    let text = '';
    const socket = connect(path);
    socket.setEncoding('utf8');
    socket.setTimeout(3000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (piece: string) => (text += piece));
    socket.on('end', () => done(text === '' ? null : (JSON.parse(text) as Holder)));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // Somebody listens but is too busy to answer: that is a holder, too.
      done(error.message === 'no answer' ? { pid: 0, purpose: 'serve' } : null);
    });
  });
}
