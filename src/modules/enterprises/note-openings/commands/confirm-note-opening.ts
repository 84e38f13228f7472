import { z } from 'zod';
import { precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { recordId } from '../../inputs.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { enrolmentById } from '../../reads.ts';
import { queueOpeningLetters } from '../note-opening-letter.ts';
import { authorsOf, openingForUpdate } from '../note-opening-rows.ts';
import { answerProblem, openUntil } from '../note-opening.ts';
import { nameOfPerson, programmeOfOpening } from '../reads.ts';

/** Lets whoever asked read the notes for a day; their authors are told by whom, by whose word and why. */
export const confirmNoteOpening = command({
  name: 'confirm-note-opening',
  permission: enterprisePermissions.privateNote.answerOpening,
  input: z.strictObject({ openingId: recordId }),
  async run({ ctx, tx, input, allow, audit }) {
    const request = await openingForUpdate(tx, input.openingId);
    allow({ programmeId: request.programmeId, enterpriseId: request.enterpriseId });
    const byId = ctx.actor.personId;
    if (byId === null) throw precondition('Only a person can confirm this.');
    const problem = answerProblem(request, byId);
    if (problem !== null) throw precondition(problem);
    const now = ctx.clock.now();
    await tx
      .updateTable('note_opening')
      .set({
        state: 'confirmed',
        answered_by: byId,
        answered_at: now,
        open_until: openUntil(now),
      })
      .where('id', '=', request.id)
      .execute();
    const enrolment = await enrolmentById(tx, request.enrolmentId);
    await queueOpeningLetters(tx, ctx, await authorsOf(tx, enrolment.id), {
      kind: 'notes-opened',
      openingId: request.id,
      enrolmentId: enrolment.id,
      enterprise: enrolment.enterpriseName,
      programme: await programmeOfOpening(tx, enrolment.programmeId),
      reason: request.reason,
      askedBy: await nameOfPerson(tx, request.requestedBy),
    });
    await audit({
      subject: ['enrolment', enrolment.id],
      changes: { opening: request.id, askedBy: request.requestedBy },
    });
    return { openingId: request.id };
  },
});
