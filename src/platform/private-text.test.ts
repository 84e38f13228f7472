import { expect, test } from 'vitest';
import { openText, sealText } from './private-text.ts';

const ctx = { orgId: 'one', app: { secret: 'a'.repeat(32) } };
const place = ['private_note', 'body', 'row-1'] as const;
const text = 'She may sell the firm. Naïve £ ☂';

test('opens what it sealed', () => {
  expect(openText(ctx, place, sealText(ctx, place, text))).toBe(text);
  expect(openText(ctx, place, sealText(ctx, place, ''))).toBe('');
});

test('shows nothing of the text, and never the same twice', () => {
  const sealed = sealText(ctx, place, text);
  expect(sealed).not.toContain('sell');
  expect(sealText(ctx, place, text)).not.toBe(sealed);
});

test.each([
  ['another row', ctx, ['private_note', 'body', 'row-2']],
  ['another column', ctx, ['private_note', 'title', 'row-1']],
  ['another organisation', { ...ctx, orgId: 'two' }, place],
  ['another secret', { ...ctx, app: { secret: 'b'.repeat(32) } }, place],
] as const)('does not open in %s', (_where, holder, elsewhere) => {
  const sealed = sealText(ctx, place, text);
  expect(() => openText(holder, elsewhere, sealed)).toThrow('cannot be opened');
});

test('does not open when a byte was changed', () => {
  const sealed = sealText(ctx, place, text);
  const at = sealed.length - 30;
  const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
  expect(() => openText(ctx, place, changed)).toThrow('cannot be opened');
  expect(() => openText(ctx, place, 'plain words')).toThrow('cannot be opened');
});
