import { z } from 'zod';
import { addDays, addMonths, type CalendarDate } from '../../../kernel/calendar.ts';
import { calendarDate, line, prose, requiredLine, requiredProse } from '../inputs.ts';

const money = z.int().min(-1_000_000_000_000_00).max(1_000_000_000_000_00);
const currency = z.string().regex(/^[A-Z]{3}$/);

/** A recorded exchange rate: units of the funder's currency for a million units of the firm's. */
const rateSchema = z.strictObject({
  perMillion: z.int().min(1, 'Enter the rate.').max(1_000_000_000),
  on: calendarDate,
});

const yearSchema = z.strictObject({
  yearEnd: calendarDate,
  staffHundredths: z.int().min(0).max(100_000_00),
  /** Of these: apprentices and students in vocational training, and time on maternity or parental leave. */
  apprenticeHundredths: z.int().min(0).max(100_000_00).default(0),
  leaveHundredths: z.int().min(0).max(100_000_00).default(0),
  turnoverMinor: money.min(0),
  balanceSheetMinor: money.min(0),
});

const judgementSchema = z.strictObject({
  accepted: z.boolean(),
  reason: requiredProse(1000, 'Say why the test is answered so.'),
});

const otherHelp = z.strictObject({
  programme: requiredLine(200, 'Name the programme or agency.'),
  sameSupport: z.boolean().nullable(),
});

/** What a person enters for one test. `test` names it; size band has no facts of its own. */
export const enteredFacts = z.discriminatedUnion('test', [
  z.strictObject({
    test: z.literal('size'),
    /** Oldest first, one or two closed years. */
    years: z.array(yearSchema).min(1).max(3),
    currency,
    rate: rateSchema.nullable(),
    isEstimate: z.boolean(),
    hasOwnerChanged: z.boolean(),
    areRelationsDeclared: z.boolean(),
  }),
  z.strictObject({ test: z.literal('remit'), judgement: judgementSchema.nullable() }),
  z.strictObject({ test: z.literal('trading-age'), tradingSince: calendarDate.nullable() }),
  z.strictObject({
    test: z.literal('business-sales'),
    percent: z
      .int('Enter a whole number.')
      .min(0, 'Enter 0 to 100.')
      .max(100, 'Enter 0 to 100.')
      .nullable(),
  }),
  z.strictObject({
    test: z.literal('excluded-sector'),
    /** Null: looked at and in none of them. */
    inSector: line(40).nullable(),
  }),
  z.strictObject({
    test: z.literal('difficulty'),
    isInsolvent: z.boolean().nullable(),
    capitalMinor: money.min(0).nullable(),
    lossesMinor: money.min(0).nullable(),
  }),
  z.strictObject({
    test: z.literal('subsidy-headroom'),
    isDeclared: z.boolean(),
    proposedMinor: money.min(0).nullable(),
    currency,
    rates: z
      .array(rateSchema.extend({ from: currency, to: currency }))
      .max(5)
      .default([]),
  }),
  z.strictObject({
    test: z.literal('duplication'),
    others: z.array(otherHelp).max(20),
    judgement: judgementSchema.nullable(),
  }),
  z.strictObject({
    test: z.literal('growth-intent'),
    intention: prose(2000),
    judgement: judgementSchema.nullable(),
  }),
]);

/**
 * What is wrong with the accounting years of a size, by field: figures count from the day on which the
 * accounts are closed (2003/361/EC article 4(1)), and two years in a row follow each other (4(2)).
 */
export function yearProblems(
  facts: { years: readonly { yearEnd: CalendarDate }[]; isEstimate: boolean },
  today: CalendarDate,
): Record<string, string> | null {
  const [last, earlier] = facts.years.map(({ yearEnd }) => yearEnd).toReversed();
  if (last !== undefined && last > today && !facts.isEstimate) {
    return {
      lastYearEnd:
        'The last closed year must have ended. For a new firm without closed accounts tick that these are estimates.',
    };
  }
  if (last === undefined || earlier === undefined) return null;
  if (earlier >= last) return { earlierYearEnd: 'The year before must end before the last one.' };
  if (addMonths(addDays(earlier, 1), longestYear) <= last) {
    return { earlierYearEnd: 'The year before must be the one directly before the last one.' };
  }
  return null;
}

/** The longest accounting period that company law allows, in months. */
const longestYear = 18;

export type EnteredFacts = z.output<typeof enteredFacts>;
export type TestWithFacts = EnteredFacts['test'];

/** The facts of one test as kept in its row. */
export type FactsOf<T extends TestWithFacts> = Omit<Extract<EnteredFacts, { test: T }>, 'test'>;

/** What the confirmation of the place keeps beside the enterprise's authority code. */
export const placeFacts = z.strictObject({
  code: line(20),
  name: line(200),
  evidence: requiredLine(500, 'Say how you know, for example: visit on 3 March, lease seen.'),
});

export type PlaceFacts = z.output<typeof placeFacts>;

/** One assessment as stored; the latest of each test is in force. */
export interface StoredTest {
  test: string;
  result: string;
  because: string;
  evidence: string;
  facts: Record<string, unknown>;
  decidedBy: string | null;
  /** The day, in the programme's zone. */
  decidedOn: string;
}

/** The stored facts of a test, or null when it has not been looked at. */
export function factsOf<T extends TestWithFacts>(
  latest: ReadonlyMap<string, StoredTest>,
  test: T,
): FactsOf<T> | null {
  const stored = latest.get(test);
  if (!stored || Object.keys(stored.facts).length === 0) return null;
  const parsed = enteredFacts.safeParse({ ...stored.facts, test });
  return parsed.success ? (parsed.data as unknown as FactsOf<T>) : null;
}

/** The confirmed place as stored, or null. */
export function placeOf(latest: ReadonlyMap<string, StoredTest>): PlaceFacts | null {
  const parsed = placeFacts.safeParse(latest.get('area')?.facts);
  return parsed.success ? parsed.data : null;
}
