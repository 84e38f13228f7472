import { sql } from 'kysely';
import { type CalendarDate, dateInZone } from '../../kernel/calendar.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { countableCodes, type IndicatorDefinition } from '../programmes/indicator.ts';
import { type Hundredths, toHundredths } from '../programmes/quantity.ts';
import { programmeById, ruleSetInForceOf } from '../programmes/reads.ts';
import { hoursOfProgramme } from '../sessions/reads.ts';
import { type FirmMarks, firmKeys, oncePerFirm } from './firm-unit.ts';

/** One enterprise's contribution to one indicator. */
export interface OutputUnit {
  enrolmentId: string;
  enterprise: string;
  indicator: string;
  unit: IndicatorDefinition['unit'];
  amount: Hundredths;
  /** When the threshold was met or the output achieved. */
  achievedOn: CalendarDate;
  state: 'counted' | 'recorded' | 'evidence-complete' | 'verified';
  outputId: string | null;
}

/** Whether a second person, or the counted hours, stand behind it. */
export function isProved(unit: Pick<OutputUnit, 'state'>): boolean {
  return unit.state === 'counted' || unit.state === 'verified';
}

/** Units added up, in hundredths. */
export function totalOf(units: readonly Pick<OutputUnit, 'amount'>[]): Hundredths {
  return units.reduce((sum, unit) => sum + unit.amount, 0);
}

export interface IndicatorOutputs {
  indicator: IndicatorDefinition;
  units: OutputUnit[];
  /** Units of firms that have one already: merged, enrolled again or recorded twice. They count nothing. */
  doubles: OutputUnit[];
  /** Enterprises on the way to a threshold in hours, the nearest first. */
  onTheWay: {
    enrolmentId: string;
    enterprise: string;
    counted: number;
    needed: number;
    forecastOn: CalendarDate | null;
    isAtRisk: boolean;
  }[];
}

/**
 * The funder's outputs of a programme: thresholds in hours are counted from confirmed sessions, everything
 * else from recorded outputs. An enterprise excluded by another indicator (P13 beside C1) is left out.
 */
export async function outputsOfProgramme(
  tx: Tx,
  ctx: Ctx,
  programmeId: string,
): Promise<IndicatorOutputs[]> {
  const programme = await programmeById(tx, programmeId);
  const inForce = await ruleSetInForceOf(tx, programmeId, ctx.clock.today(programme.zone));
  if (!inForce) return [];
  const firms = await sql<FirmMarks & { name: string }>`
    select n.id as "enrolmentId", e.id as "enterpriseId", e.merged_into as "mergedInto",
      e.company_number as "companyNumber", e.name
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    where n.programme_id = ${programmeId}`.execute(tx);
  const nameOf = new Map(firms.rows.map((row) => [row.enrolmentId, row.name]));
  const keys = firmKeys(firms.rows);
  const keyOf = (enrolmentId: string) => keys.get(enrolmentId) ?? enrolmentId;
  const hours = await hoursOfProgramme(tx, ctx, programmeId);
  const recorded = await tx
    .selectFrom('output')
    .select(['id', 'enrolment_id', 'indicator', 'value', 'achieved_on', 'state'])
    .where('programme_id', '=', programmeId)
    .where('state', '<>', 'withdrawn')
    .execute();
  const outputs = inForce.ruleSet.indicators.map((indicator) => {
    const units: OutputUnit[] = recorded
      .filter((row) => row.indicator === indicator.code)
      .map((row) => ({
        enrolmentId: row.enrolment_id,
        enterprise: nameOf.get(row.enrolment_id) ?? '',
        indicator: indicator.code,
        unit: indicator.unit,
        amount: toHundredths(row.value),
        achievedOn: row.achieved_on,
        state: row.state as OutputUnit['state'],
        outputId: row.id,
      }));
    const has = new Set(units.map((unit) => keyOf(unit.enrolmentId)));
    const onTheWay: IndicatorOutputs['onTheWay'] = [];
    for (const [enrolmentId, list] of hours) {
      const own = list.find((one) => one.indicator.code === indicator.code);
      if (!own || has.has(keyOf(enrolmentId))) continue;
      const enterprise = nameOf.get(enrolmentId) ?? '';
      if (own.bar.met) {
        units.push({
          enrolmentId,
          enterprise,
          indicator: indicator.code,
          unit: indicator.unit,
          amount: 100,
          achievedOn: dayMet(own.lines, own.bar.needed, programme.zone),
          state: 'counted',
          outputId: null,
        });
      } else if (own.bar.counted > 0) {
        const { counted, needed, forecastOn, atRisk } = own.bar;
        onTheWay.push({ enrolmentId, enterprise, counted, needed, forecastOn, isAtRisk: atRisk });
      }
    }
    const { kept, doubles } = oncePerFirm(units, keys);
    kept.sort((a, b) => (a.achievedOn < b.achievedOn ? -1 : 1));
    onTheWay.sort((a, b) => b.counted / b.needed - a.counted / a.needed);
    const reached = new Set(kept.map((unit) => keyOf(unit.enrolmentId)));
    return {
      indicator,
      units: kept,
      doubles,
      onTheWay: onTheWay.filter((firm) => !reached.has(keyOf(firm.enrolmentId))),
    };
  });
  return withoutExcluded(outputs, keyOf);
}

/** Takes out units that another indicator of the same enterprise excludes, or whose parent is missing. */
function withoutExcluded(
  outputs: IndicatorOutputs[],
  keyOf: (enrolmentId: string) => string,
): IndicatorOutputs[] {
  const reached = new Map<string, string[]>();
  for (const { indicator, units } of outputs) {
    for (const unit of units) {
      const key = keyOf(unit.enrolmentId);
      reached.set(key, [...(reached.get(key) ?? []), indicator.code]);
    }
  }
  const indicators = outputs.map(({ indicator }) => indicator);
  const counted = new Map(
    [...reached].map(([key, codes]) => [key, new Set(countableCodes(indicators, codes).counted)]),
  );
  return outputs.map((one) => ({
    ...one,
    units: one.units.filter((unit) =>
      counted.get(keyOf(unit.enrolmentId))?.has(one.indicator.code),
    ),
  }));
}

function dayMet(
  lines: readonly { startAt: string; counts: number }[],
  needed: number,
  zone: string,
): CalendarDate {
  let sum = 0;
  for (const line of lines) {
    sum += line.counts;
    if (sum >= needed) return dateInZone(line.startAt, zone);
  }
  return dateInZone(lines.at(-1)?.startAt ?? '1970-01-01T00:00:00.000Z', zone);
}

export interface ImpactLine {
  enrolmentId: string;
  enterprise: string;
  kind: string;
  baseline: number;
  latest: number;
  /** Of the latest figure, and of the one in the baseline. */
  currency: string | null;
  baselineCurrency: string | null;
  latestYear: CalendarDate;
  attribution: string | null;
}

/** The programme's own ledger: each firm's frozen baseline against its latest figure of a later year. */
export async function impactOfProgramme(tx: Tx, programmeId: string): Promise<ImpactLine[]> {
  const found = await sql<ImpactLine>`
    select n.id as "enrolmentId", e.name as enterprise, f.kind, f.amount as baseline,
      l.amount as latest, l.currency, f.currency as "baselineCurrency", l.year_ends_on as "latestYear", l.attribution
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join baseline b on b.org_id = n.org_id and b.enrolment_id = n.id
    join lateral (
      select x ->> 'kind' as kind, (x ->> 'amount')::bigint as amount, x ->> 'currency' as currency, (x ->> 'yearEndsOn')::date as year
      from jsonb_array_elements(b.figures) x) f on true
    join lateral (
      select m.amount, m.currency, m.year_ends_on, m.attribution
      from measure m
      where m.org_id = n.org_id and m.enterprise_id = n.enterprise_id and m.kind = f.kind
        and m.withdrawn_at is null and m.year_ends_on > f.year
      order by m.year_ends_on desc, m.recorded_at desc
      limit 1) l on true
    where n.programme_id = ${programmeId}
    order by f.kind, e.name`.execute(tx);
  return found.rows;
}

/** What clients said, newest first. */
export async function commentsOfProgramme(tx: Tx, programmeId: string, limit = 50) {
  const found = await sql<{
    id: string;
    enrolmentId: string;
    enterprise: string;
    body: string;
    saidBy: string | null;
    saidOn: CalendarDate;
    mayPublish: boolean;
  }>`
    select c.id, n.id as "enrolmentId", e.name as enterprise, c.body, p.name as "saidBy",
      c.said_on as "saidOn", c.may_publish as "mayPublish"
    from client_comment c
    join enrolment n on n.org_id = c.org_id and n.id = c.enrolment_id
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    left join person p on p.org_id = c.org_id and p.id = c.said_by
    where n.programme_id = ${programmeId}
    order by c.said_on desc, c.id desc
    limit ${limit}`.execute(tx);
  return found.rows;
}

/** Outputs and comments of one enterprise on a programme. */
export async function impactOf(tx: Tx, enrolmentId: string) {
  const outputs = await tx
    .selectFrom('output as o')
    .leftJoin('person as r', (on) =>
      on.onRef('r.org_id', '=', 'o.org_id').onRef('r.id', '=', 'o.recorded_by'),
    )
    .leftJoin('person as v', (on) =>
      on.onRef('v.org_id', '=', 'o.org_id').onRef('v.id', '=', 'o.verified_by'),
    )
    .select([
      'o.id',
      'o.indicator',
      'o.value',
      'o.achieved_on as achievedOn',
      'o.state',
      'o.statement',
      'o.recorded_by as recordedById',
      'r.name as recordedBy',
      'v.name as verifiedBy',
    ])
    .where('o.enrolment_id', '=', enrolmentId)
    .orderBy('o.achieved_on')
    .execute();
  const comments = await tx
    .selectFrom('client_comment as c')
    .leftJoin('person as p', (on) =>
      on.onRef('p.org_id', '=', 'c.org_id').onRef('p.id', '=', 'c.said_by'),
    )
    .select([
      'c.id',
      'c.body',
      'c.said_on as saidOn',
      'c.may_publish as mayPublish',
      'p.name as saidBy',
    ])
    .where('c.enrolment_id', '=', enrolmentId)
    .orderBy('c.said_on', 'desc')
    .execute();
  return { outputs, comments };
}
