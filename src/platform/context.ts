import type { Logger } from 'pino';
import type { Auth } from './auth/auth.ts';
import type { Clock } from './clock.ts';
import type { Database, Tx } from './database.ts';
import type { JobQueue } from './job-queue.ts';
import type { Post } from './mail/post.ts';
import type { Actor } from './permission.ts';
import type { Proxies } from './proxies.ts';
import type { TableReader } from './spreadsheets/table-reader.ts';

export interface Organisation {
  readonly orgId: string;
  readonly slug: string;
  readonly name: string;
  readonly zone: string;
  readonly currency: string;
  readonly isDemonstration: boolean;
}

/** What stands below every letter to a person, such as the way to their own page; empty where nothing does. */
export type LetterEnd = (
  tx: Tx,
  ctx: Ctx,
  letter: {
    readonly to: { readonly personId?: string | null | undefined };
    readonly body: string;
  },
) => Promise<string>;

/** What one process holds; made once by `serve`, the command line or a test. */
export interface App {
  readonly database: Database;
  readonly auth: Auth;
  readonly jobs: JobQueue;
  readonly post: Post;
  readonly letterEnd: LetterEnd;
  /** Reads uploaded lists aside of the thread that answers pages. */
  readonly tables: TableReader;
  readonly clock: Clock;
  readonly log: Logger;
  /** Public address without a trailing slash. */
  readonly url: string;
  /** 32 or more random bytes as text; keys for links and notes are derived from it. */
  readonly secret: string;
  /** No SMTP server is set: letters can be read on the mailbox page. */
  readonly hasMailbox: boolean;
  /**
   * Removes the demonstration, if there is one, and gives the secret of a new set-up link; null where a real
   * organisation lives, which is never touched.
   */
  clearDemonstration(): Promise<string | null>;
  /** Whose word about the visitor's address is believed. */
  readonly proxies: Proxies;
}

/** What a command or a read gets: who acts, for which organisation, when. */
export interface Ctx {
  readonly app: App;
  readonly org: Organisation;
  readonly orgId: string;
  readonly actor: Actor;
  readonly clock: Clock;
  /** Whether a page would open is tried: commands do their work, and nothing of it is kept. */
  readonly leavesNothing?: true | undefined;
  /** From the form; the same key does one thing once. */
  readonly idempotencyKey?: string | undefined;
}
