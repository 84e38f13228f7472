import { z } from 'zod';
import { invalid, notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { attendanceStates, needsReason } from '../attendance.ts';
import { partyForUpdate } from '../party-rows.ts';
import { sessionPermissions } from '../permissions.ts';
import { sessionForUpdate } from '../store.ts';

/** Staff correct what one side did at a session, or excuse a miss, with the reason. */
export const recordAttendance = command({
  name: 'record-attendance',
  permission: sessionPermissions.session.excuse,
  input: z.strictObject({
    sessionId: z.uuid(),
    side: z.union([
      z.strictObject({ enrolmentId: z.uuid() }),
      z.strictObject({ mentorId: z.uuid() }),
    ]),
    attendance: z.enum(attendanceStates),
    reason: z.string().trim().max(500).default(''),
  }),
  async run({ tx, input, allow, audit }) {
    const session = await sessionForUpdate(tx, input.sessionId);
    allow({ programmeId: session.programme_id });
    if (session.state === 'cancelled') throw precondition('This session was cancelled.');
    if (needsReason(input.attendance) && input.reason === '') {
      throw invalid({ reason: 'Say in a few words why.' });
    }
    const row = { attendance: input.attendance, reason: input.reason };
    if ('enrolmentId' in input.side) {
      const party = await partyForUpdate(tx, { ...input, enrolmentId: input.side.enrolmentId });
      await tx
        .updateTable('session_enterprise')
        .set(row)
        .where('session_id', '=', session.id)
        .where('enrolment_id', '=', input.side.enrolmentId)
        .execute();
      await audit({
        subject: ['session', session.id],
        changes: { ...input.side, attendance: [party.attendance, input.attendance] },
      });
    } else {
      const before = await tx
        .selectFrom('session_mentor')
        .select('attendance')
        .where('session_id', '=', session.id)
        .where('mentor_id', '=', input.side.mentorId)
        .forUpdate()
        .executeTakeFirst();
      if (!before) throw notFound('session');
      await tx
        .updateTable('session_mentor')
        .set(row)
        .where('session_id', '=', session.id)
        .where('mentor_id', '=', input.side.mentorId)
        .execute();
      await audit({
        subject: ['session', session.id],
        changes: { ...input.side, attendance: [before.attendance, input.attendance] },
      });
    }
    return { sessionId: session.id };
  },
});
