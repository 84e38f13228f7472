import { sql } from 'kysely';
import type { Tx } from '../database.ts';

export interface RefusedLetter {
  readonly mailId: string;
  readonly subject: string;
  readonly at: string;
  /** What the mail server answered, without codes and addresses. */
  readonly because: string;
}

const noReason = 'the mail server refused it';

/** The words of a mail server's refusal: what follows its codes, without addresses. */
export function refusalWords(error: string | null): string {
  const text = error ?? '';
  const codes = [...text.matchAll(/\b[245]\d\d(?:[ -]#?\d\.\d{1,3}\.\d{1,3})?[ -]/g)];
  const last = codes.at(-1);
  const rest = last ? text.slice(last.index + last[0].length) : text;
  const words = rest
    .replaceAll(/<[^<>\s]*@[^<>\s]*>:?|\S+@\S+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 160);
  return words === '' ? noReason : words.replace(/[.:;, ]+$/, '');
}

/**
 * For each of these people the latest letter that could not be delivered to the address they have now, unless a
 * later one arrived there.
 */
export async function refusedLettersOf(
  tx: Tx,
  personIds: readonly string[],
): Promise<Map<string, RefusedLetter>> {
  if (personIds.length === 0) return new Map();
  const found = await sql<{
    personId: string;
    mailId: string;
    subject: string;
    at: string;
    error: string | null;
  }>`
    select distinct on (p.id) p.id as "personId", m.id as "mailId", m.subject, m.created_at as at,
      m.last_error as error
    from person p
    join mail m on m.org_id = p.org_id and m.person_id = p.id and m.state = 'failed'
      and lower(m.to_address) = lower(p.email)
    where p.id = any(${personIds}::uuid[]) and p.removed_at is null
      and not exists (select 1 from mail l
        where l.org_id = m.org_id and l.person_id = p.id and l.state = 'sent'
          and lower(l.to_address) = lower(p.email) and l.sent_at > m.created_at)
    order by p.id, m.created_at desc, m.id desc`.execute(tx);
  return new Map(
    found.rows.map(({ personId, error, ...row }) => [
      personId,
      { ...row, because: refusalWords(error) },
    ]),
  );
}

/** Everybody of the organisation to whom some letter could not be delivered. */
export async function peopleWithRefusedLetters(tx: Tx): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select distinct m.person_id as id from mail m
    where m.state = 'failed' and m.person_id is not null
    limit 500`.execute(tx);
  return found.rows.map((row) => row.id);
}
