import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { mayTakeBack } from '../../matching/taking-back.ts';
import { partyForUpdate } from '../party-rows.ts';
import { sessionPermissions } from '../permissions.ts';

/** The firm takes back within ten minutes that a session was as logged: it counts no more, and the firm is asked again. */
export const takeBackConfirmation = command({
  name: 'take-back-confirmation',
  permission: sessionPermissions.session.confirm,
  input: z.strictObject({ sessionId: z.uuid(), enrolmentId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const party = await partyForUpdate(tx, input);
    allow({ programmeId: party.programmeId, enterpriseId: party.enterpriseId });
    if (party.confirmation !== 'confirmed') throw precondition('There is nothing to take back.');
    if (!mayTakeBack(party.confirmedAt, ctx.clock.now())) {
      throw precondition(
        'The ten minutes are over. Ring your adviser, who can correct the session.',
      );
    }
    await tx
      .updateTable('session_enterprise')
      .set({
        confirmation: 'waiting',
        confirmed_by: null,
        confirmed_at: null,
        seen_version: null,
      })
      .where('session_id', '=', input.sessionId)
      .where('enrolment_id', '=', input.enrolmentId)
      .execute();
    await audit({
      subject: ['session', input.sessionId],
      changes: { enrolmentId: input.enrolmentId, confirmation: ['confirmed', 'waiting'] },
    });
    return { sessionId: input.sessionId };
  },
});
