import type { Instant } from '../../kernel/calendar.ts';
import { formatInstant } from '../../kernel/calendar.ts';
import { invalid, notFound } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';
import type { Actor } from '../../platform/permission.ts';
import { beyondReach } from '../programmes/reach/reads.ts';
import type { MinutesByType } from './session.ts';

/** The session, locked until the transaction ends. */
export async function sessionForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('session')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('session');
  return row;
}

/** The match that a session is logged for, with the firm and programme; also a past one. */
export async function matchOfSession(tx: Tx, matchId: string) {
  const row = await tx
    .selectFrom('match as m')
    .innerJoin('enrolment as n', (on) =>
      on.onRef('n.org_id', '=', 'm.org_id').onRef('n.id', '=', 'm.enrolment_id'),
    )
    .innerJoin('enterprise as e', (on) =>
      on.onRef('e.org_id', '=', 'n.org_id').onRef('e.id', '=', 'n.enterprise_id'),
    )
    .select([
      'm.id',
      'm.mentor_id as mentorId',
      'm.need_id as needId',
      'm.enrolment_id as enrolmentId',
      'n.programme_id as programmeId',
      'n.enterprise_id as enterpriseId',
      'n.applied_on as appliedOn',
      'e.name as enterpriseName',
    ])
    .where('m.id', '=', matchId)
    .executeTakeFirst();
  if (!row) throw notFound('match');
  return row;
}

/**
 * Refuses when the mentor already has a session at that time. Locks the mentor's row first, so that two
 * sessions logged at once cannot both pass. A firm that the actor does not see is not named.
 */
export async function refuseOverlap(
  tx: Tx,
  actor: Actor,
  mentorId: string,
  during: { startsAt: Instant; endsAt: Instant; zone: string; except?: string },
): Promise<void> {
  const mentor = await tx
    .selectFrom('mentor')
    .select('id')
    .where('id', '=', mentorId)
    .forUpdate()
    .executeTakeFirst();
  if (!mentor) throw notFound('mentor');
  const clash = await tx
    .selectFrom('session_mentor as m')
    .innerJoin('session as s', (on) =>
      on.onRef('s.org_id', '=', 'm.org_id').onRef('s.id', '=', 'm.session_id'),
    )
    .innerJoin('session_enterprise as x', (on) =>
      on.onRef('x.org_id', '=', 's.org_id').onRef('x.session_id', '=', 's.id'),
    )
    .innerJoin('enrolment as n', (on) =>
      on.onRef('n.org_id', '=', 'x.org_id').onRef('n.id', '=', 'x.enrolment_id'),
    )
    .innerJoin('enterprise as e', (on) =>
      on.onRef('e.org_id', '=', 'n.org_id').onRef('e.id', '=', 'n.enterprise_id'),
    )
    .select(['s.starts_at as startsAt', 'e.id', 'e.name'])
    .where('m.mentor_id', '=', mentorId)
    .where('m.attendance', 'in', ['attended', 'late'])
    .where('s.state', '<>', 'cancelled')
    .where('s.starts_at', '<', during.endsAt)
    .where('s.ends_at', '>', during.startsAt)
    .$if(during.except !== undefined, (query) => query.where('s.id', '<>', during.except ?? ''))
    .limit(1)
    .executeTakeFirst();
  if (clash) {
    const isNamed =
      actor.mentorId === mentorId || !(await beyondReach(tx, actor, [clash.id])).has(clash.id);
    throw invalid({
      startsAt: `The mentor already has a session${isNamed ? ` with ${clash.name}` : ''} on ${formatInstant(clash.startsAt, during.zone)}.`,
    });
  }
}

/** Minutes by type as the table's columns; a group event's minutes are its contact minutes. */
export function minuteColumns(minutes: MinutesByType) {
  return {
    contact_minutes: (minutes.contact ?? 0) + (minutes['group-event'] ?? 0),
    preparation_minutes: minutes.preparation ?? 0,
    follow_up_minutes: minutes['follow-up'] ?? 0,
    travel_minutes: minutes.travel ?? 0,
    administration_minutes: minutes.administration ?? 0,
  };
}
