import { expect, test } from 'vitest';
import { expectedAgain, pauseDueOn } from './pause.ts';
import { signpostLine } from './signpost.ts';

test('a day that is over is not told as a promise', () => {
  expect(expectedAgain('2026-12-01', '2026-11-30')).toBe(
    'It expects to take them again from 1 December 2026.',
  );
  expect(expectedAgain('2026-12-01', '2026-12-01')).toMatch(/^It expects/);
  expect(expectedAgain('2026-12-01', '2026-12-02')).toBe(
    'It was expected to take them again from 1 December 2026. A new day is not known yet.',
  );
  expect(expectedAgain(null, '2026-12-02')).toBeNull();
});

test('from its day on a pause asks to be ended or given another day, while it lasts', () => {
  const pause = { state: 'open', applications_open: false, pause_until: '2026-12-01' };
  expect(pauseDueOn(pause, '2026-11-30')).toBeNull();
  expect(pauseDueOn(pause, '2026-12-01')).toBe('2026-12-01');
  expect(pauseDueOn(pause, '2027-01-05')).toBe('2026-12-01');
  expect(pauseDueOn({ ...pause, pause_until: null }, '2027-01-05')).toBeNull();
  expect(pauseDueOn({ ...pause, applications_open: true }, '2027-01-05')).toBeNull();
  expect(pauseDueOn({ ...pause, state: 'closing' }, '2027-01-05')).toBeNull();
});

test('of another organisation only the name has to be there', () => {
  const place = { name: 'Growth Hub', about: '', address: '' };
  expect(signpostLine(place)).toBe('Growth Hub');
  expect(signpostLine({ ...place, address: '01432 1' })).toBe('Growth Hub, 01432 1');
  expect(signpostLine({ ...place, about: 'start-ups', address: '01432 1' })).toBe(
    'Growth Hub, start-ups, 01432 1',
  );
});
