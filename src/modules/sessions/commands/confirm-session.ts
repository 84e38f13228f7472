import { z } from 'zod';
import { conflict, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { untellDispute } from '../dispute-letter.ts';
import { partyForUpdate } from '../party-rows.ts';
import { sessionPermissions } from '../permissions.ts';

/**
 * The firm says that a session was as logged. It answers for a version: when what it was shown has changed
 * meanwhile, nothing is confirmed and it is asked again.
 */
export const confirmSession = command({
  name: 'confirm-session',
  permission: sessionPermissions.session.confirm,
  input: z.strictObject({
    sessionId: z.uuid(),
    enrolmentId: z.uuid(),
    /** Of the firm's side, as it was shown. */
    version: z.int().positive(),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const party = await partyForUpdate(tx, input);
    allow({ programmeId: party.programmeId, enterpriseId: party.enterpriseId });
    if (party.state === 'cancelled') throw precondition('This session was cancelled.');
    if (party.confirmation === 'settled') throw precondition('This session is settled.');
    if (party.version !== input.version) {
      throw conflict('This session was changed meanwhile. Look at what holds now, then answer.');
    }
    await tx
      .updateTable('session_enterprise')
      .set({
        confirmation: 'confirmed',
        confirmed_by: ctx.actor.personId,
        confirmed_at: ctx.clock.now(),
        seen_version: party.version,
        dispute: '',
      })
      .where('session_id', '=', input.sessionId)
      .where('enrolment_id', '=', input.enrolmentId)
      .execute();
    if (party.confirmation === 'disputed') await untellDispute(tx, ctx, input);
    await audit({
      subject: ['session', input.sessionId],
      changes: {
        enrolmentId: input.enrolmentId,
        confirmation: [party.confirmation, 'confirmed'],
        version: party.version,
      },
    });
    return { sessionId: input.sessionId };
  },
});
