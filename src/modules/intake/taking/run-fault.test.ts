import { expect, test } from 'vitest';
import { eachRow, isDataFault, mayPass, numberOf, RowFault, wordsOfFault } from './run-fault.ts';

const rows = Array.from({ length: 1000 }, (_, at) => ({ number: at + 2 }));

test('while a long list is worked through other work gets its turn', async () => {
  let turns = 0;
  let isOver = false;
  const turn = () => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  expect(await eachRow(rows, numberOf, ({ number }) => number)).toEqual(rows.map(numberOf));
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(4);
});

test('a fault is told with its row and is not tried again; a cut connection is', async () => {
  const fault = await eachRow(rows, numberOf, ({ number }) => {
    if (number === 7) throw new TypeError('no text');
    return number;
  }).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(RowFault);
  expect(wordsOfFault(fault)).toContain('Row 7 ');
  expect(mayPass(fault)).toBe(false);
  expect(mayPass(Object.assign(new Error('json'), { code: '22P02' }))).toBe(false);
  expect(mayPass(Object.assign(new Error('gone'), { code: '57P01' }))).toBe(true);
  expect(isDataFault(new Error('other'))).toBe(false);
});
