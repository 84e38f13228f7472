import { describe, expect, test } from 'vitest';
import { plainWanted } from '../../../../test/factories/desk-parts.ts';
import { wishesOf } from '../allocation/allocation.ts';
import { type DeskFacts, rulesOf, scoreDesk, totalOf } from '../allocation/desk.ts';
import { propose, totalsOf } from '../allocation/proposal.ts';
import { defaultWeights } from '../weights.ts';
import type { SolveProgress } from './desk-solve.ts';
import { proposalOf, shownOf, solveDesk } from './solve-desk.ts';

const nobody = new Set<string>();

/** So many firms in turn need finance and export; every third mentor knows finance, every third both. */
function factsOf(needs: number, mentors: number): DeskFacts {
  return {
    weights: defaultWeights,
    weightsVersion: 4,
    needs: Array.from({ length: needs }, (_, at) => {
      const area = at % 2 === 0 ? 'finance' : 'export';
      return {
        id: `n${at}`,
        enrolmentId: `x${at}`,
        enterpriseId: `e${at}`,
        enterpriseName: `Firm ${at}`,
        area,
        detail: '',
        priority: 2,
        minutesPerMonth: 120,
        openedOn: '2026-11-02',
        days: at % 40,
        adviserId: null,
        held: null,
        wanted: { ...plainWanted, enterpriseId: `e${at}`, area },
      };
    }),
    mentors: Array.from({ length: mentors }, (_, at) => ({
      id: `m${at}`,
      name: `Mentor ${at}`,
      headline: '',
      agreedPlaces: 3,
      liveMatches: 0,
      offersOpen: 0,
      minutes: { agreed: 600, matches: 0, offers: 0, groups: 0 },
      candidate: {
        id: `m${at}`,
        state: 'live',
        inducted: true,
        codeSigned: true,
        load: {
          agreedPlaces: 3,
          liveMatches: 0,
          offersOpen: 0,
          heldForEvents: 0,
          otherProgrammes: 0,
        },
        conflicts: nobody,
        vetoes: nobody,
        languages: [],
        expertise: (at % 3 === 0 ? (['finance'] as const) : (['finance', 'export'] as const)).map(
          (area) => ({ area, topics: [], level: 4 as const, evidence: 'verified' as const }),
        ),
        sectors: null,
        businessModels: null,
        stages: null,
        meets: 'either',
        place: null,
        travelsKm: null,
        slots: null,
        style: null,
        perceivedFit: null,
        feedback: { count: 0, mean: 0 },
        trainingCurrent: true,
      },
    })),
  };
}

const wishes = wishesOf([]);

describe('a proposal worked out in the background', () => {
  test('is the one that the desk makes of the same needs and mentors, and keeps its proof', () => {
    const facts = factsOf(230, 20);
    const solved = solveDesk(facts, wishes, 'salt', () => undefined);
    const here = propose(scoreDesk(facts), wishes, 'salt');
    const kept = proposalOf({ ...solved, facts, wishes, needId: 'n1' });
    expect(kept.pairs).toEqual(here.pairs);
    expect(kept.desk.totals).toEqual(here.desk.totals);
    expect(kept.result.certificate).toEqual(here.result.certificate);
    expect(kept.isProved).toBe(true);
    expect(rulesOf(kept.desk, 1, 0)).toEqual(rulesOf(here.desk, 1, 0));
    const shown = shownOf(solved.shown);
    expect(shown.totals).toEqual(totalsOf(here));
    expect(shown.lines).toHaveLength(230);
    expect(shown.advice.skills.length).toBeGreaterThan(0);
    expect(shown.weightsVersion).toBe(4);
  });

  test('tells how far it is, and never goes back', () => {
    const told: SolveProgress[] = [];
    solveDesk(factsOf(230, 20), wishes, 'salt', (progress) => told.push(progress));
    const percents = told.map((each) => each.percent);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    expect(new Set(told.map((each) => each.stage)).size).toBe(4);
  });

  test('has no pair with a need or a mentor that is gone, and no total for one that came since', () => {
    const facts = factsOf(12, 4);
    const solved = solveDesk(facts, wishes, 'salt', () => undefined);
    const more = factsOf(14, 5);
    const now: DeskFacts = {
      ...facts,
      needs: more.needs.filter((need) => need.id !== 'n0'),
      mentors: more.mentors.filter((mentor) => mentor.id !== 'm1').toReversed(),
    };
    const kept = proposalOf({ ...solved, facts: now, wishes, needId: undefined });
    expect(kept.pairs.has('n0')).toBe(false);
    expect([...kept.pairs.values()]).not.toContain('m1');
    const before = scoreDesk(facts);
    const at = (id: string) => now.mentors.findIndex((mentor) => mentor.id === id);
    expect(totalOf(kept.desk, 0, at('m2'))).toBe(totalOf(before, 1, 2));
    expect(totalOf(kept.desk, 0, at('m4'))).toBeNull();
    expect(totalOf(kept.desk, 12, at('m2'))).toBeNull();
  });
});
