import { sql } from 'kysely';
import type { Logger } from 'pino';
import { newId } from '../../kernel/ids.ts';
import { cutText } from '../../kernel/text.ts';
import type { Clock } from '../clock.ts';
import type { Database, Tx } from '../database.ts';
import { networkOf } from '../proxies.ts';

export type AccountEventKind =
  | 'sign-in'
  | 'password-reset'
  | 'password-changed'
  | 'second-factor-on'
  | 'second-factor-off'
  | 'backup-codes-made'
  | 'passkey-added'
  | 'passkey-removed';

export interface AccountEvent {
  readonly kind: AccountEventKind;
  readonly userId: string;
  /** By which means, such as `password`, `link`, `passkey`, `code`. */
  readonly how: string;
  readonly peer: string;
  readonly userAgent: string;
}

interface Recorder {
  readonly database: Pick<Database, 'anonymous'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Keeps what happened to an account for its owner, and says it in the log, where somebody who watches can see it. */
export async function recordAccountEvent(to: Recorder, event: AccountEvent): Promise<void> {
  const { kind, userId, how } = event;
  const network = networkOf(event.peer);
  to.log.info({ event: kind, account: userId, how, network }, 'account');
  await to.database.anonymous((tx) =>
    sql`insert into auth.event (id, user_id, at, kind, how, network, user_agent)
      values (${newId()}, ${userId}, ${to.clock.now()}, ${kind}, ${how}, ${cutText(network, 60)},
        ${cutText(event.userAgent, 300)})`.execute(tx),
  );
}

interface AccountEventRow {
  id: string;
  at: string;
  kind: AccountEventKind;
  how: string;
  network: string;
  userAgent: string;
}

/** The newest events of one account, for its own page. */
export async function eventsOf(tx: Tx, userId: string): Promise<AccountEventRow[]> {
  const found = await sql<AccountEventRow>`
    select e.id, e.at, e.kind, e.how, e.network, e.user_agent as "userAgent"
    from auth.event e
    where e.user_id = ${userId}
    order by e.at desc, e.id desc
    limit 50`.execute(tx);
  return found.rows;
}

const keptDays = 400;

/** Drops events older than a little over a year, and used codes that no clock accepts any more. */
export async function sweepAccountEvents({ database, clock }: Recorder): Promise<void> {
  await database.anonymous(async (tx) => {
    await sql`delete from auth.event e
      where e.at < ${clock.now()}::timestamptz - make_interval(days => ${keptDays})`.execute(tx);
    await sql`delete from auth.used_code u
      where u.at < ${clock.now()}::timestamptz - interval '1 hour'`.execute(tx);
  });
}
