import pino from 'pino';
import { allJobs } from '../jobs/all-jobs.ts';
import { createApp, type RunningApp } from '../platform/app.ts';
import type { Config } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';
import type { Postgres } from '../platform/postgres/open.ts';

/** Assembles what one process holds: pools, accounts, queue, log. `url` is the public address. */
export function openApp(config: Config, postgres: Postgres, url: string): RunningApp {
  return createApp({
    connections: postgres,
    url,
    secret: config.secret,
    smtpUrl: config.smtpUrl,
    jobs: allJobs,
    // Lines for a collector; at a terminal only what somebody should look at. On the second stream, so
    // that a command's own output stays clean.
    log: createLog({ level: process.stdout.isTTY ? 'warn' : 'info', to: pino.destination(2) }),
  });
}
