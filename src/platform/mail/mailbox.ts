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

const stateWords: Readonly<Record<string, string>> = {
  queued: 'written; it stays here',
  sending: 'written; it stays here',
  sent: 'sent',
  kept: 'written; it stays here',
  failed: 'could not be sent',
  cancelled: 'taken back',
};

/** What has become of a letter that is read at the mailbox, from which none leaves; older ones had a mail server. */
export function letterState(letter: Pick<MailboxLine, 'state' | 'lastError'>): string {
  const words = stateWords[letter.state] ?? letter.state;
  return letter.lastError === null ? words : `${words}: ${letter.lastError}`;
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

interface MailboxQuery {
  /** In the name, the address, the subject or the text. */
  search: string;
  page: number;
  pageSize: number;
}

/** A page of the letters of the transaction's organisation, newest first, and how many there are. */
export async function mailboxOf(
  tx: Tx,
  { search, page, pageSize }: MailboxQuery,
): Promise<{ letters: MailboxLine[]; total: number }> {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const found = tx
    .selectFrom('mail as m')
    .where((where) =>
      search === ''
        ? where.lit(true)
        : where.or([
            where('m.to_name', 'ilike', pattern),
            where('m.to_address', 'ilike', pattern),
            where('m.subject', 'ilike', pattern),
            where('m.body', 'ilike', pattern),
          ]),
    );
  const letters = await found
    .select(columns)
    .orderBy('m.created_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const { total } = await found
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { letters, total };
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

/** Sign-in letters of this process, which belong to no organisation; empty when a mail server is set. */
export function signInLetters(app: App): readonly KeptLetter[] {
  return app.post.kept();
}
