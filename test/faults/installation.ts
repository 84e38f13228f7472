import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const password = 'eleven green bottles on a wall';

export interface Installation {
  /** Posts a form as the administrator; the answer is not followed. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
  get(path: string): Promise<Response>;
  /** Ends the server's process without a word, as a power cut would; the database lives on. */
  killServer(): Promise<void>;
  /** The same for PostgreSQL; the server lives on. */
  killDatabase(): Promise<void>;
  start(): Promise<void>;
  /** Waits until pages are answered again. */
  recovers(): Promise<void>;
  remove(): Promise<void>;
}

/** A whole Espalier in processes of its own, set up for one organisation `works`, on a database of its own. */
export async function install(): Promise<Installation> {
  const directory = await mkdtemp(join(tmpdir(), 'espalier-faults-'));
  // The database's user must be able to pass.
  await chmod(directory, 0o711);
  let child: ChildProcess | null = null;
  let port = '0';
  let url = '';
  let setup: string | null = null;
  let cookie = '';
  let said = '';

  async function start(): Promise<void> {
    const started = fork(main, ['serve'], {
      env: { ...process.env, PORT: port, ESPALIER_DATA: directory, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    said = '';
    for (const stream of [started.stdout, started.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    }
    child = started;
    const ready = await Promise.race([
      once(started, 'message').then(
        ([message]) => message as { ready: string; setup: string | null },
      ),
      once(started, 'exit').then(() => null),
    ]);
    if (ready === null) throw new Error(`Espalier did not start:\n${said}`);
    url = ready.ready;
    setup = ready.setup;
    port = new URL(url).port;
  }

  const send = (path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, { ...init, headers: { cookie }, redirect: 'manual' });
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields) });

  await start();
  const made = await post(new URL(setup ?? url).pathname, {
    name: 'Works',
    slug: 'works',
    zone: 'Europe/London',
    currency: 'GBP',
    adminName: 'Ada Byrne',
    email: 'ada@example.org',
    password,
  });
  if (made.status !== 303) throw new Error(`setting up answered ${made.status}`);
  cookie = made.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

  return {
    post,
    get: (path) => send(path),
    start,
    async killServer() {
      if (!child) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      child = null;
    },
    async killDatabase() {
      const path = join(directory, 'postgres/cluster/data/postmaster.pid');
      const [pid = ''] = (await readFile(path, 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
    },
    async recovers() {
      for (let tries = 0; tries < 3000; tries += 1) {
        const answer = await send('/o/works/programmes').catch(() => null);
        if (answer?.status === 200) return;
        await pause(100);
      }
      throw new Error(`no page was answered for minutes:\n${said}`);
    },
    async remove() {
      if (child && child.exitCode === null) {
        const gone = once(child, 'exit');
        child.kill('SIGINT');
        await gone;
      }
      await rm(directory, { recursive: true, force: true });
    },
  };
}
