import { z } from 'zod';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import { programmeById } from '../../programmes/reads.ts';
import { askAgain } from '../ask-again-step.ts';
import { attendanceStates } from '../attendance.ts';
import { untellDispute } from '../dispute-letter.ts';
import { partyForUpdate } from '../party-rows.ts';
import { sessionPermissions } from '../permissions.ts';
import { refuseMeetingAtOnce, retimeSession } from '../retime-step.ts';
import { sessionForUpdate } from '../store.ts';

/** The time that holds, where it is not the one that was logged. */
const time = z.strictObject({
  startsAt: z.iso.datetime('Enter the start.'),
  endsAt: z.iso.datetime('Enter the end.'),
  preparation: z.int('Enter whole minutes.').min(0).max(720),
  followUp: z.int('Enter whole minutes.').min(0).max(720),
  travel: z.int('Enter whole minutes.').min(0).max(720),
  administration: z.int('Enter whole minutes.').min(0).max(720),
});

const sameTime =
  'This is the time as logged, which the enterprise disputes. Enter the other, or choose “As logged”.';

/** Whether the other time is the one that is disputed: somebody chose it and changed nothing. */
function isAsLogged(
  session: Awaited<ReturnType<typeof sessionForUpdate>>,
  other: z.output<typeof time>,
): boolean {
  return (
    session.starts_at === other.startsAt &&
    session.ends_at === other.endsAt &&
    session.preparation_minutes === other.preparation &&
    session.follow_up_minutes === other.followUp &&
    session.travel_minutes === other.travel &&
    session.administration_minutes === other.administration
  );
}

/**
 * The adviser settles a dispute with a reason that both sides read: what the firm did, and the time that
 * holds. Other firms of a group session are asked about a changed time again.
 */
export const settleDispute = command({
  name: 'settle-dispute',
  permission: sessionPermissions.session.settle,
  input: z.strictObject({
    sessionId: z.uuid(),
    enrolmentId: z.uuid(),
    attendance: z.enum(attendanceStates),
    /** Left out where the time stands as logged. */
    time: time.optional(),
    /** Of the session, when the form showed one. */
    version: z.int().positive().optional(),
    reason: z.string().trim().min(1, 'Say why you settle it this way.').max(2000),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const session = await sessionForUpdate(tx, input.sessionId);
    const party = await partyForUpdate(tx, input);
    allow({ programmeId: party.programmeId, enterpriseId: party.enterpriseId });
    if (party.confirmation !== 'disputed') throw precondition('This session is not disputed.');
    if (session.state !== 'logged') throw precondition('This session was cancelled.');
    if (input.version !== undefined) checkVersion(session, input.version, 'session');
    const programme = await programmeById(tx, session.programme_id);
    if (input.time) {
      if (isAsLogged(session, input.time)) throw invalid({ time: sameTime });
      const problems = await retimeSession(tx, ctx, session, {
        ...input.time,
        zone: programme.zone,
      });
      if (Object.keys(problems).length > 0) throw invalid(problems);
    }
    await tx
      .updateTable('session_enterprise')
      .set({
        confirmation: 'settled',
        attendance: input.attendance,
        confirmed_by: ctx.actor.personId,
        confirmed_at: ctx.clock.now(),
        version: party.version + 1,
        seen_version: party.version + 1,
        settlement: input.reason,
      })
      .where('session_id', '=', input.sessionId)
      .where('enrolment_id', '=', input.enrolmentId)
      .execute();
    await refuseMeetingAtOnce(tx, ctx, session.id, programme.zone);
    if (input.time) await askOthers(input.enrolmentId);
    await untellDispute(tx, ctx, input);
    await audit({
      subject: ['session', input.sessionId],
      reason: input.reason,
      changes: {
        enrolmentId: input.enrolmentId,
        confirmation: ['disputed', 'settled'],
        attendance: [party.attendance, input.attendance],
        ...(input.time
          ? {
              startsAt: [session.starts_at, input.time.startsAt],
              endsAt: [session.ends_at, input.time.endsAt],
            }
          : {}),
      },
    });
    return { sessionId: input.sessionId };

    async function askOthers(settled: string): Promise<void> {
      const others = await tx
        .selectFrom('session_enterprise')
        .select('enrolment_id as id')
        .where('session_id', '=', session.id)
        .where('enrolment_id', '<>', settled)
        .where('confirmation', '<>', 'settled')
        .execute();
      const enrolmentIds = others.map((row) => row.id);
      await askAgain(tx, ctx, { sessionId: session.id, enrolmentIds });
    }
  },
});
