import { z } from 'zod';
import { notFound, precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { recordId } from '../../inputs.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { openingForUpdate } from '../note-opening-rows.ts';

/** Ends a request that waits: whoever asked takes it back, anybody who could confirm it refuses. */
export const dropNoteOpening = command({
  name: 'drop-note-opening',
  permission: enterprisePermissions.privateNote.answerOpening,
  input: z.strictObject({ openingId: recordId }),
  async run({ ctx, tx, input, allow, audit }) {
    const request = await openingForUpdate(tx, input.openingId);
    allow({ programmeId: request.programmeId, enterpriseId: request.enterpriseId });
    if (ctx.actor.personId === null) throw notFound('request');
    if (request.state !== 'waiting') throw precondition('This request does not wait any more.');
    const state = request.requestedBy === ctx.actor.personId ? 'withdrawn' : 'refused';
    await tx
      .updateTable('note_opening')
      .set({ state, answered_by: ctx.actor.personId, answered_at: ctx.clock.now() })
      .where('id', '=', request.id)
      .execute();
    await audit({
      subject: ['enrolment', request.enrolmentId],
      changes: { opening: request.id, state },
    });
    return { state };
  },
});
