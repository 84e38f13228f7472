import { expect, test } from 'vitest';
import { changedLines, type ShownSetting } from './setting-change.ts';

const shown = (key: string, text: string, more: Partial<ShownSetting> = {}): ShownSetting => ({
  ...{ key, field: key, text },
  ...more,
});

test('tells what differs before and after, what came and what went, and nothing else', () => {
  expect(
    changedLines(
      [shown('name', 'Grow'), shown('about', ''), shown('funder-a', 'Shire'), shown('kept', 'x')],
      [shown('name', 'Grow on'), shown('about', ''), shown('kept', 'x'), shown('funder-b', 'City')],
    ),
  ).toEqual([
    { field: 'name', before: 'Grow', after: 'Grow on' },
    { field: 'funder-b', before: '', after: 'City' },
    { field: 'funder-a', before: 'Shire', after: '' },
  ]);
});

test('a setting whose words alone changed did not change', () => {
  const before = [shown('C8', '10', { is: 1000 })];
  expect(changedLines(before, [shown('C8', '10 FTE', { is: 1000 })])).toEqual([]);
  expect(changedLines(before, [shown('C8', '11 FTE', { is: 1100 })])).toEqual([
    { field: 'C8', before: '10', after: '11 FTE' },
  ]);
});
