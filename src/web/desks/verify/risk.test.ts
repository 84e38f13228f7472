import { describe, expect, test } from 'vitest';
import { inOrderOfRisk, risksOf, waitedDays } from './risk.ts';
import type { Waiting } from './verify-reads.ts';

const facts = { zone: 'Europe/London', targets: new Map([['C8', 45.5]]) };
const output: Waiting = {
  kind: 'output',
  id: 'a',
  enrolmentId: 'n',
  enterprise: 'Alder Bearings',
  since: '2026-11-20T10:00:00.000Z',
  askedById: 'p',
  askedBy: 'Grace',
  what: 'C8',
  amount: 1,
  before: null,
  achievedOn: '2026-11-02',
  hasWords: true,
  hasDocument: false,
};

describe('what makes an item risky', () => {
  test.each([
    ['words that prove it', {}, []],
    ['nothing that proves it', { hasWords: false }, ['nothing proves it yet']],
    ['a document alone', { hasWords: false, hasDocument: true }, []],
    ['a tenth of the target', { amount: 4.55 }, ['a tenth of the target or more']],
    ['a little less', { amount: 4.54 }, []],
    ['an indicator without a target', { what: 'C1', amount: 100 }, []],
    ['91 days', { achievedOn: '2026-08-21' }, ['recorded more than 90 days after']],
    ['90 days', { achievedOn: '2026-08-22' }, []],
  ] as const)('an output with %s', (_, more, risks) => {
    expect(risksOf({ ...output, ...more }, facts)).toEqual(risks);
  });

  test('a correction by a factor of ten stands before a small one', () => {
    const correction = { ...output, kind: 'correction', what: 'turnover' } as const;
    const large = { ...correction, before: 480_000_000, amount: 48_000_000 };
    const small = { ...correction, before: 48_000_000, amount: 47_000_000 };
    expect(risksOf(large, facts)).toHaveLength(2);
    expect(risksOf(small, facts)).toHaveLength(1);
    expect(risksOf({ ...correction, before: 0, amount: 5 }, facts)).toHaveLength(2);
  });
});

test('the riskiest come first, and of equals the oldest', () => {
  const at = (id: string, since: string, ...risks: string[]) => ({ id, since, risks });
  const order = inOrderOfRisk([
    at('new', '2026-11-20T10:00:00.000Z'),
    at('old', '2026-09-01T10:00:00.000Z'),
    at('risky', '2026-11-23T10:00:00.000Z', 'x'),
  ]);
  expect(order.map(({ id }) => id)).toEqual(['risky', 'old', 'new']);
});

test('days of waiting are days of the programme', () => {
  expect(waitedDays('2026-11-23T23:30:00.000Z', '2026-11-24', 'Europe/Berlin')).toBe(0);
  expect(waitedDays('2026-11-23T22:30:00.000Z', '2026-11-24', 'Europe/Berlin')).toBe(1);
});
