import { areaKeys } from '../../programmes/area.ts';
import { marketOf } from '../allocation/explain.ts';
import { type Proposal, totalsOf } from '../allocation/proposal.ts';
import { recruitSequence } from './recruit-sequence.ts';
import {
  type Advice,
  prospectsOf,
  type ScarceSkill,
  scarceSkillOf,
  unservedNeedsOf,
} from './scarcity.ts';

/**
 * The whole advice, in steps that each take a moment, so that a job can report and let others run between them:
 * `yield` gives the share done, 0 to 1.
 */
export function* adviceInSteps(proposal: Proposal): Generator<number, Advice> {
  const market = marketOf(proposal);
  const prospects = prospectsOf(proposal);
  const skills: ScarceSkill[] = [];
  for (const [at, prospect] of prospects.entries()) {
    skills.push(scarceSkillOf(proposal, market, prospect));
    yield (at + 1) / (prospects.length + 1);
  }
  const possible = new Set(prospects.flatMap((each) => each.pairs.map((pair) => pair.need)));
  const unserved = unservedNeedsOf(proposal, possible);
  const totals = totalsOf(proposal);
  const wanted = new Set(prospects.map((each) => each.archetype.area));
  const advice = {
    open: totals.open,
    served: totals.served,
    meanFit: totals.meanFit,
    mentors: proposal.desk.mentors.length,
    skills: skills.toSorted(byWorth),
    sequence: recruitSequence(proposal),
    enough: areaKeys.filter((area) => !wanted.has(area)),
    unserved,
  };
  return { ...advice, names: namesIn(advice, proposal) };
}

/** The whole advice at once. */
export function adviceOf(proposal: Proposal): Advice {
  const steps = adviceInSteps(proposal);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** By what the first mentor is worth, then the second and the third; then the kind without a sector first. */
function byWorth(a: ScarceSkill, b: ScarceSkill): number {
  for (const at of [0, 1, 2]) {
    const difference = (b.further[at]?.worth ?? 0) - (a.further[at]?.worth ?? 0);
    if (difference !== 0) return difference;
  }
  return kindOf(a) < kindOf(b) ? -1 : 1;
}

const kindOf = ({ area, sector }: ScarceSkill) => `${area} ${sector ?? ''}`;

function namesIn(
  { skills, sequence = [] }: Pick<Advice, 'skills' | 'sequence'>,
  { desk }: Proposal,
): Record<string, string> {
  const ids = new Set<string>(sequence.flatMap((each) => each.served));
  for (const { further } of skills) {
    for (const move of further.flatMap((each) => each.chains.flat())) {
      for (const id of [move.need, move.from, move.to]) if (id !== null) ids.add(id);
    }
  }
  const names: Record<string, string> = {};
  for (const need of desk.needs) if (ids.has(need.id)) names[need.id] = need.enterpriseName;
  for (const mentor of desk.mentors) if (ids.has(mentor.id)) names[mentor.id] = mentor.name;
  return names;
}
