import { type CalendarDate, dateInZone } from '../../../../kernel/calendar.ts';
import type { Applicant } from '../applicant-facts.ts';
import { factsOf, placeOf } from '../stored-facts.ts';
import type { EligibilityTest } from '../test-result.ts';

type Texts = Record<string, string>;

/** A figure on record: staff in hundredths, money in minor units. */
interface KnownFigure {
  amount: number;
  currency: string | null;
  yearEndsOn: CalendarDate;
  recordedAt: string;
}

/** Figures on record by kind, and the currency of the form. */
export interface KnownFigures {
  latest: ReadonlyMap<string, KnownFigure>;
  currency: string;
  zone: string;
  /** The rate typed last for any firm of the organisation: a month's rate is typed once. */
  rate?: { perMillion: number; on: CalendarDate } | null;
}

/** Stored facts of a test as they stand in its form; a first form begins with what is known already. */
export function typedFacts(
  test: EligibilityTest,
  applicant: Applicant,
  area: readonly { code: string }[],
  known: KnownFigures,
): Texts {
  const { latest } = applicant;
  switch (test) {
    case 'area':
      return areaTexts(applicant, area);
    case 'size':
      return sizeTexts(applicant, known);
    case 'trading-age':
      return { tradingSince: applicant.tradingSince ?? '' };
    case 'business-sales':
      return { percent: String(factsOf(latest, test)?.percent ?? '') };
    case 'excluded-sector': {
      const facts = factsOf(latest, test);
      return facts ? { inSector: facts.inSector ?? 'none' } : {};
    }
    case 'difficulty': {
      const facts = factsOf(latest, test);
      return {
        isInsolvent: yesNo(facts?.isInsolvent),
        capital: major(facts?.capitalMinor),
        losses: major(facts?.lossesMinor),
      };
    }
    case 'subsidy-headroom': {
      const facts = factsOf(latest, test);
      return {
        isDeclared: yesNo(facts?.isDeclared),
        proposed: major(facts?.proposedMinor),
        ...rateTexts(facts?.rates[0] ?? factsOf(latest, 'size')?.rate ?? known.rate),
      };
    }
    case 'remit':
      return judgementTexts(factsOf(latest, test)?.judgement);
    case 'duplication': {
      const facts = factsOf(latest, test);
      const others = (facts?.others ?? []).flatMap((other, at): [string, string][] => [
        [`programme${at}`, other.programme],
        [`same${at}`, yesNo(other.sameSupport)],
      ]);
      return { ...textsOf(others), ...judgementTexts(facts?.judgement) };
    }
    case 'growth-intent': {
      const facts = factsOf(latest, test);
      return { intention: facts?.intention ?? '', ...judgementTexts(facts?.judgement) };
    }
    default:
      return {};
  }
}

function areaTexts(applicant: Applicant, area: readonly { code: string }[]): Texts {
  const code = applicant.authorityCode;
  if (code === null) return {};
  if (area.some((each) => each.code === code)) return { authority: code };
  return { authority: 'other', otherName: placeOf(applicant.latest)?.name ?? code };
}

function sizeTexts({ latest }: Applicant, known: KnownFigures): Texts {
  const facts = factsOf(latest, 'size');
  if (!facts) return { ...knownTexts(known), ...rateTexts(known.rate) };
  const years = facts.years.toReversed();
  const texts = years.flatMap((year, at): [string, string][] => {
    const prefix = at === 0 ? 'last' : 'earlier';
    return [
      [`${prefix}YearEnd`, year.yearEnd],
      [`${prefix}Staff`, String(year.staffHundredths / 100)],
      [
        `${prefix}Apprentices`,
        year.apprenticeHundredths > 0 ? major(year.apprenticeHundredths) : '',
      ],
      [`${prefix}Leave`, year.leaveHundredths > 0 ? major(year.leaveHundredths) : ''],
      [`${prefix}Turnover`, major(year.turnoverMinor)],
      [`${prefix}Balance`, major(year.balanceSheetMinor)],
    ];
  });
  return {
    ...textsOf(texts),
    ...rateTexts(facts.rate ?? known.rate),
    isEstimate: yesNo(facts.isEstimate),
    hasOwnerChanged: yesNo(facts.hasOwnerChanged),
    areRelationsDeclared: yesNo(facts.areRelationsDeclared),
  };
}

/** What the firm declared, for the adviser to check. Without a year's end a figure was kept as of its day. */
function knownTexts({ latest, currency, zone }: KnownFigures): Texts {
  const texts: Texts = {};
  const staff = latest.get('staff');
  const money = ['turnover', 'balance-sheet'] as const;
  if (staff) texts['lastStaff'] = String(staff.amount / 100);
  for (const kind of money) {
    const figure = latest.get(kind);
    if (figure?.currency !== currency) continue;
    texts[kind === 'turnover' ? 'lastTurnover' : 'lastBalance'] = major(figure.amount);
  }
  const { yearEndsOn, recordedAt } = latest.get('turnover') ?? staff ?? {};
  if (yearEndsOn && recordedAt && yearEndsOn < dateInZone(recordedAt, zone)) {
    texts['lastYearEnd'] = yearEndsOn;
  }
  return texts;
}

function rateTexts(rate: { perMillion: number; on: string } | null | undefined): Texts {
  return rate ? { rate: String(rate.perMillion / 1_000_000), rateOn: rate.on } : {};
}

function judgementTexts(
  judgement: { accepted: boolean; reason: string } | null | undefined,
): Texts {
  if (!judgement) return {};
  return { judgement: judgement.accepted ? 'accept' : 'refuse', reason: judgement.reason };
}

function yesNo(value: boolean | null | undefined): string {
  return value === true ? 'yes' : value === false ? 'no' : '';
}

function major(minor: number | null | undefined): string {
  return minor === null || minor === undefined ? '' : String(minor / 100);
}

function textsOf(entries: readonly [string, string][]): Texts {
  return Object.fromEntries<string>(entries);
}
