import { describe, expect, test } from 'vitest';
import { loyaltyCurve, loyaltyOf } from './loyalty.ts';
import { Market } from './market.ts';
import type { Edit } from './market-state.ts';
import { match } from './match.ts';
import { type MatchInput, type MatchResult, type PairInput, InputError } from './problem.ts';
import { randomInput, seeded } from './test/instances.ts';
import { verify } from './verify.ts';

const total = (result: MatchResult) => Number(result.certificate.primal);
const middling = (seed: number) =>
  randomInput(seed, {
    needs: 1 + (seed % 12),
    mentors: 1 + (seed % 5),
    points: [3, 10, 1_000][seed % 3] ?? 3,
    places: 3,
    existing: true,
  });

function randomEdit(input: MatchInput, random: (limit: number) => number): Edit {
  const need = input.needs[random(input.needs.length)]?.id ?? '';
  const mentor = input.mentors[random(input.mentors.length)]?.id ?? '';
  const pairs: PairInput[] = input.mentors
    .filter(() => random(3) > 0)
    .map(({ id }) => ({ mentor: id, fit: random(1_000) }));
  const kinds: Edit[] = [
    { kind: 'need', need, pairs, unmatchedPenalty: random(1_000) },
    { kind: 'places', mentor, places: random(4) },
    { kind: 'pin', need, mentor },
    { kind: 'unpin', need },
    { kind: 'bar', need, mentor },
    { kind: 'loyalty', points: random(300) },
  ];
  return kinds[random(kinds.length)] ?? { kind: 'unpin', need };
}

describe('a market', () => {
  test('is after any edits what a fresh run of the same data is, and undo brings back each state', () => {
    for (let seed = 0; seed < 150; seed += 1) {
      const random = seeded(seed);
      const market = new Market(middling(seed));
      const states = [JSON.stringify(market.snapshot())];
      for (let step = 0; step < 12; step += 1) {
        const edit = randomEdit(market.input(), random);
        try {
          market.apply(edit);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect(JSON.stringify(market.snapshot())).toBe(states.at(-1));
          continue;
        }
        const snapshot = market.snapshot();
        expect(snapshot).toEqual(match(market.input()));
        expect(verify(market.input(), snapshot)).toEqual({ ok: true });
        states.push(JSON.stringify(snapshot));
      }
      for (let state = states.pop(); states.length > 0; state = states.pop()) {
        expect(JSON.stringify(market.snapshot())).toBe(state);
        market.undo();
      }
      expect(market.undo()).toBeNull();
    }
  });

  test('tells the exact cost of another mentor, and asking changes nothing', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const market = new Market({ ...middling(seed), existing: [] });
      const before = market.snapshot();
      const input = market.input();
      for (const need of input.needs) {
        for (const { id: mentor, places } of input.mentors) {
          const answer = market.whyNot(need.id, mentor);
          if ('reason' in answer) {
            const has = need.pairs.some((pair) => pair.mentor === mentor);
            expect(answer.reason).toBe(has ? 'no-places' : 'no-pair');
            expect(has && places > 0).toBe(false);
            continue;
          }
          const forced = match({
            ...input,
            existing: [{ need: need.id, mentor, loyalty: 'pinned' }],
          });
          expect(answer.regret).toBe(total(before) - total(forced));
          expect(answer.regret).toBeGreaterThanOrEqual(0);
        }
        const next = market.runnerUp(need.id);
        if (next) {
          const without = {
            ...need,
            pairs: need.pairs.filter((pair) => pair.mentor !== market.mentorOf(need.id)),
          };
          const needs = input.needs.map((each) => (each === need ? without : each));
          expect(next.regret).toBe(total(before) - total(match({ ...input, needs })));
        }
      }
      expect(market.snapshot()).toEqual(before);
    }
  });

  test('tells exactly what a newcomer would bring, place by place, never rising', () => {
    for (let seed = 0; seed < 120; seed += 1) {
      const random = seeded(seed);
      const input = { ...middling(seed), existing: [] };
      const pairs = input.needs
        .filter(() => random(3) > 0)
        .map(({ id }) => ({ need: id, fit: random(1_000) }));
      const { gains, chains } = new Market(input).recruit(pairs, 3);
      let before = total(match(input));
      for (const [index, gain] of gains.entries()) {
        const grown = match({
          ...input,
          needs: input.needs.map((need) => {
            const fit = pairs.find((pair) => pair.need === need.id)?.fit;
            return fit === undefined
              ? need
              : { ...need, pairs: [...need.pairs, { mentor: 'new', fit }] };
          }),
          mentors: [...input.mentors, { id: 'new', places: index + 1 }],
        });
        expect(gain).toBe(total(grown) - before);
        if (index > 0) expect(gain).toBeLessThanOrEqual(gains[index - 1] ?? NaN);
        if (gain > 0) expect(chains[index]?.some((move) => move.to === 'newcomer')).toBe(true);
        before = total(grown);
      }
    }
  });

  test('names for an unmatched need a set with more needs than places, or that no place is worth it', () => {
    let outbid = 0;
    for (let seed = 0; seed < 200; seed += 1) {
      const input = { ...middling(seed), existing: [] };
      const market = new Market(input);
      for (const need of market.snapshot().unmatched) {
        const why = market.whyUnmatched(need);
        if (why?.reason === 'outbid') {
          outbid += 1;
          expect(why.competing).toContain(need);
          for (const each of why.mentors) expect(each.short).toBeGreaterThanOrEqual(0);
          const priced = why.mentors.filter((each) => each.price > 0);
          expect(priced.length).toBeGreaterThan(0);
        } else if (why?.reason === 'no-pairs') {
          expect(input.needs.find(({ id }) => id === need)?.pairs).toEqual([]);
        }
      }
    }
    expect(outbid).toBeGreaterThan(20);
  });
});

describe('loyalty', () => {
  test('moves fewer people and costs more fit the larger it is, within its bound', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const input = randomInput(seed, {
        needs: 25,
        mentors: 6,
        points: 1_000,
        places: 5,
        existing: true,
      });
      const existing = (input.existing ?? [])
        .filter((pair) => pair.loyalty !== 'pinned')
        .map((pair) => ({ ...pair, meetings: 0 }));
      const steps = [0, 10, 50, 200, 1_000, 1_000_000];
      const curve = loyaltyCurve({ ...input, existing }, steps);
      for (const [index, point] of curve.entries()) {
        const before = curve[index - 1];
        if (before) {
          expect(point.moved).toBeLessThanOrEqual(before.moved);
          expect(point.lost).toBeGreaterThanOrEqual(before.lost);
        }
        const kept = existing.length - point.moved;
        expect(point.lost).toBeLessThanOrEqual(point.loyalty * kept);
      }
    }
  });

  test('moves nobody who need not when it is beyond all fit', () => {
    const input = randomInput(3, { needs: 20, mentors: 5, points: 1_000, places: 8 });
    const mentors = input.mentors.map((mentor) => ({ ...mentor, places: 20 }));
    const existing = input.needs
      .filter((need) => need.pairs.length > 0)
      .map((need) => ({ need: need.id, mentor: need.pairs[0]?.mentor ?? '', loyalty: 1_000_000 }));
    expect(match({ ...input, mentors, existing }).stats.moved).toBe(0);
  });

  test('grows with the meetings held, up to four times', () => {
    expect([0, 2, 4, 12, 40].map((meetings) => loyaltyOf(300, meetings))).toEqual([
      300, 450, 600, 1_200, 1_200,
    ]);
  });
});
