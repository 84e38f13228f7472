import { describe, expect, test } from 'vitest';
import { enterpriseOf, figuresOfAnswers, missingColumns } from './accepted-facts.ts';
import { isAnswered, parseStep } from './answers.ts';
import { applySteps, openStep, stepAfter, stepsOf } from './apply-step.ts';

const today = '2026-11-23';
const trading = { 'your-firm': { isTrading: 'yes', name: 'Quill Ltd', description: 'Pens.' } };
const starting = { 'your-firm': { isTrading: 'no', name: '', description: 'Bread.' } };

describe('the pages of an application', () => {
  test('are nine for a firm, and without numbers and size for somebody who prepares one', () => {
    expect(stepsOf(trading)).toEqual([...applySteps]);
    expect(stepsOf(starting)).not.toContain('size');
    expect(stepAfter('your-firm', starting)).toBe('place');
    expect(openStep({})).toBe('about-you');
  });

  test('refuse what is missing at its field', () => {
    expect(() =>
      parseStep('your-firm', { isTrading: 'yes', description: 'Pens.' }, today),
    ).toThrow();
    expect(isAnswered('your-firm', starting)).toBe(true);
    expect(isAnswered('declarations', { declarations: { isTrue: 'yes' } })).toBe(false);
  });

  test('ask for details only after a yes', () => {
    const size = { staff: '4.5', turnover: '£85,000', isGroup: 'no' };
    expect(parseStep('size', size, today)).toMatchObject({ groupDetail: '', yearEndsOn: '' });
    expect(() => parseStep('size', { ...size, isGroup: 'yes' }, today)).toThrow();
  });
});

test.each([
  ['4,5', '12,50', 450, 1250],
  ['4.5', '£1.2m', 450, 120_000_000],
  ['1,200', '£1,2', 120_000, 120],
  ['6', '412,000', 600, 41_200_000],
])('staff %j and turnover %j are kept as they were meant', (staff, turnover, hundredths, pence) => {
  const size = parseStep('size', { staff, turnover, isGroup: 'no' }, today);
  expect(figuresOfAnswers({ ...trading, size })).toEqual([
    { kind: 'staff', amount: hundredths },
    { kind: 'turnover', amount: pence },
  ]);
  expect(isAnswered('size', { size })).toBe(true);
});

test.each([
  [{ staff: '1,2,3', turnover: '1' }, 'staff'],
  [{ staff: '10-49', turnover: '1' }, 'staff'],
  [{ staff: '1.005', turnover: '1' }, 'staff'],
  [{ staff: '1', turnover: '€500' }, 'turnover'],
  [{ staff: '1', turnover: '1.234' }, 'turnover'],
  [{ staff: '1', turnover: '1', yearEndsOn: '2026-11-24' }, 'yearEndsOn'],
])('%j is refused at its field', (typed, field) => {
  const read = () => parseStep('size', { isGroup: 'no', ...typed }, today);
  expect(read).toThrow(expect.objectContaining({ fields: { [field]: expect.any(String) } }));
});

test('a firm that says it trades did not begin in the future', () => {
  expect(() => parseStep('numbers', { tradingSince: '2027-01-01' }, today)).toThrow();
  expect(parseStep('numbers', { tradingSince: '2026-11-23' }, today)).toMatchObject({
    tradingSince: '2026-11-23',
  });
});

test('figures come in hundredths and pence, and none for somebody without a firm', () => {
  const size = { staff: '4.5', turnover: '£85,000' };
  expect(figuresOfAnswers({ ...trading, size })).toEqual([
    { kind: 'staff', amount: 450 },
    { kind: 'turnover', amount: 8_500_000 },
  ]);
  expect(figuresOfAnswers({ ...starting, size })).toEqual([]);
});

test('a firm on record gets only what it lacks', () => {
  const answers = { ...trading, place: { address: '1 Mill Lane', postcode: 'CV4 7AL' } };
  const stored = {
    is_pre_start: false,
    name: 'Quill',
    trading_address: 'Elsewhere',
    sic_codes: [],
  };
  expect(missingColumns(stored, enterpriseOf(answers, 'Rosa Quill'))).toMatchObject({
    trading_postcode: 'CV4 7AL',
    postcode_key: 'CV47AL',
  });
  expect(missingColumns(stored, enterpriseOf(answers, 'Rosa Quill'))).not.toHaveProperty('name');
});

test('days and telephone numbers are read as people write them', () => {
  expect(parseStep('numbers', { tradingSince: '1/6/2021' }, today)).toMatchObject({
    tradingSince: '2021-06-01',
  });
  expect(
    parseStep('about-you', { name: 'Rosa', phone: 'Tel: 024 7600 0000' }, today),
  ).toMatchObject({
    phone: '024 7600 0000',
  });
  expect(() => parseStep('about-you', { name: 'Rosa', phone: 'ask Ann' }, today)).toThrow();
  expect(() => parseStep('numbers', { tradingSince: '31/02/2021' }, today)).toThrow();
});
