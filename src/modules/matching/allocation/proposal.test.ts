import { describe, expect, test } from 'vitest';
import { deskOf, edit, mentor, need, solve } from '../../../../test/factories/desk-parts.ts';
import { wishesOf } from './allocation.ts';
import { funnelOf, type Held, rulesOf } from './desk.ts';
import { changesBetween, placesOf, totalsOf } from './proposal.ts';

const pairs = (proposal: ReturnType<typeof solve>) => Object.fromEntries(proposal.pairs);
const match = (mentorId: string, meetings = 0): Held => ({
  kind: 'match',
  id: 'match',
  mentorId,
  meetings,
});

describe('a proposal', () => {
  test('serves the most needs, the pressing ones by the better mentor, and proves it', () => {
    const desk = deskOf(
      [need('a'), need('b', { priority: 3 }), need('c', { priority: 1 })],
      [mentor('anna', 5, 1), mentor('ben', 3, 1)],
    );
    const proposal = solve(desk);
    expect(pairs(proposal)).toEqual({ b: 'anna', a: 'ben' });
    expect(proposal.isProved).toBe(true);
    expect(totalsOf(proposal)).toMatchObject({ open: 3, served: 2, moved: 0 });
  });

  test('of two alike it serves the one that waits longer', () => {
    const desk = deskOf([need('new', { days: 3 }), need('old', { days: 40 })], [mentor('m', 4, 1)]);
    expect(pairs(solve(desk))).toEqual({ old: 'm' });
  });

  test('leaves out what is asked for already', () => {
    const held: Held = { kind: 'offer', id: 'o', mentorId: 'm', meetings: 0 };
    const desk = deskOf([need('a', { held, asked: ['m'] }), need('b')], [mentor('m', 4, 3)]);
    expect(pairs(solve(desk))).toEqual({ b: 'm' });
  });

  test('a decided pair stays and the rest is solved around it', () => {
    const desk = deskOf(
      [need('a', { priority: 3 }), need('b')],
      [mentor('anna', 5, 1), mentor('ben', 4, 1)],
    );
    expect(pairs(solve(desk))).toEqual({ a: 'anna', b: 'ben' });
    const after = solve(desk, edit('pin', 'b', 'anna'));
    expect(pairs(after)).toEqual({ a: 'ben', b: 'anna' });
    expect(changesBetween(solve(desk), after)).toHaveLength(2);
  });

  test('a decision that no longer holds is told and dropped', () => {
    const desk = deskOf([need('a'), need('b')], [mentor('anna', 5, 1), mentor('low', 1, 4)]);
    const { dropped } = solve(
      desk,
      edit('pin', 'a', 'anna'),
      edit('pin', 'b', 'anna'),
      edit('pin', 'gone', 'anna'),
    );
    expect(dropped).toEqual([
      { needId: 'b', mentorId: 'anna', why: 'This mentor has no place left for it.' },
    ]);
    expect(solve(desk, edit('pin', 'b', 'low')).dropped[0]?.why).toMatch(/hard rule/);
    expect(solve(desk, edit('pin', 'b', 'left')).dropped[0]?.why).toMatch(/has left/);
  });

  test('bars, pauses, places and what waits on purpose are kept to', () => {
    const desk = deskOf([need('a'), need('b')], [mentor('anna', 5, 2), mentor('ben', 4, 2)]);
    expect(pairs(solve(desk, edit('bar', 'a', 'anna')))).toMatchObject({ a: 'ben' });
    expect(pairs(solve(desk, edit('pause', null, 'anna')))).toEqual({ a: 'ben', b: 'ben' });
    const fewer = solve(desk, edit('places', null, 'anna', -1));
    expect(new Set(fewer.pairs.values())).toEqual(new Set(['anna', 'ben']));
    expect(pairs(solve(desk, edit('set-aside', 'a', null)))).toEqual({ b: 'anna' });
  });
});

describe('existing matches', () => {
  const desk = deskOf(
    [need('old', { held: match('anna'), asked: ['anna'] }), need('new', { priority: 3 })],
    [mentor('anna', 5, 1, { live: 1 }), mentor('ben', 4, 2)],
  );

  test('stay out of it unless they may move', () => {
    expect(pairs(solve(desk))).toEqual({ new: 'ben' });
    expect(placesOf(desk, wishesOf([])).get('anna')).toBe(0);
  });

  test('move only when it is worth more than the step', () => {
    const at = (points: number) => pairs(solve(desk, edit('loyalty', null, null, points)));
    expect(at(0)).toEqual({ old: 'ben', new: 'anna' });
    expect(at(2000)).toEqual({ old: 'anna', new: 'ben' });
    expect(totalsOf(solve(desk, edit('loyalty', null, null, 0))).moved).toBe(1);
  });

  test('a match that exists already and stays is no move when it begins to take part', () => {
    const calm = deskOf(
      [need('old', { held: match('anna'), asked: ['anna'] }), need('new')],
      [mentor('anna', 5, 1, { live: 1 }), mentor('ben', 4, 1)],
    );
    const before = solve(calm);
    const strict = solve(calm, edit('loyalty', null, null, 2000));
    expect(changesBetween(before, strict)).toEqual([]);
    const free = solve(desk, edit('loyalty', null, null, 0));
    const moves = changesBetween(solve(desk), free);
    expect(moves).toContainEqual({ needId: 'old', from: 'anna', to: 'ben' });
    expect(moves.filter(({ needId }) => needId === 'old')).toHaveLength(totalsOf(free).moved);
  });

  test('nobody loses a mentor so that somebody else gets one', () => {
    const scarce = deskOf(
      [need('old', { held: match('anna'), priority: 1 }), need('new', { priority: 3, days: 200 })],
      [mentor('anna', 5, 1, { live: 1 })],
    );
    expect(pairs(solve(scarce, edit('loyalty', null, null, 0)))).toEqual({ old: 'anna' });
  });

  test('a rule against new pairs is none against a match that goes on', () => {
    const low = deskOf([need('old', { held: match('low') })], [mentor('low', 1, 1, { live: 1 })]);
    expect(rulesOf(low, 0, 0)).toEqual([]);
    expect(pairs(solve(low, edit('loyalty', null, null, 0)))).toEqual({ old: 'low' });
  });
});

test('a need that nobody can take says how many mentors each rule keeps away', () => {
  const desk = deskOf([need('a')], [mentor('one', 1, 1), mentor('two', 1, 0)]);
  expect(funnelOf(desk, 0)).toEqual([{ rule: 'expertise-too-low', mentors: 2 }]);
});
