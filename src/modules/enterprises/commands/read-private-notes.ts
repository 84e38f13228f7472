import { sql } from 'kysely';
import { z } from 'zod';
import { command } from '../../../platform/command.ts';
import { openText } from '../../../platform/private-text.ts';
import { recordId } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentById } from '../reads.ts';

interface SealedNote {
  id: string;
  body: string;
  authorId: string;
  author: string;
  writtenAt: string;
}

/**
 * Opens the private notes of one enrolment, newest first. Reading is recorded in the audit log, so this is a
 * command. Notes belong to one programme: an adviser of another one does not see them.
 */
export const readPrivateNotes = command({
  name: 'read-private-notes',
  permission: enterprisePermissions.privateNote.read,
  input: z.strictObject({ enrolmentId: recordId }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const sealed = await sql<SealedNote>`
      select t.id, t.body, t.author_id as "authorId", p.name as author, t.written_at as "writtenAt"
      from private_note t
      join person p on p.org_id = t.org_id and p.id = t.author_id
      where t.about_id = ${enrolment.id}::uuid
      order by t.written_at desc, t.id desc
      limit 200`.execute(tx);
    const notes = sealed.rows.map(({ body, ...note }) => ({
      ...note,
      text: openText(ctx, ['private_note', 'body', note.id], body),
    }));
    await audit({
      subject: ['enrolment', enrolment.id],
      changes: { notes: notes.map((note) => note.id) },
    });
    return notes;
  },
});
