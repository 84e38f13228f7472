import { z } from 'zod';
import { notFound } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { recordId } from '../../inputs.ts';
import { openNotes } from '../../open-notes-step.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { enrolmentById } from '../../reads.ts';
import { openingInForce } from '../reads.ts';

/** Opens the private notes of one enrolment for somebody whose request a second person has confirmed, for a day. */
export const readOpenedNotes = command({
  name: 'read-opened-notes',
  permission: enterprisePermissions.privateNote.askOpening,
  input: z.strictObject({ enrolmentId: recordId }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const opening = await openingInForce(tx, ctx, enrolment.id);
    if (opening === null) throw notFound('note');
    const notes = await openNotes(tx, ctx, enrolment.id);
    await audit({
      subject: ['enrolment', enrolment.id],
      changes: { opening: opening.id, notes: notes.map((note) => note.id) },
    });
    return notes;
  },
});
