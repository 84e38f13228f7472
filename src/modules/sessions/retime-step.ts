import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { checkSession } from './session-checks.ts';
import { hasTakenPlace, minutesOf, type SessionTime } from './session-input.ts';
import { limitsOfSession, minuteColumns, refuseOverlap, type sessionForUpdate } from './store.ts';

interface NewTime extends SessionTime {
  zone: string;
}

/** Writes another time of a locked session; or says by field why it cannot be, having written nothing. */
export async function retimeSession(
  tx: Tx,
  ctx: Ctx,
  session: Awaited<ReturnType<typeof sessionForUpdate>>,
  time: NewTime,
): Promise<Record<string, string>> {
  const minutes = minutesOf(time, session.format === 'group');
  const problems = checkSession(
    { ...time, minutes, sides: [] },
    { now: ctx.clock.now(), zone: time.zone, ...(await limitsOfSession(tx, session.id)) },
  );
  if (Object.keys(problems).length > 0) return problems;
  await tx
    .updateTable('session')
    .set({
      starts_at: time.startsAt,
      ends_at: time.endsAt,
      ...minuteColumns(minutes),
      version: session.version + 1,
    })
    .where('id', '=', session.id)
    .execute();
  return {};
}

/**
 * Refuses when a mentor of the session would be in two at once. To be asked after every change that lets a
 * session take place: another time, or attendance that is put right.
 */
export async function refuseMeetingAtOnce(
  tx: Tx,
  ctx: Ctx,
  sessionId: string,
  zone: string,
): Promise<void> {
  const session = await tx
    .selectFrom('session')
    .select(['starts_at as startsAt', 'ends_at as endsAt'])
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow();
  const firms = await tx
    .selectFrom('session_enterprise')
    .select('attendance')
    .where('session_id', '=', sessionId)
    .execute();
  if (!firms.some((firm) => hasTakenPlace(firm.attendance))) return;
  const mentors = await tx
    .selectFrom('session_mentor')
    .select(['mentor_id as id', 'attendance'])
    .where('session_id', '=', sessionId)
    .orderBy('mentor_id')
    .execute();
  for (const mentor of mentors.filter((one) => hasTakenPlace(one.attendance))) {
    await refuseOverlap(tx, ctx.actor, mentor.id, { ...session, zone, except: sessionId });
  }
}
