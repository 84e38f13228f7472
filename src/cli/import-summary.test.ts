import { expect, test } from 'vitest';
import { readingLines, summaryJson, summaryLines } from './import-summary.ts';

const problem = { column: null, message: 'Said.', isRefusal: false };
const outcome = {
  ...{ read: 1204, created: 1, updated: 2, unchanged: 3, notKnown: 1195, rejected: 3 },
  problems: [
    { ...problem, row: 2, code: 'enterprise-not-on-record' },
    { ...problem, row: 3, column: 'Postcode', code: 'postcode' },
  ],
};

test('the rows read are the rows created, updated, unchanged and rejected', () => {
  const { read, created, updated, unchanged, rejected, problems, ...more } = summaryJson(outcome);
  expect(created + updated + unchanged + rejected).toBe(read);
  expect(more).toEqual({});
  expect(problems).toEqual([
    { row: 2, column: null, code: 'enterprise-not-on-record', message: 'Said.' },
    { row: 3, column: 'Postcode', code: 'postcode', message: 'Said.' },
  ]);
});

test('firms that were not to be added are counted, not listed, for a person', () => {
  expect(summaryLines(outcome, true)).toEqual([
    'row 3, Postcode: Said.',
    '1,204 rows read: 1 created, 2 updated, 3 unchanged, 1,195 not on record and not added, 3 left out (nothing was written).',
  ]);
  expect(summaryLines({ ...outcome, notKnown: 0 }, false).at(-1)).not.toContain('on record');
});

test('of how the file was read only what was guessed or is easily overlooked is told', () => {
  expect(readingLines({ reading: { headerRow: 1, encoding: 'utf-8', hiddenRows: 0 } })).toEqual([]);
  const guessed = { headerRow: 4, encoding: 'macintosh', hiddenRows: 2 };
  expect(readingLines({ reading: guessed })).toEqual([
    'The headers were found in row 4.',
    'Letters were read as macintosh. If they look wrong, say --encoding.',
    '2 rows hidden in the file, by a filter or by hand, read like the others.',
  ]);
});
