import { expect, test } from 'vitest';
import { hashInput } from './input-hash.ts';

const ctx = { orgId: 'one', app: { secret: 'a-secret-for-tests-that-is-long-enough' } };
const hash = (input: unknown) => hashInput(ctx, input);

test('the same input gives the same hash, in whatever order its fields stand', () => {
  expect(hash({ a: 1, b: ['x', null] })).toBe(hash({ b: ['x', null], a: 1, c: undefined }));
  expect(hash({ bytes: new Uint8Array([1, 2]) })).toBe(hash({ bytes: new Uint8Array([1, 2]) }));
});

test('other input gives another one, however alike it reads', () => {
  const inputs = [
    { a: '1' },
    { a: 1 },
    { a: ['1'] },
    { a: '1', b: '' },
    { a: 'null' },
    { a: null },
    { 'a"': '1' },
    ['a', '1'],
    ['a1'],
    { a: new Uint8Array([49]) },
  ];
  expect(new Set(inputs.map(hash)).size).toBe(inputs.length);
});

test('another organisation or secret gives another one', () => {
  expect(hashInput({ ...ctx, orgId: 'two' }, 'a')).not.toBe(hash('a'));
  expect(hashInput({ ...ctx, app: { secret: 'another' } }, 'a')).not.toBe(hash('a'));
});
