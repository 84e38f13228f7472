import { expect, test } from 'vitest';
import { addDays } from '../../kernel/calendar.ts';
import { intervalAtRisk, type Risks } from './risk.ts';

const calm: Risks = { missedOn: null, refusedOn: null, endedOn: null, silentSince: null };
const day = '2026-11-02';
const daysFor = (risks: Partial<Risks>, on = day, cadence = 14) =>
  intervalAtRisk(cadence, { ...calm, ...risks }, on);

test('a calm firm keeps its interval', () => {
  expect(daysFor({})).toEqual({ days: 14, because: '' });
});

test('a miss, a no, an ended match and silence halve the interval, each with its reason', () => {
  expect(daysFor({ missedOn: day })).toEqual({
    days: 7,
    because: 'an appointment was missed on 2 November 2026',
  });
  expect(daysFor({ refusedOn: day }).because).toBe('somebody said no on 2 November 2026');
  expect(daysFor({ endedOn: day }).because).toBe('a match ended on 2 November 2026');
  expect(daysFor({ silentSince: '2026-09-01' })).toEqual({
    days: 7,
    because: 'there was no contact from 1 September 2026',
  });
});

test('what went wrong counts for four weeks, and not on the day after', () => {
  expect(daysFor({ missedOn: day }, addDays(day, 27)).days).toBe(7);
  expect(daysFor({ missedOn: day }, addDays(day, 28)).days).toBe(7);
  expect(daysFor({ missedOn: day }, addDays(day, 29)).days).toBe(14);
  expect(daysFor({ missedOn: day }, addDays(day, -1)).days).toBe(14);
});

test('nobody is rung more often than every five days because of a risk, nor less often than usual', () => {
  expect(daysFor({ missedOn: day }, day, 9).days).toBe(5);
  expect(daysFor({ missedOn: day }, day, 6).days).toBe(5);
  expect(daysFor({ missedOn: day }, day, 5)).toEqual({ days: 5, because: '' });
  expect(daysFor({ missedOn: day }, day, 2)).toEqual({ days: 2, because: '' });
});
