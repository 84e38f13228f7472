import { expect, test } from 'vitest';
import { slotsOf } from './slots.ts';

test('a part of the day counts when an hour of it is free', () => {
  expect(slotsOf([{ weekday: 1, from: '09:00', to: '12:30' }])).toBe(0b1);
  expect(slotsOf([{ weekday: 2, from: '11:00', to: '18:00' }])).toBe(0b111_000);
});

test('nothing recorded is not the same as no time', () => {
  expect(slotsOf([])).toBeNull();
  expect(slotsOf([{ weekday: 7, from: '09:00', to: '09:30' }])).toBe(0);
});
