import { expect, test } from 'vitest';
import { isAside } from './aside.ts';

const row = { cause: 'missed on 3 November' };

test('a row that was put off comes back on its day, not the day before', () => {
  const aside = { ...row, until: '2026-11-10' };
  expect(isAside(row, aside, '2026-11-09')).toBe(true);
  expect(isAside(row, aside, '2026-11-10')).toBe(false);
  expect(isAside(row, aside, '2026-11-11')).toBe(false);
});

test('a row that is kept stays out of sight until something new happens', () => {
  const aside = { ...row, until: null };
  expect(isAside(row, aside, '2027-11-10')).toBe(true);
  expect(isAside({ cause: 'missed on 17 November' }, aside, '2026-11-18')).toBe(false);
});

test('something new brings back a row that was put off, too', () => {
  const aside = { ...row, until: '2026-12-24' };
  expect(isAside({ cause: 'missed on 17 November' }, aside, '2026-11-18')).toBe(false);
});

test('a row that nobody put aside is in sight', () => {
  expect(isAside(row, undefined, '2026-11-18')).toBe(false);
});
