import { expect, test } from 'vitest';
import { answerBy, closedOfferWords, nudgeAt } from './offer.ts';

test('an answer is due at 17:00 after working days, over weekends and bank holidays', () => {
  expect(answerBy('2026-11-24T10:00:00.000Z', 5, 'Europe/London')).toBe('2026-12-01T17:00:00.000Z');
  expect(answerBy('2026-12-24T10:00:00.000Z', 1, 'Europe/London')).toBe('2026-12-29T17:00:00.000Z');
  expect(answerBy('2026-06-01T10:00:00.000Z', 1, 'Europe/London')).toBe('2026-06-02T16:00:00.000Z');
});

test('the reminder goes on the last working day before', () => {
  const offered = '2026-11-24T10:00:00.000Z';
  expect(nudgeAt(offered, '2026-11-30T17:00:00.000Z', 'Europe/London')).toBe(
    '2026-11-27T09:00:00.000Z',
  );
});

test('nobody is reminded on the day the offer was made', () => {
  expect(
    nudgeAt('2026-11-24T08:00:00.000Z', '2026-11-25T17:00:00.000Z', 'Europe/London'),
  ).toBeNull();
});

test('what has become of an offer is said to the mentor as “you”, and to staff about the mentor', () => {
  for (const state of ['accepted', 'declined', 'expired', 'withdrawn']) {
    expect(closedOfferWords(state, { isForMentor: true })).not.toMatch(/mentor|already|offer/i);
    expect(closedOfferWords(state, { isForMentor: false })).not.toMatch(/\byou\b/i);
  }
});
