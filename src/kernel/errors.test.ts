import { expect, test } from 'vitest';
import { AppError, conflict, invalid, limit, notFound, precondition, shown } from './errors.ts';
import { fail, ok } from './result.ts';

test('not allowed and not there are told in the same words', () => {
  expect(notFound('offer').message).toBe('This offer does not exist, or you cannot see it.');
  expect(notFound().code).toBe('not-found');
});

test('every expected error says what it is, and carries what a page needs', () => {
  const field = { name: 'Enter the name.' };
  expect(invalid(field)).toMatchObject({ code: 'invalid', fields: field });
  expect(conflict('Changed.', shown({ version: 2, notes: 'Private' }, 'version'))).toMatchObject({
    code: 'conflict',
    details: { version: 2 },
  });
  expect(precondition('Closed.')).toMatchObject({ code: 'precondition', message: 'Closed.' });
  expect(limit('Wait.')).toBeInstanceOf(AppError);
});

test('of a stored record only named fields are ever shown', () => {
  const row = { name: 'Ann', access_needs: 'Ramp' };
  expect(shown(row, 'name')).toEqual({ name: 'Ann' });
  expect(conflict('Changed.', shown(row)).details).toEqual({});
});

test('an outcome is a value or a reason', () => {
  expect(ok(3)).toEqual({ ok: true, value: 3 });
  expect(fail('full', 'No place is left.')).toMatchObject({ ok: false, reason: 'full' });
});
