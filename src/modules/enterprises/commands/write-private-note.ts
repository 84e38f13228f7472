import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { sealText } from '../../../platform/private-text.ts';
import { recordId, requiredProse } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentById } from '../reads.ts';

/** Writes an adviser's private note, sealed; only advisers of the programme can open it. */
export const writePrivateNote = command({
  name: 'write-private-note',
  permission: enterprisePermissions.privateNote.write,
  input: z.strictObject({
    enrolmentId: recordId,
    body: requiredProse(4800, 'Write the note.'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    if (ctx.actor.personId === null) throw precondition('A private note needs an author.');
    const noteId = newId();
    await tx
      .insertInto('private_note')
      .values({
        org_id: ctx.orgId,
        id: noteId,
        enterprise_id: enrolment.enterpriseId,
        author_id: ctx.actor.personId,
        about_kind: 'enrolment',
        about_id: enrolment.id,
        body: sealText(ctx, ['private_note', 'body', noteId], input.body),
        written_at: ctx.clock.now(),
      })
      .execute();
    await audit({ subject: ['private_note', noteId], changes: { enrolment: enrolment.id } });
    return { noteId };
  },
});
