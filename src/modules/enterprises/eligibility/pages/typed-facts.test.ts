import { expect, test } from 'vitest';
import type { Applicant } from '../applicant-facts.ts';
import type { StoredTest } from '../stored-facts.ts';
import { type KnownFigures, typedFacts } from './typed-facts.ts';

const applicant = (latest: readonly StoredTest[]) =>
  ({ latest: new Map(latest.map((one) => [one.test, one])) }) as unknown as Applicant;

const figure = (amount: number, currency: string | null, yearEndsOn = '2026-03-31') => ({
  amount,
  currency,
  yearEndsOn,
  recordedAt: '2026-11-24T10:00:00.000Z',
});

const known = (entries: [string, ReturnType<typeof figure>][]): KnownFigures => ({
  latest: new Map(entries),
  currency: 'GBP',
  zone: 'Europe/London',
});

test('the size form begins with what the firm has declared', () => {
  const figures = known([
    ['staff', figure(450, null)],
    ['turnover', figure(8_500_000, 'GBP')],
    ['balance-sheet', figure(100, 'EUR')],
  ]);
  expect(typedFacts('size', applicant([]), [], figures)).toEqual({
    lastYearEnd: '2026-03-31',
    lastStaff: '4.5',
    lastTurnover: '85000',
  });
});

test('a figure without an accounting year is not given one', () => {
  const figures = known([['staff', figure(450, null, '2026-11-24')]]);
  expect(typedFacts('size', applicant([]), [], figures)).toEqual({ lastStaff: '4.5' });
});

test('what an adviser has entered stands', () => {
  const stored = {
    test: 'size',
    result: 'met',
    because: '',
    evidence: '',
    facts: {
      years: [
        {
          yearEnd: '2025-03-31',
          staffHundredths: 200,
          turnoverMinor: 100,
          balanceSheetMinor: 100,
        },
      ],
      currency: 'GBP',
      rate: { perMillion: 1_150_000, on: '2026-11-02' },
      isEstimate: false,
      hasOwnerChanged: false,
      areRelationsDeclared: true,
    },
    decidedBy: 'ann',
    decidedOn: '2026-11-24',
  };
  const figures = known([['staff', figure(450, null)]]);
  expect(typedFacts('size', applicant([stored]), [], figures)).toMatchObject({ lastStaff: '2' });
  expect(typedFacts('subsidy-headroom', applicant([stored]), [], figures)).toMatchObject({
    rate: '1.15',
    rateOn: '2026-11-02',
  });
});
