import { expect, test } from 'vitest';
import { addDays } from '../../../kernel/calendar.ts';
import { rhythmOf, silenceOf } from './rhythm.ts';

const every = (days: number, times = 4) =>
  Array.from({ length: times }, (_, at) => addDays('2026-06-01', at * days));

test('the rhythm of a pair is the middle gap between its own meetings', () => {
  expect(rhythmOf(every(14))).toBe(14);
  expect(rhythmOf(['2026-06-01', '2026-06-15', '2026-06-29', '2026-09-07'])).toBe(14);
  expect(rhythmOf([...every(14)].toReversed())).toBe(14);
});

test('a pair with fewer than three meetings is expected to meet every four weeks', () => {
  expect(rhythmOf([])).toBe(28);
  expect(rhythmOf(every(3, 2))).toBe(28);
  expect(rhythmOf(['2026-06-01', '2026-06-01', '2026-06-01'])).toBe(28);
});

test('a rhythm is at least a week and at most two months', () => {
  expect(rhythmOf(every(2))).toBe(7);
  expect(rhythmOf(every(90))).toBe(60);
});

test('a pair is silent on the day after twice its rhythm, not on the day itself', () => {
  const pair = { introducedOn: '2026-05-20', metOn: every(14), nextOn: null };
  const last = '2026-07-13';
  expect(silenceOf(pair, addDays(last, 27))).toBeNull();
  expect(silenceOf(pair, addDays(last, 28))).toBeNull();
  expect(silenceOf(pair, addDays(last, 29))).toEqual({ rhythm: 14, since: last, days: 29 });
});

test('two who have never met are counted from their introduction', () => {
  const pair = { introducedOn: '2026-06-01', metOn: [], nextOn: null };
  expect(silenceOf(pair, addDays('2026-06-01', 56))).toBeNull();
  expect(silenceOf(pair, addDays('2026-06-01', 57))).toMatchObject({ since: '2026-06-01' });
});

test('two with a meeting ahead are not silent, and are again when it has passed unheld', () => {
  const pair = { introducedOn: '2026-05-20', metOn: every(14), nextOn: '2026-11-24' };
  expect(silenceOf(pair, '2026-11-24')).toBeNull();
  expect(silenceOf(pair, '2026-11-25')).toMatchObject({ rhythm: 14 });
});
