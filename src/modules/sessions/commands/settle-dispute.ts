import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { attendanceStates } from '../attendance.ts';
import { partyForUpdate } from '../party-rows.ts';
import { sessionPermissions } from '../permissions.ts';

/** The adviser settles a dispute with a reason: the session stands as logged, or the firm was not there. */
export const settleDispute = command({
  name: 'settle-dispute',
  permission: sessionPermissions.session.settle,
  input: z.strictObject({
    sessionId: z.uuid(),
    enrolmentId: z.uuid(),
    attendance: z.enum(attendanceStates),
    reason: z.string().trim().min(1, 'Say why you settle it this way.').max(2000),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const party = await partyForUpdate(tx, input);
    allow({ programmeId: party.programmeId, enterpriseId: party.enterpriseId });
    if (party.confirmation !== 'disputed') throw precondition('This session is not disputed.');
    await tx
      .updateTable('session_enterprise')
      .set({
        confirmation: 'settled',
        attendance: input.attendance,
        confirmed_by: ctx.actor.personId,
        confirmed_at: ctx.clock.now(),
      })
      .where('session_id', '=', input.sessionId)
      .where('enrolment_id', '=', input.enrolmentId)
      .execute();
    await audit({
      subject: ['session', input.sessionId],
      reason: input.reason,
      changes: {
        enrolmentId: input.enrolmentId,
        confirmation: ['disputed', 'settled'],
        attendance: [party.attendance, input.attendance],
      },
    });
    return { sessionId: input.sessionId };
  },
});
