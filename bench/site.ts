import { request } from 'node:http';
import type { BenchDatabase } from './bench-cluster.ts';
import { type Child, startChild } from './child.ts';
import type { Filled } from './fill.ts';
import type { ReferenceSettings, Statement } from './reference-server.ts';

export interface Server {
  readonly child: Child;
  readonly origin: string;
  readonly cookie: string;
}

const probe = ['--import', new URL('./usage-probe.ts', import.meta.url).href];

/** Espalier as `npm start` serves it, on the given database; mail and jobs are another process's work. */
export async function startEspalier(
  database: BenchDatabase,
  filled: Filled,
  execArgv: readonly string[] = [],
): Promise<Server> {
  const child = startChild('../src/main.ts', {
    args: ['serve'],
    // As bootstrap.mjs starts it.
    execArgv: ['--max-semi-space-size=16', ...execArgv, ...probe],
    env: {
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: database.url,
      ESPALIER_ROLE: 'web',
      ESPALIER_SECRET: 'a secret of the bench that is long enough for anything',
    },
  });
  const ready = await child.hear<string>('ready');
  const origin = `http://127.0.0.1:${new URL(ready).port}`;
  return { child, origin, cookie: await signIn(origin, filled) };
}

/** A bare server doing the same queries. */
export async function startReference(
  database: BenchDatabase,
  filled: Filled,
  pages: Record<string, readonly Statement[]>,
): Promise<Server> {
  const child = startChild('reference-server.ts', { execArgv: probe });
  const settings: ReferenceSettings = { app: database.app, orgId: filled.orgId, pages };
  const port = await child.ask<number>(settings, 'port');
  return { child, origin: `http://127.0.0.1:${port}`, cookie: '' };
}

function signIn(origin: string, { email, password }: Filled): Promise<string> {
  return new Promise((done, failed) => {
    const asked = request(
      `${origin}/sign-in`,
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      (answer) => {
        answer.resume();
        const cookies = (answer.headers['set-cookie'] ?? []).map((one) => one.split(';')[0] ?? '');
        if (answer.statusCode === 303) return done(cookies.join('; '));
        failed(new Error(`signing in answered ${answer.statusCode}`));
      },
    );
    asked.on('error', failed);
    asked.end(new URLSearchParams({ email, password }).toString());
  });
}
