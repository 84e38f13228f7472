import { sql } from 'kysely';
import { type CalendarDate, formatInstant, type Instant } from '../../kernel/calendar.ts';
import { invalid, notFound } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';
import type { Actor } from '../../platform/permission.ts';
import { beyondReach } from '../programmes/reach/reads.ts';
import type { MatchPeriod } from './match-period.ts';
import type { MinutesByType, SessionLimits } from './session.ts';

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

const matchPeriod = sql<MatchPeriod>`jsonb_build_object('from', lower(m.during),
  'until', upper(m.during), 'endedOn', m.ended_on)`;

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
      'n.applied_on as enrolledOn',
      'n.closed_on as leftOn',
      'e.name as enterpriseName',
      matchPeriod.as('match'),
    ])
    .where('m.id', '=', matchId)
    .executeTakeFirst();
  if (!row) throw notFound('match');
  return row;
}

/** Within which days a logged session must lie: all its firms in the programme, and its match. */
export async function limitsOfSession(
  tx: Tx,
  sessionId: string,
): Promise<Pick<SessionLimits, 'enrolledOn' | 'leftOn' | 'match'>> {
  const firms = await tx
    .selectFrom('session_enterprise as x')
    .innerJoin('enrolment as n', (on) =>
      on.onRef('n.org_id', '=', 'x.org_id').onRef('n.id', '=', 'x.enrolment_id'),
    )
    .select(['n.applied_on as enrolledOn', 'n.closed_on as leftOn'])
    .where('x.session_id', '=', sessionId)
    .execute();
  const match = await tx
    .selectFrom('session_mentor as k')
    .innerJoin('match as m', (on) =>
      on.onRef('m.org_id', '=', 'k.org_id').onRef('m.id', '=', 'k.match_id'),
    )
    .select(matchPeriod.as('match'))
    .where('k.session_id', '=', sessionId)
    .executeTakeFirst();
  return { ...limitsOfFirms(firms), match: match?.match ?? null };
}

/** From when and until when all these firms were in the programme. */
export function limitsOfFirms(
  firms: readonly { enrolledOn: CalendarDate; leftOn: CalendarDate | null }[],
): Pick<SessionLimits, 'enrolledOn' | 'leftOn'> {
  const left = firms.flatMap((firm) => firm.leftOn ?? []);
  return {
    enrolledOn:
      firms
        .map((firm) => firm.enrolledOn)
        .toSorted()
        .at(-1) ?? '1900-01-01',
    leftOn: left.toSorted()[0] ?? null,
  };
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
    const who = actor.mentorId === mentorId ? 'You already have' : 'The mentor already has';
    throw invalid({
      startsAt: `${who} a session${isNamed ? ` with ${clash.name}` : ''} on ${formatInstant(clash.startsAt, during.zone)}.`,
    });
  }
}

/** Minutes by type as the table's columns; the time together is start and end. */
export function minuteColumns(minutes: MinutesByType) {
  return {
    preparation_minutes: minutes.preparation ?? 0,
    follow_up_minutes: minutes['follow-up'] ?? 0,
    travel_minutes: minutes.travel ?? 0,
    administration_minutes: minutes.administration ?? 0,
  };
}
