import type { CalendarDate } from '../../../kernel/calendar.ts';
import { normaliseName } from '../../../kernel/text.ts';
import { type ExchangeRate, convertMoney } from '../../programmes/exchange-rate.ts';
import type { RuleSet } from '../../programmes/rule-set.ts';
import type { Holder } from '../ownership.ts';
import { annualWorkUnits, type RelatedFirm, type SizeFigures } from '../size.ts';
import type { SubsidyAward } from '../subsidy.ts';
import type { EligibilityFacts, SicCode } from './facts.ts';
import { type FactsOf, type StoredTest, factsOf, placeOf } from './stored-facts.ts';
import type { Judgement } from './test-result.ts';

/** A partner or linked firm as recorded; `holdsThroughId` is the firm whose own relation it is. */
export interface RelationRow {
  id: string;
  name: string;
  holdsThroughId: string | null;
  direction: 'holds-us' | 'held-by-us';
  holder: Holder;
  percent: number;
  votesPercent: number | null;
  actsJointly: boolean;
  isSameMarket: boolean;
  hasControl: boolean;
  isUnderAngelLimit: boolean;
  isConsolidated: boolean;
  staffHundredths: number | null;
  turnoverMinor: number | null;
  balanceSheetMinor: number | null;
  currency: string;
}

export interface Applicant {
  /** The enterprise's name as compared, to know it again among the firms of its group. */
  nameKey: string;
  isPreStart: boolean;
  tradingPostcode: string | null;
  authorityCode: string | null;
  sicScheme: string;
  sicCodes: readonly string[];
  tradingSince: CalendarDate | null;
  relations: readonly RelationRow[];
  awards: readonly SubsidyAward[];
  declared?: NonNullable<EligibilityFacts['declared']>;
  /** The latest stored assessment of each test. */
  latest: ReadonlyMap<string, StoredTest>;
}

/** What is known about an applicant on a day, from its record and from what was entered test by test. */
export function applicantFacts(
  applicant: Applicant,
  ruleSet: RuleSet,
  on: CalendarDate,
): EligibilityFacts {
  const { latest } = applicant;
  const difficulty = factsOf(latest, 'difficulty');
  const subsidy = factsOf(latest, 'subsidy-headroom');
  const duplication = factsOf(latest, 'duplication');
  const growth = factsOf(latest, 'growth-intent');
  const sector = factsOf(latest, 'excluded-sector');
  const judged = (test: string, judgement: Judged | null | undefined): Judgement | null => {
    const stored = latest.get(test);
    return judgement && stored
      ? { ...judgement, by: stored.decidedBy ?? '', on: stored.decidedOn }
      : null;
  };
  return {
    on,
    isPerson: applicant.isPreStart,
    place: placeFactsOf(applicant),
    size: sizeFacts(applicant, factsOf(latest, 'size'), ruleSet.size.currency),
    ...(applicant.declared ? { declared: applicant.declared } : {}),
    sicCodes: applicant.sicCodes.map((code) => ({ code, scheme: schemeOf(applicant.sicScheme) })),
    remitJudgement: judged('remit', factsOf(latest, 'remit')?.judgement),
    tradingSince: applicant.tradingSince,
    businessSalesPercent: factsOf(latest, 'business-sales')?.percent ?? null,
    sectorCheck: sector
      ? {
          inSector: sector.inSector,
          by: latest.get('excluded-sector')?.decidedBy ?? '',
          on: latest.get('excluded-sector')?.decidedOn ?? on,
        }
      : null,
    difficulty: {
      insolvent: difficulty?.isInsolvent ?? null,
      capitalMinor: difficulty?.capitalMinor ?? null,
      accumulatedLossesMinor: difficulty?.lossesMinor ?? null,
    },
    subsidy: {
      declared: subsidy?.isDeclared ?? false,
      awards: applicant.awards,
      proposed: planned(subsidy),
      rates: subsidy?.rates ?? [],
    },
    duplication: {
      asked: duplication !== null,
      others: duplication?.others ?? [],
      judgement: judged('duplication', duplication?.judgement),
    },
    growth: {
      intention: growth?.intention ?? null,
      judgement: judged('growth-intent', growth?.judgement),
    },
  };
}

type Judged = Pick<Judgement, 'accepted' | 'reason'>;

function placeFactsOf(applicant: Applicant): EligibilityFacts['place'] {
  const stored = applicant.latest.get('area');
  const place = placeOf(applicant.latest);
  const isCurrent = place !== null && place.code === applicant.authorityCode;
  const code = applicant.authorityCode;
  return {
    tradingPostcode: applicant.tradingPostcode,
    authority: code === null ? null : { code, name: isCurrent ? place.name : code },
    confirmation:
      isCurrent && stored
        ? { by: stored.decidedBy ?? '', on: stored.decidedOn, evidence: place.evidence }
        : null,
    registeredAuthority: null,
  };
}

function planned(subsidy: FactsOf<'subsidy-headroom'> | null) {
  if (!subsidy || subsidy.proposedMinor === null) return null;
  return { minor: subsidy.proposedMinor, currency: subsidy.currency };
}

function schemeOf(scheme: string): SicCode['scheme'] {
  return scheme === 'SIC2007' || scheme === 'SIC2003' || scheme === 'SIC2026' ? scheme : 'unknown';
}

function sizeFacts(
  applicant: Applicant,
  entered: FactsOf<'size'> | null,
  currency: string,
): EligibilityFacts['size'] {
  if (!entered) return null;
  const rates: ExchangeRate[] = entered.rate
    ? [{ from: entered.currency, to: currency, ...entered.rate }]
    : [];
  const relations = relationTree(applicant.relations, currency, rates, applicant.nameKey);
  const years = entered.years.map((year) => ({
    yearEnd: year.yearEnd,
    figures: converted(
      { ...year, staffHundredths: annualWorkUnits(year) },
      entered.currency,
      currency,
      rates,
    ),
    staff: year,
    relations,
    estimated: entered.isEstimate,
  }));
  return {
    years,
    ownerChangedInLastYear: entered.hasOwnerChanged,
    relationsDeclared: entered.areRelationsDeclared,
    missingRate:
      entered.rate === null && entered.currency !== currency
        ? `The exchange rate from ${entered.currency} to ${currency}, with its day`
        : null,
  };
}

/**
 * The recorded holdings as the tree that the size rules walk; deeper than six levels is cut. A name that
 * comes twice is one firm, which holds and is held or is reached two ways.
 */
export function relationTree(
  rows: readonly RelationRow[],
  currency: string,
  rates: readonly ExchangeRate[],
  ownKey: string,
  parent: { id: string | null; depth: number } = { id: null, depth: 0 },
): RelatedFirm[] {
  if (parent.depth > 6) return [];
  return rows
    .filter((row) => row.holdsThroughId === parent.id)
    .map((row) => ({
      key: normaliseName(row.name) === ownKey ? '' : normaliseName(row.name),
      name: row.name,
      direction: row.direction,
      holder: row.holder,
      percent: row.percent,
      votes: row.votesPercent,
      control: row.hasControl,
      underAngelLimit: row.isUnderAngelLimit,
      actsJointly: row.actsJointly,
      sameMarket: row.isSameMarket,
      consolidated: row.isConsolidated,
      figures: figuresOf(row, currency, rates),
      relations: relationTree(rows, currency, rates, ownKey, {
        id: row.id,
        depth: parent.depth + 1,
      }),
    }));
}

function figuresOf(row: RelationRow, currency: string, rates: readonly ExchangeRate[]) {
  const { staffHundredths, turnoverMinor, balanceSheetMinor } = row;
  if (staffHundredths === null || turnoverMinor === null || balanceSheetMinor === null) return null;
  return converted(
    { staffHundredths, turnoverMinor, balanceSheetMinor },
    row.currency,
    currency,
    rates,
  );
}

function converted(
  figures: SizeFigures,
  from: string,
  to: string,
  rates: readonly ExchangeRate[],
): SizeFigures | null {
  const turnover = convertMoney({ minor: figures.turnoverMinor, currency: from }, to, rates);
  const balance = convertMoney({ minor: figures.balanceSheetMinor, currency: from }, to, rates);
  if (!turnover || !balance) return null;
  return {
    staffHundredths: figures.staffHundredths,
    turnoverMinor: turnover.money.minor,
    balanceSheetMinor: balance.money.minor,
  };
}
