import { expect, test } from 'vitest';
import { type HistoryEntry, historyLines } from './history.ts';

const entry = (seq: number, action: string, changes: HistoryEntry['changes']): HistoryEntry => ({
  ...{ seq, action, changes, at: '2026-11-24T10:00:00.000Z', by: 'Gwen', reason: 'Agreed' },
});

test('a re-profile tells each figure that was and is, against the profile before it', () => {
  const lines = historyLines([
    entry(4, 'set-targets', {
      targets: [
        ['C8', '2026-Q4', 5],
        ['C8', '2027-Q1', 6.5],
      ],
    }),
    entry(3, 'set-mentoring', { mentoringModel: 'board' }),
    entry(2, 'set-targets', {
      targets: [
        ['C1', '2026-Q4', 3],
        ['C8', '2026-Q4', 4],
        ['C8', '2027-Q1', 6.5],
      ],
    }),
  ]);
  expect(lines.map(({ changes }) => changes)).toEqual([
    ['C1 2026 Q4: 3 → 0', 'C8 2026 Q4: 4 → 5'],
    [],
    [],
  ]);
  expect(lines[0]).toMatchObject({ what: 'Targets', by: 'Gwen', reason: 'Agreed' });
});

test('days and states are told before and after, and what did not change is not', () => {
  const [line] = historyLines([
    entry(1, 'set-programme-dates', {
      startsOn: ['2025-04-01', '2025-04-01'],
      endsOn: ['2028-03-31', '2028-06-30'],
    }),
  ]);
  expect(line?.changes).toEqual(['last day: 31 March 2028 → 30 June 2028']);
  const [paused] = historyLines([
    entry(1, 'set-applications', { applications: ['open', 'paused'] }),
  ]);
  expect(paused?.changes).toEqual(['applications: open → paused']);
});
