import { type CalendarDate, dateInZone } from '../../kernel/calendar.ts';
import { isNewEnterprise } from '../enterprises/eligibility/trading.ts';
import type { IndicatorDefinition } from '../programmes/indicator.ts';
import type { RuleSet } from '../programmes/rule-set.ts';
import type { AttendanceState } from './attendance.ts';
import { countTime, type CountingRules, type LedgerLine, type TimeEntry } from './counted-time.ts';
import { type Cadence, thresholdBar, type ThresholdBar } from './threshold.ts';

/** A session as one enterprise had it, from the tables. */
export interface SessionRow {
  sessionId: string;
  format: string;
  startsAt: string;
  endsAt: string;
  contact: number;
  preparation: number;
  followUp: number;
  travel: number;
  administration: number;
  attendance: string;
  /** Whether a mentor was there. */
  isHeld: boolean;
  confirmation: string;
}

/** A session as the counting rules take it. A session that the mentor missed was not attended by anybody. */
export function asTimeEntry(row: SessionRow): TimeEntry {
  const isGroup = row.format === 'group';
  return {
    id: row.sessionId,
    startAt: row.startsAt,
    endAt: row.endsAt,
    minutes: {
      contact: isGroup ? 0 : row.contact,
      'group-event': isGroup ? row.contact : 0,
      preparation: row.preparation,
      'follow-up': row.followUp,
      travel: row.travel,
      administration: row.administration,
    },
    attendance: row.isHeld ? (row.attendance as AttendanceState) : 'no-show',
    confirmation:
      row.confirmation === 'confirmed' || row.confirmation === 'settled'
        ? 'confirmed'
        : row.confirmation === 'disputed'
          ? 'disputed'
          : 'unconfirmed',
    eventId: isGroup ? row.sessionId : null,
    otherFunder: null,
  };
}

export interface HoursFacts {
  eligibleOn: CalendarDate | null;
  endsOn: CalendarDate | null;
  zone: string;
  today: CalendarDate;
  cadence: Cadence | null;
  /** A person who does not trade yet. */
  isPreStart: boolean;
  /** When the firm was registered or began to trade; null when not known. */
  registeredOn: CalendarDate | null;
}

/**
 * Whether a threshold is one for this firm: persons who do not trade yet count under indicators of persons
 * (where the rules have one), new enterprises by their age at first support, never at the claim.
 */
export function appliesTo(
  indicator: IndicatorDefinition,
  ruleSet: RuleSet,
  firm: Pick<HoursFacts, 'isPreStart' | 'registeredOn'>,
  firstSupportOn: CalendarDate,
): boolean {
  const countsPersons = ruleSet.indicators.some(
    (one) => one.unit === 'persons' && one.threshold?.minutes,
  );
  if (indicator.unit === 'persons') return firm.isPreStart;
  if (firm.isPreStart && countsPersons) return false;
  if (!indicator.onlyNewEnterprises) return true;
  return firm.registeredOn !== null && isNewEnterprise(firm.registeredOn, firstSupportOn, ruleSet);
}

export interface IndicatorHours {
  indicator: IndicatorDefinition;
  bar: ThresholdBar;
  lines: LedgerLine[];
}

/** The bar and ledger for each indicator of the rule set that has a threshold in minutes. */
export function hoursByIndicator(
  rows: readonly SessionRow[],
  ruleSet: RuleSet,
  facts: HoursFacts,
): IndicatorHours[] {
  const entries = rows.map(asTimeEntry);
  const first = entries.find((one) => one.attendance === 'attended' || one.attendance === 'late');
  const firstSupportOn = first ? dateInZone(first.startAt, facts.zone) : facts.today;
  return ruleSet.indicators.flatMap((indicator) => {
    const needed = indicator.threshold?.minutes ?? null;
    if (needed === null || !appliesTo(indicator, ruleSet, facts, firstSupportOn)) return [];
    const rules: CountingRules = {
      zone: facts.zone,
      countedMinutes: indicator.countedMinutes ?? ruleSet.countedMinutes,
      countsFrom: facts.eligibleOn,
      countsTo: facts.endsOn,
      groupRule: ruleSet.groupRule,
    };
    const lines = countTime(entries, rules);
    const bar = thresholdBar({
      lines,
      needed,
      today: facts.today,
      zone: facts.zone,
      endsOn: facts.endsOn ?? '2200-12-31',
      cadence: facts.cadence,
    });
    return [{ indicator, bar, lines }];
  });
}
