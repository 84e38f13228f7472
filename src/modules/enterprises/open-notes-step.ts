import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { openText } from '../../platform/private-text.ts';

interface SealedNote {
  id: string;
  body: string;
  authorId: string;
  author: string;
  writtenAt: string;
}

/** The private notes of one enrolment in clear, newest first. Whoever calls it has asked who may, and audits it. */
export async function openNotes(tx: Tx, ctx: Ctx, enrolmentId: string) {
  const sealed = await sql<SealedNote>`
    select t.id, t.body, t.author_id as "authorId", p.name as author, t.written_at as "writtenAt"
    from private_note t
    join person p on p.org_id = t.org_id and p.id = t.author_id
    where t.about_id = ${enrolmentId}::uuid
    order by t.written_at desc, t.id desc
    limit 200`.execute(tx);
  return sealed.rows.map(({ body, ...note }) => ({
    ...note,
    text: openText(ctx, ['private_note', 'body', note.id], body),
  }));
}
