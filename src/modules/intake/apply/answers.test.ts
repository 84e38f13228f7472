import { describe, expect, test } from 'vitest';
import { enterpriseOf, figuresOfAnswers, missingColumns } from './accepted-facts.ts';
import { isAnswered, parseStep } from './answers.ts';
import { applySteps, openStep, stepAfter, stepsOf } from './apply-step.ts';

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
    expect(() => parseStep('your-firm', { isTrading: 'yes', description: 'Pens.' })).toThrow();
    expect(isAnswered('your-firm', starting)).toBe(true);
    expect(isAnswered('declarations', { declarations: { isTrue: 'yes' } })).toBe(false);
  });

  test('ask for details only after a yes', () => {
    const size = { staff: '4.5', turnover: '£85,000', isGroup: 'no' };
    expect(parseStep('size', size)).toMatchObject({ groupDetail: '', yearEndsOn: '' });
    expect(() => parseStep('size', { ...size, isGroup: 'yes' })).toThrow();
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
