import { sql } from 'kysely';
import type { CalendarDate } from '../../kernel/calendar.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { adoptedRuleSets, programmeById } from '../programmes/reads.ts';
import { ruleSetInForce } from '../programmes/rule-set.ts';
import {
  hoursByIndicator,
  type HoursFacts,
  type IndicatorHours,
  type SessionRow,
} from './hours.ts';

/** Usual session of a pair, for the last safe start: 90 minutes every six weeks unless needs say more. */
const usualCadence = { minutesPerSession: 90, daysBetweenSessions: 42 };

const firmColumns = [
  'n.eligible_on as eligibleOn',
  'n.applied_on as enrolledOn',
  'n.closed_on as leftOn',
  'e.is_pre_start as isPreStart',
  'e.incorporated_on as incorporatedOn',
  'e.trading_since as tradingSince',
] as const;

interface HoursRow extends SessionRow {
  enrolmentId: string;
}

async function sessionRows(tx: Tx, which: ReturnType<typeof sql>): Promise<HoursRow[]> {
  const found = await sql<HoursRow>`
    select x.enrolment_id as "enrolmentId", s.id as "sessionId", s.format,
      s.starts_at as "startsAt", s.ends_at as "endsAt",
      s.preparation_minutes as preparation,
      s.follow_up_minutes as "followUp", s.travel_minutes as travel,
      s.administration_minutes as administration,
      x.attendance, x.confirmation, coalesce(x.seen_version = x.version, false) as "isSeen",
      exists (select 1 from session_mentor m
        where m.org_id = s.org_id and m.session_id = s.id
          and m.attendance in ('attended', 'late')) as "isHeld",
      (select jsonb_build_object('from', lower(t.during), 'until', upper(t.during),
          'endedOn', t.ended_on)
        from session_mentor k
        join match t on t.org_id = k.org_id and t.id = k.match_id and t.enrolment_id = x.enrolment_id
        where k.org_id = s.org_id and k.session_id = s.id
        order by lower(t.during)
        limit 1) as match
    from session_enterprise x
    join session s on s.org_id = x.org_id and s.id = x.session_id
    where s.state = 'logged' and ${which}
    order by s.starts_at, s.id`.execute(tx);
  return found.rows;
}

export interface Hours {
  eligibleOn: CalendarDate | null;
  ruleSetName: string | null;
  indicators: IndicatorHours[];
}

/** One enterprise's hours: a bar per threshold of the rule set in force, with every line and its reason. */
export async function hoursOf(
  tx: Tx,
  ctx: Pick<Ctx, 'clock'>,
  enrolmentId: string,
): Promise<Hours> {
  const [enrolment, rows] = await Promise.all([
    tx
      .selectFrom('enrolment as n')
      .innerJoin('enterprise as e', (on) =>
        on.onRef('e.org_id', '=', 'n.org_id').onRef('e.id', '=', 'n.enterprise_id'),
      )
      .innerJoin('programme as g', (on) =>
        on.onRef('g.org_id', '=', 'n.org_id').onRef('g.id', '=', 'n.programme_id'),
      )
      .select(['n.programme_id as programmeId', ...firmColumns])
      .select(['g.zone', 'g.starts_on as startsOn', 'g.ends_on as endsOn'])
      .where('n.id', '=', enrolmentId)
      .executeTakeFirstOrThrow(() => notFound('enterprise')),
    sessionRows(tx, sql`x.enrolment_id = ${enrolmentId}`),
  ]);
  const today = ctx.clock.today(enrolment.zone);
  const adoptions = await adoptedRuleSets(tx, enrolment.programmeId);
  const inForce = ruleSetInForce(adoptions, today);
  return {
    eligibleOn: enrolment.eligibleOn,
    ruleSetName: inForce && `${inForce.ruleSet.name}, version ${inForce.ruleSet.version}`,
    indicators: hoursByIndicator(rows, adoptions, factsOf(enrolment, enrolment, today)),
  };
}

/** The same for every enrolment of a programme, in three queries; keyed by enrolment. */
export async function hoursOfProgramme(
  tx: Tx,
  ctx: Ctx,
  programmeId: string,
): Promise<Map<string, IndicatorHours[]>> {
  const { zone, starts_on, ends_on } = await programmeById(tx, programmeId);
  const today = ctx.clock.today(zone);
  const adoptions = await adoptedRuleSets(tx, programmeId);
  const hours = new Map<string, IndicatorHours[]>();
  if (!ruleSetInForce(adoptions, today)) return hours;
  const enrolments = await tx
    .selectFrom('enrolment as n')
    .innerJoin('enterprise as e', (on) =>
      on.onRef('e.org_id', '=', 'n.org_id').onRef('e.id', '=', 'n.enterprise_id'),
    )
    .select(['n.id', ...firmColumns])
    .where('n.programme_id', '=', programmeId)
    .where('n.eligible_on', 'is not', null)
    .execute();
  const byEnrolment = new Map<string, HoursRow[]>();
  for (const row of await sessionRows(tx, sql`s.programme_id = ${programmeId}`)) {
    const list = byEnrolment.get(row.enrolmentId);
    if (list) list.push(row);
    else byEnrolment.set(row.enrolmentId, [row]);
  }
  const programme = { zone, startsOn: starts_on, endsOn: ends_on };
  for (const firm of enrolments) {
    const facts = factsOf(firm, programme, today);
    hours.set(firm.id, hoursByIndicator(byEnrolment.get(firm.id) ?? [], adoptions, facts));
  }
  return hours;
}

interface FirmRow {
  eligibleOn: CalendarDate | null;
  enrolledOn: CalendarDate;
  leftOn: CalendarDate | null;
  isPreStart: boolean;
  incorporatedOn: CalendarDate | null;
  tradingSince: CalendarDate | null;
}

function factsOf(
  firm: FirmRow,
  programme: Pick<HoursFacts, 'zone' | 'startsOn' | 'endsOn'>,
  today: CalendarDate,
): HoursFacts {
  return {
    eligibleOn: firm.eligibleOn,
    enrolledOn: firm.enrolledOn,
    leftOn: firm.leftOn,
    zone: programme.zone,
    startsOn: programme.startsOn,
    endsOn: programme.endsOn,
    today,
    cadence: usualCadence,
    isPreStart: firm.isPreStart,
    registeredOn: firm.incorporatedOn ?? firm.tradingSince,
  };
}
