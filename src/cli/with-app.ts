import type { Level } from 'pino';
import { allJobs } from '../jobs/all-jobs.ts';
import { ownPageLine } from '../modules/matching/own-page/own-page-line-step.ts';
import { createApp } from '../platform/app.ts';
import type { Config } from '../platform/config.ts';
import type { App } from '../platform/context.ts';
import { createLog } from '../platform/log.ts';
import type { Postgres } from '../platform/postgres/open.ts';

/**
 * Does a command's work with the application, which may put jobs and letters into the queue; whoever serves takes them.
 * What it logs goes to the error output, since the standard one is for the result.
 */
export async function withApp<T>(
  config: Config,
  postgres: Postgres,
  level: Level,
  work: (app: App) => Promise<T>,
): Promise<T> {
  const { app, start, close } = createApp({
    connections: postgres,
    url: config.url ?? `http://localhost:${config.port}`,
    secret: config.secret,
    smtpUrl: config.smtpUrl,
    letterEnd: ownPageLine,
    jobs: allJobs,
    log: createLog({ level, to: process.stderr }),
  });
  await start({ work: false });
  try {
    return await work(app);
  } finally {
    await close();
  }
}
