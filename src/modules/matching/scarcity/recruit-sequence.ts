import { match } from '../../../../packages/matching-engine/src/match.ts';
import { marketOf } from '../allocation/explain.ts';
import type { Proposal } from '../allocation/proposal.ts';
import { type NextRecruit, type Prospect, prospectsOf } from './scarcity.ts';

/** Advice further ahead would rest on needs that nobody knows yet. */
const most = 5;

/** Larger ones are worked out by a job, which tells the kinds one by one. */
const mostPairs = 60_000;

/**
 * Whom to recruit first, and whom after that one: each step takes the kind that brings most to the whole as it is
 * with the mentors before, and solves again. Stops where a further mentor brings nothing.
 */
export function recruitSequence(proposal: Proposal): NextRecruit[] {
  const { needs, mentors } = proposal.desk;
  if (needs.length * mentors.length > mostPairs) return [];
  const sequence: NextRecruit[] = [];
  let current = proposal;
  while (sequence.length < most) {
    const best = bestOf(current);
    if (!best) break;
    const next = joined(current, best.prospect, `recruit-${sequence.length}`);
    const waits = new Set(next.result.unmatched);
    const { area, sector, level, places } = best.prospect.archetype;
    const served = current.result.unmatched.filter((need) => !waits.has(need));
    sequence.push({ area, sector, level, places, worth: best.worth, served });
    current = next;
  }
  return sequence;
}

function bestOf(proposal: Proposal): { prospect: Prospect; worth: number } | null {
  const market = marketOf(proposal);
  let best: { prospect: Prospect; worth: number } | null = null;
  for (const prospect of prospectsOf(proposal)) {
    const { places } = prospect.archetype;
    // The first place is worth the most: a kind that cannot come near is not worked out.
    if (best !== null && prospect.first * places <= best.worth) continue;
    const { gains } = market.recruit(prospect.pairs, places);
    const worth = gains.reduce((sum, gain) => sum + gain, 0);
    if (worth > (best?.worth ?? 0)) best = { prospect, worth };
  }
  return best;
}

/** The proposal with one more mentor of this kind, solved again. */
function joined(proposal: Proposal, { archetype, pairs }: Prospect, id: string): Proposal {
  const fits = new Map(pairs.map((pair) => [pair.need, pair.fit]));
  const input = {
    ...proposal.input,
    mentors: [...proposal.input.mentors, { id, places: archetype.places }],
    needs: proposal.input.needs.map((need) => {
      const fit = fits.get(need.id);
      return fit === undefined ? need : { ...need, pairs: [...need.pairs, { mentor: id, fit }] };
    }),
  };
  const result = match(input);
  return {
    ...proposal,
    input,
    result,
    pairs: new Map(result.assigned.map((pair) => [pair.need, pair.mentor])),
  };
}
