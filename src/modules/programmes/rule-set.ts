import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from '../../kernel/calendar.ts';
import {
  type IndicatorDefinition,
  indicatorProblems,
  indicatorSchema,
  minuteTypes,
} from './indicator.ts';

/** Shown beside every rule set: ours is a starting point, the agreement decides. */
export const sourceLabel = 'Check your funding agreement';

export const sizeBands = ['micro', 'small', 'medium', 'large'] as const;
export type SizeBand = (typeof sizeBands)[number];

export const sizeBandWords: Record<SizeBand, string> = {
  micro: 'micro',
  small: 'small',
  medium: 'medium-sized',
  large: 'large',
};

const calendarDate = z.string().refine(isCalendarDate, 'Enter a real date.');
const currency = z.string().regex(/^[A-Z]{3}$/);
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

const ceilingSchema = z.strictObject({
  band: z.enum(['micro', 'small', 'medium']),
  /** Full-time equivalents must stay below this. */
  staffBelow: z.int().positive(),
  /** Minor units; null means that this figure is no ceiling. */
  turnoverAtMost: z.int().positive().nullable(),
  balanceSheetAtMost: z.int().positive().nullable(),
});

const subsidyRegimeSchema = z.strictObject({
  code: z.string().min(1).max(40),
  label: z.string().min(1).max(200),
  limitMinor: z.int().positive(),
  currency,
  /** `rolling`: any run of years ending on the award; `fiscal`: this financial year and those before. */
  window: z.enum(['rolling', 'fiscal']),
  years: z.int().min(1).max(10),
  financialYearStart: monthDay.default('04-01'),
  /** The group under common control counts as one. */
  singleUndertaking: z.boolean().default(true),
  /** Codes of earlier kinds of aid that use up the same limit. */
  alsoCounts: z.array(z.string().max(40)).max(20).default([]),
  warnAtPercent: z.int().min(1).max(100).default(80),
});

const excludedSectorSchema = z.strictObject({
  key: z.string().max(40),
  label: z.string().max(200),
  /** Leading digits of five-digit SIC 2007 codes. */
  sic: z.array(z.string().regex(/^\d{2,5}$/)).max(50),
});

export const ruleSetSchema = z
  .strictObject({
    code: z.string().regex(/^[a-z0-9-]{1,60}$/),
    name: z.string().min(1).max(200),
    version: z.string().min(1).max(40),
    effectiveFrom: calendarDate,
    sourceLabel: z.string().max(300).default(sourceLabel),
    indicators: z.array(indicatorSchema).min(1).max(100),
    countedMinutes: z.array(z.enum(minuteTypes)).min(1),
    groupRule: z.enum(['once-per-enterprise', 'per-person']),
    /** A new enterprise is younger than this at its first support. */
    newEnterpriseMonths: z.int().positive().max(120),
    /** Weekly hours of one full-time equivalent, in minutes (30 h = 1,800). */
    fteWeeklyMinutes: z.int().positive().max(3600),
    size: z.strictObject({
      source: z.string().max(200),
      currency,
      ceilings: z.array(ceilingSchema).min(1).max(3),
      /** 2003/361/EC article 4(2): a band is gained or lost only after this many years in a row. */
      consecutiveYears: z.int().min(1).max(5).default(2),
    }),
    allowedBands: z.array(z.enum(sizeBands)).min(1),
    subsidy: subsidyRegimeSchema.nullable(),
    /** The difficulty test starts when the firm has traded longer than this. */
    difficultyAfterMonths: z.int().min(0).max(120).nullable(),
    excludedSectors: z.array(excludedSectorSchema).max(50).default([]),
    claims: z.strictObject({
      every: z.enum(['quarter', 'half-year', 'year']),
      yearStart: monthDay.default('01-01'),
    }),
    costs: z.strictObject({
      currency,
      /** Indirect costs as basis points of direct staff costs (1,500 = 15 %); null when not allowed. */
      indirectBasisPoints: z.int().min(0).max(10_000).nullable(),
      annualHours: z.int().positive().max(3000).nullable(),
      claimableWhen: z.enum(['defrayed', 'incurred']),
      vat: z.enum(['irrecoverable-only', 'never', 'always']),
    }),
  })
  .superRefine((set, context) => {
    for (const message of indicatorProblems(set.indicators)) {
      context.addIssue({ code: 'custom', message, path: ['indicators'] });
    }
  });

export type RuleSet = z.output<typeof ruleSetSchema>;
export type RuleSetInput = z.input<typeof ruleSetSchema>;
export type SubsidyRegime = NonNullable<RuleSet['subsidy']>;
export type SizeRules = RuleSet['size'];

/** A rule set taken into use by a programme from a day on; never removed, only followed by a later one. */
export interface RuleSetAdoption {
  ruleSetId: string;
  adoptedFrom: CalendarDate;
  /** Why a later version replaces the one agreed; empty only for the first. */
  reason: string;
}

/** The adoption in force on a day: the last one taken into use by then; null before the first. */
export function ruleSetInForce<A extends Pick<RuleSetAdoption, 'adoptedFrom'>>(
  adoptions: readonly A[],
  date: CalendarDate,
): A | null {
  let found: A | null = null;
  for (const adoption of adoptions) {
    if (adoption.adoptedFrom > date) continue;
    if (found === null || adoption.adoptedFrom >= found.adoptedFrom) found = adoption;
  }
  return found;
}

/** Why a further adoption cannot be made, by field; empty when it can. */
export function adoptionProblems(
  earlier: readonly RuleSetAdoption[],
  next: RuleSetAdoption,
): Record<string, string> {
  const problems: Record<string, string> = {};
  if (earlier.length === 0) return problems;
  if (next.reason.trim() === '') {
    problems['reason'] = 'Say why the programme changes its rules, for example a change request.';
  }
  const last = earlier.reduce((a, b) => (b.adoptedFrom >= a.adoptedFrom ? b : a));
  if (next.adoptedFrom <= last.adoptedFrom) {
    problems['adoptedFrom'] = 'The change must start after the rules now in force.';
  }
  if (next.ruleSetId === last.ruleSetId) {
    problems['ruleSetId'] = 'These rules are already in force.';
  }
  return problems;
}

export function indicatorOf(ruleSet: RuleSet, code: string): IndicatorDefinition | null {
  return ruleSet.indicators.find((indicator) => indicator.code === code) ?? null;
}
