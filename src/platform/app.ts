import type { ClientConfig } from 'pg';
import type { Logger } from 'pino';
import { queueAccountLetter } from './auth/account-letters.ts';
import { accountWatcher } from './auth/account-watcher.ts';
import { createAuth } from './auth/auth.ts';
import { type Clock, systemClock } from './clock.ts';
import type { App, LetterEnd } from './context.ts';
import { openDatabase } from './database.ts';
import { createJobs, type JobDefinition } from './jobs.ts';
import { createPost } from './mail/post.ts';
import { noProxies, type Proxies } from './proxies.ts';
import { removeDemonstration } from './remove-demonstration.ts';
import { ensureSetupToken } from './setup-token.ts';
import { createTableReader } from './spreadsheets/table-reader.ts';

export interface AppSettings {
  readonly connections: { readonly owner: ClientConfig; readonly app: ClientConfig };
  /** Public address without a trailing slash. */
  readonly url: string;
  readonly secret: string;
  /** Null: letters land on the mailbox page. */
  readonly smtpUrl: string | null;
  readonly jobs: readonly JobDefinition[];
  readonly letterEnd: LetterEnd;
  readonly log: Logger;
  readonly clock?: Clock;
  readonly maxConnections?: number;
  /** None unless told. */
  readonly proxies?: Proxies;
}

export interface RunningApp {
  readonly app: App;
  /** Prepares the queues; `work` also works through them. Before this nothing can be mailed. */
  start(options: { work: boolean }): Promise<void>;
  /** Lets running jobs end, then closes the mail server's and the database's connections. */
  close(): Promise<void>;
}

/** Assembles what one process holds. */
export function createApp(settings: AppSettings): RunningApp {
  const { log, url, secret, connections } = settings;
  const database = openDatabase({
    app: connections.app,
    ...(settings.maxConnections === undefined ? {} : { maxConnections: settings.maxConnections }),
    onError: (error) => log.warn({ err: error }, 'a database connection was lost'),
  });
  const post = createPost({ smtpUrl: settings.smtpUrl, url, log });
  const jobs = createJobs({ owner: connections.owner, definitions: settings.jobs, log });
  const tables = createTableReader();
  const app: App = {
    database,
    auth: createAuth({
      log,
      pool: database.authPool,
      url,
      secret,
      send: (letter) => queueAccountLetter(app, letter),
      watcher: accountWatcher(() => app),
    }),
    jobs,
    post,
    letterEnd: settings.letterEnd,
    tables,
    clock: settings.clock ?? systemClock,
    log,
    url,
    secret,
    hasMailbox: settings.smtpUrl === null,
    async clearDemonstration() {
      await removeDemonstration(connections.owner);
      return ensureSetupToken(connections.owner);
    },
    proxies: settings.proxies ?? noProxies,
  };
  async function close(): Promise<void> {
    await jobs.stop();
    post.close();
    await tables.close();
    await database.close();
  }
  return {
    app,
    async start(options) {
      try {
        await jobs.start(app, options);
      } catch (error) {
        await close();
        throw error;
      }
    },
    close,
  };
}
