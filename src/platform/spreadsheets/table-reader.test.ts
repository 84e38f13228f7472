import { expect, test } from 'vitest';
import { makePackage } from '../../../test/factories/workbook.ts';
import { readTable } from './read-table.ts';
import { createTableReader } from './table-reader.ts';
import { writeCsv } from './write-csv.ts';

const reader = createTableReader();
const bytesOf = (text: string) => new TextEncoder().encode(text);

test('the thread reads what reading here reads, in order, however many rows', async () => {
  const rows = Array.from({ length: 3500 }, (_, n) => [`Firm ${n}`, 'CV1 2AB']);
  const bytes = writeCsv(['Name', 'Postcode'], rows);
  const there = await reader.read(bytes, 'firms.csv');
  expect(there).toEqual(readTable(bytes, 'firms.csv'));
  expect(there.ok && there.value.rows).toHaveLength(3500);
  expect(await reader.read(bytesOf(''), 'a.csv')).toMatchObject({ ok: false, reason: 'empty' });
  expect(await reader.sheets(bytes, 'firms.csv')).toEqual({ ok: true, value: [] });
});

/** No two alike and not packed too well, as in a real workbook. */
function longText(_: unknown, at: number): string {
  return `<si><t>${(at * 7919).toString(36).repeat(9)}${'x'.repeat(900)}</t></si>`;
}

/** Lists that would take seconds of the thread that answers pages. */
const bombs: [string, () => Uint8Array, RegExp][] = [
  [
    'shared texts of 100 MB',
    () =>
      makePackage({
        'xl/sharedStrings.xml': `<sst>${Array.from({ length: 100_000 }, longText).join('')}</sst>`,
      }),
    /too much/,
  ],
  ['a row of 20 million empty cells', () => bytesOf(`Name\nA${','.repeat(20_000_000)}\n`), /^$/],
  ['a row of a million cells', () => bytesOf(`Name\n${'a,'.repeat(1_000_000)}\n`), /500 columns/],
];

test.each(bombs)(
  'while %s is read other work goes on',
  async (_, make, words) => {
    const bytes = make();
    let turns = 0;
    let isOver = false;
    const turn = () => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    const read = await reader.read(bytes, 'bomb');
    isOver = true;
    expect(read.ok ? '' : read.message).toMatch(words);
    expect(turns).toBeGreaterThan(100);
  },
  60_000,
);

test('a file that needs more memory or time than a reading has is refused in words', async () => {
  const many = bytesOf(`Name,A,B\n${'a,b,c\n'.repeat(90_000)}`);
  const small = createTableReader({ megabytes: 12 });
  expect(await small.read(many, 'a.csv')).toMatchObject({
    ok: false,
    message: expect.stringContaining('memory'),
  });
  const hasty = createTableReader({ seconds: 0 });
  expect(await hasty.read(many, 'a.csv')).toMatchObject({
    ok: false,
    message: expect.stringContaining('too long'),
  });
});

test('readings wait for each other, and too many at once are sent away', async () => {
  const bytes = bytesOf('Name\nA\n');
  const narrow = createTableReader({ atATime: 1, waiting: 1 });
  const answers = await Promise.all([1, 2, 3].map(() => narrow.read(bytes, 'a.csv')));
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, false]);
});
