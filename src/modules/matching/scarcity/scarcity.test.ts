import { describe, expect, test } from 'vitest';
import { match } from '../../../../packages/matching-engine/src/match.ts';
import { plainCandidate, plainWanted } from '../../../../test/factories/desk-parts.ts';
import type { AreaKey } from '../../programmes/area.ts';
import { wishesOf } from '../allocation/allocation.ts';
import { type Desk, type DeskMentor, type DeskNeed, scoreDesk } from '../allocation/desk.ts';
import { marketOf } from '../allocation/explain.ts';
import { type Proposal, propose } from '../allocation/proposal.ts';
import { defaultWeights } from '../weights.ts';
import { adviceOf } from './advice.ts';
import { archetypesOf } from './archetype.ts';
import { mostFurther, newcomer, prospectsOf, scarceSkillOf } from './scarcity.ts';

function need(id: string, area: AreaKey, days = 20, sector: string | null = null): DeskNeed {
  return {
    id,
    enrolmentId: `n-${id}`,
    enterpriseId: `e-${id}`,
    enterpriseName: `${id} Ltd`,
    area,
    detail: '',
    priority: 2,
    minutesPerMonth: 120,
    openedOn: '2026-11-02',
    days,
    adviserId: null,
    held: null,
    wanted: { ...plainWanted, enterpriseId: `e-${id}`, area, sector },
  };
}

function mentor(
  id: string,
  levels: Partial<Record<AreaKey, 1 | 2 | 3 | 4 | 5>>,
  places: number,
): DeskMentor {
  return {
    id,
    name: id,
    headline: '',
    agreedPlaces: places,
    liveMatches: 0,
    offersOpen: 0,
    minutes: { agreed: 600, matches: 0, offers: 0, groups: 0 },
    candidate: {
      ...plainCandidate,
      id,
      load: { ...plainCandidate.load, agreedPlaces: places },
      expertise: Object.entries(levels).map(([area, level]) => ({
        area: area as AreaKey,
        topics: [],
        level,
        evidence: 'shown' as const,
      })),
    },
  };
}

const proposalOf = (needs: DeskNeed[], mentors: DeskMentor[]): Proposal => {
  const desk: Desk = scoreDesk({ needs, mentors, weights: defaultWeights, weightsVersion: 0 });
  return propose(desk, wishesOf([]), 'salt');
};

/** A generator of its own, so that a failure can be looked at again. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const areas = ['finance', 'export', 'digital'] as const;

function randomProposal(seed: number): Proposal {
  const random = randomOf(seed);
  const below = (most: number) => Math.floor(random() * most);
  const needs = Array.from({ length: 3 + below(12) }, (_, at) =>
    need(`n${at}`, areas[below(3)] ?? 'finance', below(90), random() < 0.5 ? 'food' : null),
  );
  const mentors = Array.from({ length: 1 + below(5) }, (_, at) =>
    mentor(
      `m${at}`,
      {
        [areas[below(3)] ?? 'finance']: (1 + below(5)) as 1,
        [areas[below(3)] ?? 'export']: (1 + below(5)) as 1,
      },
      below(4),
    ),
  );
  return proposalOf(needs, mentors);
}

describe('what further mentors would bring', () => {
  test('is worth exactly what solving anew with them gains, and never more than the mentor before', () => {
    let asked = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const proposal = randomProposal(seed);
      const market = marketOf(proposal);
      for (const prospect of prospectsOf(proposal)) {
        const skill = scarceSkillOf(proposal, market, prospect);
        const { places } = prospect.archetype;
        let before = proposal.result.objective;
        let last = Infinity;
        for (const [at, each] of skill.further.entries()) {
          const needs = proposal.input.needs.map((own) => {
            const pair = prospect.pairs.find((found) => found.need === own.id);
            const more = pair ? [{ mentor: newcomer, fit: pair.fit }] : [];
            return { ...own, pairs: [...own.pairs, ...more] };
          });
          const mentors = [...proposal.input.mentors, { id: newcomer, places: (at + 1) * places }];
          const after = match({ ...proposal.input, needs, mentors });
          expect(after.objective - before).toBe(each.worth);
          expect(each.servedInAll).toBe(after.assigned.length);
          expect(each.worth).toBeLessThanOrEqual(last);
          before = after.objective;
          last = each.worth;
          asked += 1;
        }
        expect(skill.further.length).toBeLessThanOrEqual(mostFurther);
      }
    }
    expect(asked).toBeGreaterThan(200);
  });

  test('is known for the first place from the values alone', () => {
    for (let seed = 100; seed <= 160; seed += 1) {
      const proposal = randomProposal(seed);
      const market = marketOf(proposal);
      for (const { first, pairs } of prospectsOf(proposal)) {
        expect(market.recruit(pairs, 1).gains[0]).toBe(first);
      }
    }
  });

  test('comes with the chain that realises it: one moves to the newcomer, another gets the place', () => {
    const proposal = proposalOf(
      [need('Alder', 'finance', 60), need('Birch', 'export', 10)],
      [mentor('Grace', { finance: 4, export: 4 }, 1)],
    );
    expect([...proposal.pairs.keys()]).toEqual(['Alder']);
    const advice = adviceOf(proposal);
    const finance = advice.skills.find((skill) => skill.area === 'finance');
    expect(finance?.further[0]).toMatchObject({
      served: ['Birch'],
      chains: [
        [
          { need: 'Alder', from: 'Grace', to: newcomer },
          { need: 'Birch', from: null, to: 'Grace' },
        ],
      ],
      servedInAll: 2,
    });
    expect(finance?.further).toHaveLength(1);
    expect(advice.names).toEqual({ Alder: 'Alder Ltd', Birch: 'Birch Ltd', Grace: 'Grace' });
  });

  test('puts the most valuable kind first and names the areas that have enough', () => {
    const proposal = proposalOf(
      [need('a', 'export', 80), need('b', 'export', 70), need('c', 'finance', 5)],
      [mentor('Grace', { finance: 5 }, 2)],
    );
    const advice = adviceOf(proposal);
    expect(advice.skills[0]).toMatchObject({ area: 'export' });
    expect(advice.enough).toContain('digital');
    expect(advice.enough).not.toContain('export');
  });

  test('tells how many mentors each rule keeps from a need that nobody serves', () => {
    const paused = mentor('Wen', { export: 4 }, 1);
    const proposal = proposalOf(
      [need('a', 'export')],
      [
        mentor('Grace', { finance: 5 }, 2),
        { ...paused, candidate: { ...paused.candidate, state: 'paused' } },
      ],
    );
    expect(adviceOf(proposal).unserved).toMatchObject([
      {
        needId: 'a',
        mentors: 2,
        may: 0,
        withPlace: 0,
        funnel: [
          { rule: 'expertise-too-low', mentors: 1 },
          { rule: 'paused', mentors: 1 },
        ],
      },
    ]);
  });
});

describe('a mentor who is not there yet', () => {
  test('has the panel’s middle level and places, and one sector at most', () => {
    const desk = {
      needs: [need('a', 'finance', 1, 'food')],
      mentors: [1, 3, 3].map((places, at) => mentor(`m${at}`, { finance: 3 }, places)),
    };
    const kinds = archetypesOf(desk).filter((kind) => kind.area === 'finance');
    expect(kinds.map(({ sector, places, level }) => [sector, places, level])).toEqual([
      [null, 3, 3],
      ['food', 3, 3],
    ]);
    expect(kinds[0]?.candidate.languages).toEqual(['English']);
  });

  test('can be thought of before there is a panel', () => {
    const [kind] = archetypesOf({ needs: [], mentors: [] });
    expect(kind).toMatchObject({ places: 2, level: 4 });
  });
});
