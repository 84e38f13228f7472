import pino from 'pino';
import { createAuth } from '../platform/auth/auth.ts';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { App } from '../platform/context.ts';
import { openDatabase } from '../platform/database.ts';
import type { Postgres } from '../platform/postgres/open.ts';

export interface OpenApp {
  readonly app: App;
  close(): Promise<void>;
}

/** Assembles what one process holds: pools, accounts, log. `url` is the public address. */
export function openApp(config: Config, postgres: Postgres, url: string): OpenApp {
  // Lines for a collector; at a terminal only what somebody should look at.
  const log = pino({ level: process.stdout.isTTY ? 'warn' : 'info' }, pino.destination(2));
  const database = openDatabase({
    app: postgres.app,
    onError: (error) => log.warn({ err: error }, 'a database connection was lost'),
  });
  const auth = createAuth({
    pool: database.authPool,
    url,
    secret: config.secret,
    send: () => Promise.reject(new Error('mail is not set up')),
  });
  const jobs = {} as App['jobs'];
  return {
    app: {
      database,
      auth,
      jobs,
      clock: systemClock,
      log,
      url,
      secret: config.secret,
      hasMailbox: config.smtpUrl === null,
    },
    close: () => database.close(),
  };
}
