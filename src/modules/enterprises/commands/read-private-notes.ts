import { z } from 'zod';
import { command } from '../../../platform/command.ts';
import { recordId } from '../inputs.ts';
import { openNotes } from '../open-notes-step.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentById } from '../reads.ts';

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
    const notes = await openNotes(tx, ctx, enrolment.id);
    await audit({
      subject: ['enrolment', enrolment.id],
      changes: { notes: notes.map((note) => note.id) },
    });
    return notes;
  },
});
