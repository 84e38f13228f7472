import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { mayTakeBack } from '../../matching/taking-back.ts';
import { untellDispute } from '../dispute-letter.ts';
import { partyForUpdate } from '../party-rows.ts';
import { sessionPermissions } from '../permissions.ts';

/** The firm takes back within ten minutes that a session is not right: it is asked again, and nobody was told. */
export const takeBackDispute = command({
  name: 'take-back-dispute',
  permission: sessionPermissions.session.confirm,
  input: z.strictObject({ sessionId: z.uuid(), enrolmentId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const party = await partyForUpdate(tx, input);
    allow({ programmeId: party.programmeId, enterpriseId: party.enterpriseId });
    if (party.confirmation !== 'disputed') throw precondition('There is nothing to take back.');
    if (!mayTakeBack(party.confirmedAt, ctx.clock.now())) {
      throw precondition(
        'The ten minutes are over and your adviser has been told. You can still say that it is right after all.',
      );
    }
    await tx
      .updateTable('session_enterprise')
      .set({ confirmation: 'waiting', confirmed_by: null, confirmed_at: null, dispute: '' })
      .where('session_id', '=', input.sessionId)
      .where('enrolment_id', '=', input.enrolmentId)
      .execute();
    await untellDispute(tx, ctx, input);
    await audit({
      subject: ['session', input.sessionId],
      changes: { enrolmentId: input.enrolmentId, confirmation: ['disputed', 'waiting'] },
    });
    return { sessionId: input.sessionId };
  },
});
