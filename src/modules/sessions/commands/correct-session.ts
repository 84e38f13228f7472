import { z } from 'zod';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import { programmeById } from '../../programmes/reads.ts';
import { askAgain } from '../ask-again-step.ts';
import type { AttendanceState } from '../attendance.ts';
import { sessionPermissions } from '../permissions.ts';
import { refuseMeetingAtOnce } from '../retime-step.ts';
import { checkSession } from '../session-checks.ts';
import { hasTakenPlace, minutesOf, sessionFields } from '../session-input.ts';
import { refuseLateCorrection } from '../correction-rows.ts';
import { limitsOfSession, minuteColumns, sessionForUpdate } from '../store.ts';
import { askAboutUnusual } from '../unusual-rows.ts';

/** Corrects a logged session. Firms that had confirmed are asked again, since it is another session now. */
export const correctSession = command({
  name: 'correct-session',
  permission: sessionPermissions.session.correct,
  input: z.strictObject({
    sessionId: z.uuid(),
    version: z.int().positive(),
    ...sessionFields,
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const session = await sessionForUpdate(tx, input.sessionId);
    const mentors = await tx
      .selectFrom('session_mentor')
      .select(['mentor_id', 'attendance', 'reason'])
      .where('session_id', '=', session.id)
      .execute();
    const own = mentors.find((row) => row.mentor_id === ctx.actor.mentorId) ?? mentors[0];
    allow({ programmeId: session.programme_id, mentorId: own?.mentor_id ?? null });
    if (session.state === 'cancelled') throw precondition('This session was cancelled.');
    checkVersion(session, input.version, 'session');
    const programme = await programmeById(tx, session.programme_id);
    const firms = await tx
      .selectFrom('session_enterprise')
      .select(['enrolment_id as enrolmentId', 'attendance'])
      .where('session_id', '=', session.id)
      .execute();
    await refuseLateCorrection(tx, ctx, session, programme.zone);
    const isMet =
      firms.some((firm) => hasTakenPlace(firm.attendance)) &&
      mentors.some((mentor) => hasTakenPlace(mentor.attendance));
    const minutes = minutesOf(input, session.format === 'group');
    const problems = checkSession(
      {
        ...input,
        minutes,
        sides: mentors.map((mentor) => ({
          field: 'reason',
          attendance: mentor.attendance as AttendanceState,
          reason: mentor.reason,
        })),
      },
      {
        now: ctx.clock.now(),
        zone: programme.zone,
        ...(await limitsOfSession(tx, session.id)),
      },
    );
    if (Object.keys(problems).length > 0) throw invalid(problems);
    await askAboutUnusual(tx, {
      ...input,
      sessionId: session.id,
      enrolmentIds: firms.map((firm) => firm.enrolmentId),
      mentorIds: mentors.map((mentor) => mentor.mentor_id),
      zone: programme.zone,
      isHeld: isMet,
    });
    const version = session.version + 1;
    await tx
      .updateTable('session')
      .set({
        starts_at: input.startsAt,
        ends_at: input.endsAt,
        mode: input.mode,
        place: input.place,
        topics: input.topics,
        kinds: input.kinds,
        summary: input.summary,
        ...minuteColumns(minutes),
        version,
      })
      .where('id', '=', session.id)
      .execute();
    await refuseMeetingAtOnce(tx, ctx, session.id, programme.zone);
    await askAgain(tx, ctx, {
      sessionId: session.id,
      enrolmentIds: firms.map((firm) => firm.enrolmentId),
    });
    await audit({
      subject: ['session', session.id],
      changes: {
        startsAt: [session.starts_at, input.startsAt],
        endsAt: [session.ends_at, input.endsAt],
        minutes,
      },
    });
    return { sessionId: session.id, version };
  },
});
