import { sql } from 'kysely';
import { addMinutes } from '../../kernel/calendar.ts';
import { newId } from '../../kernel/ids.ts';
import type { App } from '../context.ts';
import { openText, sealText } from '../private-text.ts';
import type { AccountLetter } from './auth.ts';

type Sender = Pick<App, 'database' | 'clock' | 'log' | 'jobs' | 'post' | 'secret'>;

export const deliverAccountLetter = 'deliver-account-letter';

const fourDays = 4 * 24 * 60;
// A sender that died leaves its letter to another after this many minutes.
const leaseMinutes = 2;

/**
 * Takes a letter about an account, which belongs to no organisation: it waits in the database while the mail server
 * is away, its body sealed, and is tried again for as long as it has a use. Without a mail server it is kept for the
 * mailbox page.
 */
export async function queueAccountLetter(app: Sender, letter: AccountLetter): Promise<void> {
  if (!app.post.leaves) {
    app.post.keep(letter);
    return;
  }
  const id = newId();
  const now = app.clock.now();
  await app.database.anonymous(async (tx) => {
    await sql`insert into auth.letter (id, address, subject, body, not_before, give_up_at)
      values (${id}, ${letter.address}, ${letter.subject},
        ${sealText(holder(app), placeOf(id), letter.body)}, ${now},
        ${addMinutes(now, letter.minutes ?? fourDays)})`.execute(tx);
    await app.jobs.send(tx, deliverAccountLetter, { letterId: id }, { singletonKey: id });
  });
}

interface Claimed {
  id: string;
  address: string;
  subject: string;
  body: string;
  attempts: number;
  giveUpAt: string;
}

/** Sends one letter that is due; tries again with growing pauses until it has no use any more. */
export async function sendAccountLetter(app: Sender, id: string): Promise<void> {
  const now = app.clock.now();
  const claimed = await app.database.anonymous((tx) =>
    sql<Claimed>`
      update auth.letter l
      set attempts = l.attempts + 1, not_before = ${addMinutes(now, leaseMinutes)}
      where l.id = ${id}::uuid and l.not_before <= ${now}
      returning l.id, l.address, l.subject, l.body, l.attempts, l.give_up_at as "giveUpAt"`.execute(
      tx,
    ),
  );
  const letter = claimed.rows[0];
  if (!letter) return;
  if (now > letter.giveUpAt) {
    app.log.warn({ letter: id }, 'a letter about an account could not be sent in time');
    return forget(app, id);
  }
  try {
    await app.post.deliver({
      id,
      address: letter.address,
      name: '',
      fromName: 'Espalier',
      subject: letter.subject,
      body: openText(holder(app), placeOf(id), letter.body),
      calendar: null,
    });
  } catch (error) {
    app.log.warn({ err: error, letter: id }, 'a letter about an account was not accepted');
    return tryLater(app, id, letter.attempts);
  }
  await forget(app, id);
}

/** Gives the jobs of letters that are due and have none, such as after a restart in the middle. */
export async function sweepAccountLetters(app: Sender): Promise<void> {
  await app.database.anonymous(async (tx) => {
    const due = await sql<{ id: string }>`
      select l.id from auth.letter l where l.not_before <= ${app.clock.now()} limit 500`.execute(
      tx,
    );
    for (const { id } of due.rows) {
      await app.jobs.send(tx, deliverAccountLetter, { letterId: id }, { singletonKey: id });
    }
  });
}

/** Links run out quickly, so the first repetitions follow quickly: 10 s, 20 s, 40 s … five minutes. */
function pauseSeconds(attempts: number): number {
  return Math.min(300, 10 * 2 ** Math.max(0, attempts - 1));
}

async function tryLater(app: Sender, id: string, attempts: number): Promise<void> {
  const at = addMinutes(app.clock.now(), pauseSeconds(attempts) / 60);
  await app.database.anonymous(async (tx) => {
    await sql`update auth.letter l set not_before = ${at} where l.id = ${id}::uuid`.execute(tx);
    const options = { startAfter: at, singletonKey: id };
    await app.jobs.send(tx, deliverAccountLetter, { letterId: id }, options);
  });
}

async function forget(app: Sender, id: string): Promise<void> {
  await app.database.anonymous((tx) =>
    sql`delete from auth.letter l where l.id = ${id}::uuid`.execute(tx),
  );
}

/** Letters about accounts belong to no organisation; their key is derived from the secret alone. */
function holder(app: Sender) {
  return { app: { secret: app.secret }, orgId: 'accounts' };
}

function placeOf(id: string) {
  return ['auth.letter', 'body', id] as const;
}
