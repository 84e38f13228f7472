import { expect, test } from 'vitest';
import { contactOfForm } from './contact-form.ts';

const zone = 'Europe/London';

test('a contact without a day was just now, and one without a time was at noon there', () => {
  expect(contactOfForm({ kind: 'call' }, zone).happenedAt).toBeUndefined();
  expect(contactOfForm({ kind: 'call', date: '2026-07-01' }, zone).happenedAt).toBe(
    '2026-07-01T11:00:00.000Z',
  );
});

test('an unanswered question about the issue is no answer', () => {
  expect(contactOfForm({ kind: 'call' }, zone).hasIssueChanged).toBeNull();
  expect(contactOfForm({ kind: 'call', hasIssueChanged: 'no' }, zone).hasIssueChanged).toBe(false);
});

test('what was typed below "yes" is dropped when the answer is "no"', () => {
  const form = { kind: 'call', hasIssueChanged: 'no', changedIssue: 'People' };
  expect(contactOfForm(form, zone).changedIssue).toBe('');
});

test('refuses days and times that do not exist', () => {
  for (const wrong of [
    { date: '2026-02-30' },
    { date: '2026-02-03', time: 'noon' },
    { date: '2026-02-03', time: '25:61' },
  ]) {
    expect(() => contactOfForm(wrong, zone)).toThrow('Check what you entered.');
  }
});
