import { describe, expect, test } from 'vitest';
import { annualWorkUnits } from '../size.ts';
import { yearProblems } from './stored-facts.ts';

describe('articles 4 and 5 of 2003/361/EC', () => {
  const facts = (years: string[], isEstimate = false) => ({
    years: years.map((yearEnd) => ({ yearEnd })),
    isEstimate,
  });

  test('4(1) figures count from the day on which the accounts are closed', () => {
    expect(yearProblems(facts(['2026-11-24']), '2026-11-24')).toBeNull();
    expect(yearProblems(facts(['2026-11-25']), '2026-11-24')).toHaveProperty('lastYearEnd');
  });

  test('4(2) two periods are in a row when one follows the other', () => {
    expect(yearProblems(facts(['2025-03-31', '2026-03-31']), '2026-11-24')).toBeNull();
    expect(yearProblems(facts(['2024-09-30', '2026-03-31']), '2026-11-24')).toBeNull();
    expect(yearProblems(facts(['2024-03-31', '2026-03-31']), '2026-11-24')).not.toBeNull();
    expect(yearProblems(facts(['2026-03-31', '2026-03-31']), '2026-11-24')).not.toBeNull();
  });

  test('4(3) a new firm estimates in good faith in the course of its year', () => {
    expect(yearProblems(facts(['2027-03-31'], true), '2026-11-24')).toBeNull();
  });

  test.each([
    ['employees, working owners and partners', [1250, 0, 0], 1250],
    ['without apprentices and students in vocational training', [1250, 200, 0], 1050],
    ['without maternity or parental leave', [1250, 0, 50], 1200],
    ['without both', [1250, 200, 50], 1000],
  ] as const)('5 staff are %s', (_sentence, [staff, apprentices, leave], units) => {
    const count = {
      staffHundredths: staff,
      apprenticeHundredths: apprentices,
      leaveHundredths: leave,
    };
    expect(annualWorkUnits(count)).toBe(units);
  });
});
