import { expect, test } from 'vitest';
import { isId, newId } from './ids.ts';

test('identifiers sort by the time they were made and never meet', () => {
  const early = newId(1_700_000_000_000);
  const late = newId(1_700_000_000_001);
  expect(early < late).toBe(true);
  expect(early.slice(0, 13)).toBe('018bcfe5-6800');
  expect(early[14]).toBe('7');
  const many = Array.from({ length: 5000 }, () => newId(1_700_000_000_000));
  expect(new Set(many).size).toBe(5000);
  expect(many.every(isId)).toBe(true);
});

test('anything else is no identifier', () => {
  for (const text of ['', newId().toUpperCase(), `${newId()}x`, `'; drop table person; --`]) {
    expect(isId(text), text).toBe(false);
  }
});
