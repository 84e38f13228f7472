import { expect, test } from 'vitest';
import { deskOf, mentor, need, solve } from '../../../../test/factories/desk-parts.ts';
import { recruitSequence } from './recruit-sequence.ts';

const people = (id: string) =>
  need(id, { wanted: { ...need(id).wanted, area: 'people' }, area: 'people' });

test('after the first mentor the next is worked out with that one in place', () => {
  const desk = deskOf(
    [need('a', { priority: 3 }), need('b', { priority: 3 }), people('c')],
    [mentor('low', 1, 2)],
  );
  const sequence = recruitSequence(solve(desk));
  expect(sequence.map(({ area, served }) => [area, served.toSorted()])).toEqual([
    ['finance', ['a', 'b']],
    ['people', ['c']],
  ]);
  const [first, second] = sequence;
  expect(first?.worth).toBeGreaterThan(second?.worth ?? 0);
});

test('where every need has its best mentor nobody is to be recruited', () => {
  expect(recruitSequence(solve(deskOf([need('a')], [mentor('anna', 5, 1)])))).toEqual([]);
});
