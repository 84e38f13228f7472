import { type CalendarDate, dateInZone, minutesBetween } from '../../kernel/calendar.ts';
import { isNewEnterprise } from '../enterprises/eligibility/trading.ts';
import type { IndicatorDefinition } from '../programmes/indicator.ts';
import type { AdoptedRuleSet } from '../programmes/reads.ts';
import { type RuleSet, ruleSetInForce } from '../programmes/rule-set.ts';
import type { AttendanceState } from './attendance.ts';
import {
  countTime,
  type CountingRules,
  type DayRules,
  type LedgerLine,
  type TimeEntry,
} from './counted-time.ts';
import type { MatchPeriod } from './match-period.ts';
import { type Cadence, thresholdBar, type ThresholdBar } from './threshold.ts';

/** A session as one enterprise had it, from the tables. */
export interface SessionRow {
  sessionId: string;
  format: string;
  startsAt: string;
  endsAt: string;
  preparation: number;
  followUp: number;
  travel: number;
  administration: number;
  attendance: string;
  /** Whether a mentor was there. */
  isHeld: boolean;
  confirmation: string;
  /** Whether the answer was given to what is logged now. */
  isSeen: boolean;
  match: MatchPeriod | null;
}

/**
 * A session as the counting rules take it. The time together is the session's length whatever was logged
 * of attendance first: who was there decides at the moment of counting, so a no-show that is put right
 * counts. A session that the mentor missed was not attended by anybody.
 */
export function asTimeEntry(row: SessionRow): TimeEntry {
  const isGroup = row.format === 'group';
  const together = Math.max(0, minutesBetween(row.startsAt, row.endsAt));
  return {
    id: row.sessionId,
    startAt: row.startsAt,
    endAt: row.endsAt,
    minutes: {
      contact: isGroup ? 0 : together,
      'group-event': isGroup ? together : 0,
      preparation: row.preparation,
      'follow-up': row.followUp,
      travel: row.travel,
      administration: row.administration,
    },
    attendance: row.isHeld ? (row.attendance as AttendanceState) : 'no-show',
    confirmation: confirmationOf(row),
    eventId: isGroup ? row.sessionId : null,
    otherFunder: null,
    match: row.match,
  };
}

function confirmationOf({ confirmation, isSeen }: SessionRow): TimeEntry['confirmation'] {
  if (confirmation === 'disputed') return 'disputed';
  const isAnswered = confirmation === 'confirmed' || confirmation === 'settled';
  return isAnswered && isSeen ? 'confirmed' : 'unconfirmed';
}

export interface HoursFacts {
  eligibleOn: CalendarDate | null;
  /** Days on which the enterprise joined and left. */
  enrolledOn: CalendarDate | null;
  leftOn: CalendarDate | null;
  /** First and last day of the programme. */
  startsOn: CalendarDate | null;
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

/**
 * What an indicator accepts of the sessions of a day: by the rule set of that day, also where a later one
 * holds today. An indicator that the rules of the day did not know yet takes their general kinds of minutes.
 */
function rulesOn(
  adoptions: readonly AdoptedRuleSet[],
  code: string,
): (day: CalendarDate) => DayRules | null {
  return (day) => {
    const ruleSet = ruleSetInForce(adoptions, day)?.ruleSet;
    if (!ruleSet) return null;
    const own = ruleSet.indicators.find((one) => one.code === code)?.countedMinutes ?? null;
    return { countedMinutes: own ?? ruleSet.countedMinutes, groupRule: ruleSet.groupRule };
  };
}

/**
 * The bar and ledger for each indicator with a threshold in minutes. The indicators and thresholds are those
 * of the rule set in force today; what of each session counts is told by the one in force on its day.
 */
export function hoursByIndicator(
  rows: readonly SessionRow[],
  adoptions: readonly AdoptedRuleSet[],
  facts: HoursFacts,
): IndicatorHours[] {
  const ruleSet = ruleSetInForce(adoptions, facts.today)?.ruleSet;
  if (!ruleSet) return [];
  const entries = rows.map(asTimeEntry);
  const first = entries.find((one) => one.attendance === 'attended' || one.attendance === 'late');
  const firstSupportOn = first ? dateInZone(first.startAt, facts.zone) : facts.today;
  return ruleSet.indicators.flatMap((indicator) => {
    const needed = indicator.threshold?.minutes ?? null;
    if (needed === null || !appliesTo(indicator, ruleSet, facts, firstSupportOn)) return [];
    const rules: CountingRules = {
      zone: facts.zone,
      rulesOn: rulesOn(adoptions, indicator.code),
      countsFrom: facts.eligibleOn,
      startsOn: facts.startsOn,
      countsTo: facts.endsOn,
      enrolledOn: facts.enrolledOn,
      leftOn: facts.leftOn,
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
