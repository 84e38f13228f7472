import { expect, test } from 'vitest';
import { deskOf, edit, mentor, need, solve } from '../../../../test/factories/desk-parts.ts';
import { bestFitOf, marketOf, reasonsOf, runnersUp, unservedOf, whyNot } from './explain.ts';
import { loyaltyStepsOf } from './loyalty.ts';

const three = () =>
  deskOf(
    [need('a', { priority: 3 }), need('b'), need('c', { days: 1 })],
    [mentor('anna', 5, 1), mentor('ben', 4, 1), mentor('low', 1, 3)],
  );

test('what another mentor would cost is what solving with that pair decided loses', () => {
  const desk = three();
  const proposal = solve(desk);
  const market = marketOf(proposal);
  for (const needId of ['a', 'b', 'c']) {
    for (const mentorId of ['anna', 'ben']) {
      const cost = whyNot(market, needId, mentorId);
      const forced = solve(desk, edit('pin', needId, mentorId)).result.objective;
      expect(cost).toMatchObject({ regret: proposal.result.objective - forced });
    }
  }
  expect(whyNot(market, 'a', 'low')).toEqual({ mentorId: 'low', reason: 'no-pair' });
});

test('the runner-up of a need is the mentor it would get if the first were kept from it', () => {
  const desk = three();
  const proposal = solve(desk);
  expect(Object.fromEntries(proposal.pairs)).toEqual({ a: 'anna', b: 'ben' });
  const next = runnersUp(proposal, marketOf(proposal)).get('a');
  const without = solve(desk, edit('bar', 'a', 'anna'));
  expect(next?.mentorId).toBe(without.pairs.get('a'));
  expect(next?.regret).toBe(proposal.result.objective - without.result.objective);
});

test('a decided pair tells who would be next, and what the whole loses or gains by it', () => {
  const desk = three();
  for (const [needId, mentorId] of [
    ['a', 'ben'],
    ['b', 'anna'],
    ['c', 'anna'],
  ] as const) {
    const decided = solve(desk, edit('pin', needId, mentorId));
    const next = runnersUp(decided, marketOf(decided)).get(needId);
    const without = solve(desk, edit('bar', needId, mentorId));
    expect(next?.mentorId).toBe(without.pairs.get(needId) ?? null);
    expect(next?.regret).toBe(decided.result.objective - without.result.objective);
  }
});

test('a need without a mentor is told why: outbid, no place, or nobody may', () => {
  const scarce = solve(three());
  expect(unservedOf(scarce, marketOf(scarce)).get('c')).toMatchObject({
    why: 'outbid',
    needs: 3,
    places: 2,
  });
  const full = solve(deskOf([need('a')], [mentor('anna', 5, 0)]));
  expect(unservedOf(full, marketOf(full)).get('a')).toEqual({
    why: 'no-places',
    mentorIds: ['anna'],
  });
  const none = solve(deskOf([need('a')], [mentor('low', 1, 2)]));
  expect(unservedOf(none, marketOf(none)).get('a')).toEqual({ why: 'nobody-may' });
});

test('the reasons of a pair sum to its fit, and the best fit alone need not be the proposal', () => {
  const proposal = solve(three());
  const pair = reasonsOf(proposal, [['b', 'ben']]).get('b ben');
  expect(pair?.parts.reduce((sum, part) => sum + part.points, 0)).toBe(pair?.total);
  expect(bestFitOf(proposal, 'b')).toBe('anna');
  expect(proposal.pairs.get('b')).toBe('ben');
});

test('the more it takes to move a match, the fewer move and the more is lost', () => {
  const matched = (id: string, mentorId: string) =>
    need(id, { held: { kind: 'match', id, mentorId, meetings: 0 }, asked: [mentorId] });
  const desk = deskOf(
    [matched('a', 'anna'), matched('b', 'anna'), need('c', { priority: 3 })],
    [mentor('anna', 5, 2, { live: 2 }), mentor('ben', 4, 3)],
  );
  const steps = loyaltyStepsOf(desk, solve(desk).wishes, 'programme');
  expect(steps[0]).toMatchObject({ points: null, moved: 0 });
  expect(steps.at(-1)).toMatchObject({ points: 0, lost: 0 });
  for (const [at, step] of steps.entries()) {
    const before = steps[at - 1];
    if (!before) continue;
    expect(step.moved).toBeGreaterThanOrEqual(before.moved);
    expect(step.lost).toBeLessThanOrEqual(before.lost);
  }
  expect(steps.at(-1)?.moved).toBe(1);
});
