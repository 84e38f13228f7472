import type { App } from '../context.ts';
import type { Tx } from '../database.ts';
import type { KeptLetter } from './post.ts';

export interface MailboxLine {
  readonly id: string;
  readonly toName: string;
  readonly toAddress: string;
  readonly kind: string;
  readonly subject: string;
  readonly state: string;
  readonly createdAt: string;
  /** Later than `createdAt` while the letter is held in quiet hours. */
  readonly notBefore: string;
  readonly lastError: string | null;
}

export interface MailboxLetter extends MailboxLine {
  readonly body: string;
  readonly calendar: string | null;
}

const columns = [
  'm.id',
  'm.to_name as toName',
  'm.to_address as toAddress',
  'm.kind',
  'm.subject',
  'm.state',
  'm.created_at as createdAt',
  'm.not_before as notBefore',
  'm.last_error as lastError',
] as const;

/** Letters of the transaction's organisation, newest first. */
export async function mailboxOf(tx: Tx, limit = 100): Promise<MailboxLine[]> {
  return tx
    .selectFrom('mail as m')
    .select(columns)
    .orderBy('m.created_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit)
    .execute();
}

/** One letter with its text, or null. */
export async function mailboxLetter(tx: Tx, id: string): Promise<MailboxLetter | null> {
  const found = await tx
    .selectFrom('mail as m')
    .select([...columns, 'm.body', 'm.calendar'])
    .where('m.id', '=', id)
    .executeTakeFirst();
  return found ?? null;
}

/** Letters about one thing, such as an enrolment, newest first; failed ones with the reason. */
export async function mailAbout(tx: Tx, aboutId: string): Promise<MailboxLine[]> {
  return tx
    .selectFrom('mail as m')
    .select(columns)
    .where('m.about_id', '=', aboutId)
    .orderBy('m.created_at', 'desc')
    .limit(100)
    .execute();
}

/** Sign-in letters of this process, which belong to no organisation; empty when a mail server is set. */
export function signInLetters(app: App): readonly KeptLetter[] {
  return app.post.kept();
}
