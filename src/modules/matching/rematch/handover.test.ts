import { expect, test } from 'vitest';
import { handoverDraft } from './handover.ts';

const facts = { mentorName: 'Ada Reed', area: 'Finance', sessions: [], actions: [] };

test('the draft for the next mentor says what was done and what is open', () => {
  const draft = handoverDraft({
    ...facts,
    sessions: [
      { on: '2026-11-10', summary: 'Cash forecast for six months.' },
      { on: '2026-11-17', summary: '' },
    ],
    actions: [{ title: 'Ask the bank', owner: 'enterprise', dueOn: '2026-12-01' }],
  });
  expect(draft).toBe(
    [
      'Ada Reed worked on finance in 2 sessions.',
      '',
      'What was done',
      '- 10 November 2026: Cash forecast for six months.',
      '',
      'What is open',
      '- Ask the bank (enterprise, by 1 December 2026)',
    ].join('\n'),
  );
});

test('of two who never met the draft says so', () => {
  expect(handoverDraft(facts)).toBe('Ada Reed was introduced for finance; the two have not met.');
});

test('the draft fits into the field, however long the summaries are', () => {
  const sessions = Array.from({ length: 9 }, () => ({
    on: '2026-11-10',
    summary: 'x'.repeat(900),
  }));
  expect(handoverDraft({ ...facts, sessions }).length).toBeLessThanOrEqual(4500);
});
