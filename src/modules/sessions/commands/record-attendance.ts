import { z } from 'zod';
import { invalid, notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import type { Tx } from '../../../platform/database.ts';
import { programmeById } from '../../programmes/reads.ts';
import { askAgain, raiseVersion } from '../ask-again-step.ts';
import { type AttendanceState, attendanceStates, keepsAnswer, needsReason } from '../attendance.ts';
import { partyForUpdate } from '../party-rows.ts';
import { sessionPermissions } from '../permissions.ts';
import { refuseMeetingAtOnce } from '../retime-step.ts';
import { sessionForUpdate } from '../store.ts';

/**
 * Staff correct what one side did at a session, or excuse a miss, with the reason. Firms for whom that makes
 * it another session are asked again; a dispute stays open until it is settled.
 */
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
  async run({ ctx, tx, input, allow, audit }) {
    const session = await sessionForUpdate(tx, input.sessionId);
    allow({ programmeId: session.programme_id });
    if (session.state === 'cancelled') throw precondition('This session was cancelled.');
    if (needsReason(input.attendance) && input.reason === '') {
      throw invalid({ reason: 'Say in a few words why.' });
    }
    const { attendance, reason } = input;
    const before = await writeSide(tx, session.id, input.side, { attendance, reason });
    const isSame = before === attendance;
    if (!isSame) {
      const { zone } = await programmeById(tx, session.programme_id);
      await refuseMeetingAtOnce(tx, ctx, session.id, zone);
      const firms = await answersOf(tx, session.id, input.side);
      const stands = (firm: { confirmation: string }) =>
        keepsAnswer(before, attendance) || firm.confirmation === 'disputed';
      for (const firm of firms.filter(stands)) {
        await raiseVersion(tx, { sessionId: session.id, enrolmentId: firm.enrolmentId });
      }
      const others = firms.filter((firm) => !stands(firm)).map((firm) => firm.enrolmentId);
      await askAgain(tx, ctx, { sessionId: session.id, enrolmentIds: others });
    }
    await audit({
      subject: ['session', session.id],
      changes: { ...input.side, attendance: [before, attendance] },
    });
    return { sessionId: session.id };
  },
});

type SideKey = { enrolmentId: string } | { mentorId: string };

/** Writes what the side did; gives what stood there. */
async function writeSide(
  tx: Tx,
  sessionId: string,
  side: SideKey,
  row: { attendance: AttendanceState; reason: string },
): Promise<AttendanceState> {
  if ('enrolmentId' in side) {
    const party = await partyForUpdate(tx, { sessionId, enrolmentId: side.enrolmentId });
    await tx
      .updateTable('session_enterprise')
      .set(row)
      .where('session_id', '=', sessionId)
      .where('enrolment_id', '=', side.enrolmentId)
      .execute();
    return party.attendance as AttendanceState;
  }
  const before = await tx
    .selectFrom('session_mentor')
    .select('attendance')
    .where('session_id', '=', sessionId)
    .where('mentor_id', '=', side.mentorId)
    .forUpdate()
    .executeTakeFirst();
  if (!before) throw notFound('session');
  await tx
    .updateTable('session_mentor')
    .set(row)
    .where('session_id', '=', sessionId)
    .where('mentor_id', '=', side.mentorId)
    .execute();
  return before.attendance as AttendanceState;
}

/** The firms that were shown what this side did, with what they answered. */
async function answersOf(tx: Tx, sessionId: string, side: SideKey) {
  let query = tx
    .selectFrom('session_enterprise')
    .select(['enrolment_id as enrolmentId', 'confirmation'])
    .where('session_id', '=', sessionId);
  if ('enrolmentId' in side) query = query.where('enrolment_id', '=', side.enrolmentId);
  return query.forUpdate().execute();
}
