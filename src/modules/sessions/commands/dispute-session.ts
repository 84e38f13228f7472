import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { tellOfDispute, untellDispute } from '../dispute-letter.ts';
import { partyForUpdate } from '../party-rows.ts';
import { sessionPermissions } from '../permissions.ts';

/** The firm says what is wrong with a session as logged; its minutes stop counting until it is settled. */
export const disputeSession = command({
  name: 'dispute-session',
  permission: sessionPermissions.session.confirm,
  input: z.strictObject({
    sessionId: z.uuid(),
    enrolmentId: z.uuid(),
    dispute: z.string().trim().min(1, 'Say what is not right.').max(2000),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const party = await partyForUpdate(tx, input);
    allow({ programmeId: party.programmeId, enterpriseId: party.enterpriseId });
    if (party.state === 'cancelled') throw precondition('This session was cancelled.');
    if (party.confirmation === 'settled') throw precondition('This session is settled.');
    await tx
      .updateTable('session_enterprise')
      .set({
        confirmation: 'disputed',
        seen_version: null,
        confirmed_by: ctx.actor.personId,
        confirmed_at: ctx.clock.now(),
        dispute: input.dispute,
      })
      .where('session_id', '=', input.sessionId)
      .where('enrolment_id', '=', input.enrolmentId)
      .execute();
    await untellDispute(tx, ctx, input);
    await tellOfDispute(tx, ctx, input);
    await audit({
      subject: ['session', input.sessionId],
      changes: { enrolmentId: input.enrolmentId, confirmation: [party.confirmation, 'disputed'] },
    });
    return { sessionId: input.sessionId };
  },
});
