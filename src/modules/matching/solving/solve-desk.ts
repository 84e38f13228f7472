import { gunzipSync, gzipSync } from 'node:zlib';
import type { MatchInput, MatchResult } from '../../../../packages/matching-engine/src/problem.ts';
import type { Wishes } from '../allocation/allocation.ts';
import { type Desk, type DeskFacts, scoreDesk } from '../allocation/desk.ts';
import { type Frozen, freeze, thaw } from '../allocation/frozen.ts';
import { type DeskLine, linesOf } from '../allocation/desk-lines.ts';
import { propose, type Proposal, totalsOf } from '../allocation/proposal.ts';
import { adviceInSteps } from '../scarcity/advice.ts';
import type { HardRule } from '../hard-rules.ts';
import { progressAt, type Shown, type SolveProgress } from './desk-solve.ts';

/** A solve as it is kept, packed. */
export interface Solved extends Omit<Frozen, 'inputHash'> {
  shown: Buffer;
  totals: Buffer;
}

/** Needs scored between two reports. */
const slice = 100;

/** Scores and solves a whole programme and works out everything its pages tell; takes seconds when it is large. */
export function solveDesk(
  facts: DeskFacts,
  wishes: Wishes,
  salt: string,
  report: (progress: SolveProgress) => void,
): Solved {
  const desk = scoreInSlices(facts, (share) => report(progressAt('scoring', share)));
  report(progressAt('solving', 0));
  const proposal = propose(desk, wishes, salt);
  report(progressAt('explaining', 0));
  const lines = linesOf(proposal).map(shortened);
  report(progressAt('further', 0));
  const steps = adviceInSteps(proposal);
  let step = steps.next();
  for (; !step.done; step = steps.next()) report(progressAt('further', step.value));
  const shown: Shown = {
    lines,
    totals: totalsOf(proposal),
    dropped: proposal.dropped,
    isProved: proposal.isProved,
    weights: desk.weights,
    weightsVersion: desk.weightsVersion,
    needIds: desk.needs.map((need) => need.id),
    mentors: mentorsOf(proposal),
    advice: step.value,
  };
  const { input, result } = freeze(proposal.input, proposal.result);
  return {
    input,
    result,
    shown: gzipSync(JSON.stringify(shown)),
    totals: gzipSync(new Uint8Array(desk.totals.buffer)),
  };
}

/** Without what the list does not show: thousands of lines are kept and read again with every page. */
function shortened(line: DeskLine): DeskLine {
  if (!line.pair) return line;
  const marks = (parts: typeof line.pair.parts) => parts.map((part) => ({ ...part, because: '' }));
  const { pair } = line;
  return {
    ...line,
    pair: { ...pair, parts: [], plus: marks(pair.plus), minus: marks(pair.minus) },
  };
}

/** The same as `scoreDesk`, telling between slices of the needs how far it is. */
function scoreInSlices(facts: DeskFacts, report: (share: number) => void): Desk {
  const { needs, mentors } = facts;
  const totals = new Int16Array(needs.length * mentors.length);
  const broken = new Map<number, readonly HardRule[]>();
  for (let from = 0; from < needs.length; from += slice) {
    const part = scoreDesk({ ...facts, needs: needs.slice(from, from + slice) });
    const offset = from * mentors.length;
    totals.set(part.totals, offset);
    for (const [at, rules] of part.broken) broken.set(offset + at, rules);
    report((from + slice) / needs.length);
  }
  return { ...facts, totals, broken };
}

function mentorsOf({ desk, input, result, pairs }: Proposal): Shown['mentors'] {
  const proposed = new Map<string, number>();
  for (const mentorId of pairs.values()) {
    proposed.set(mentorId, (proposed.get(mentorId) ?? 0) + 1);
  }
  const places = new Map(input.mentors.map((mentor) => [mentor.id, mentor.places]));
  return desk.mentors.map(({ id, name }) => ({
    id,
    name,
    places: places.get(id) ?? 0,
    proposed: proposed.get(id) ?? 0,
    price: result.prices[id] ?? 0,
  }));
}

/** What the pages show, unpacked. */
export function shownOf(packed: Uint8Array): Shown {
  return JSON.parse(thaw(packed)) as Shown;
}

/** What was kept of a solve, with a desk read anew put in its order. */
export interface KeptProposal extends Pick<Solved, 'shown' | 'totals' | 'input' | 'result'> {
  facts: DeskFacts;
  wishes: Wishes;
  /** The need whose hard rules are wanted, if one is. */
  needId: string | undefined;
}

/**
 * The proposal of a solve over today's needs and mentors: nothing is solved again. A need or mentor that came
 * since has no total, one that is gone has no pair.
 */
export function proposalOf({ facts, wishes, needId, ...kept }: KeptProposal): Proposal {
  const shown = shownOf(kept.shown);
  const input = JSON.parse(thaw(kept.input)) as MatchInput;
  const result = JSON.parse(thaw(kept.result)) as MatchResult;
  const desk: Desk = { ...facts, ...placed(facts, shown, kept.totals), broken: new Map() };
  const needs = new Set(desk.needs.map((need) => need.id));
  const mentors = new Set(desk.mentors.map((mentor) => mentor.id));
  return {
    desk: { ...desk, broken: rulesFor(desk, needId) },
    wishes,
    input,
    result,
    pairs: new Map(
      result.assigned
        .filter((pair) => needs.has(pair.need) && mentors.has(pair.mentor))
        .map((pair) => [pair.need, pair.mentor]),
    ),
    dropped: shown.dropped,
    isProved: shown.isProved,
  };
}

/** The kept totals in the order of the desk as it is read now. */
function placed(facts: DeskFacts, shown: Shown, packed: Uint8Array): Pick<Desk, 'totals'> {
  const bytes = gunzipSync(packed);
  const kept = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
  const needAt = new Map(shown.needIds.map((id, at) => [id, at]));
  const mentorAt = new Map(shown.mentors.map((mentor, at) => [mentor.id, at]));
  const columns = facts.mentors.map((mentor) => mentorAt.get(mentor.id));
  const totals = new Int16Array(facts.needs.length * facts.mentors.length).fill(-1);
  let at = 0;
  for (const need of facts.needs) {
    const row = needAt.get(need.id);
    for (const column of columns) {
      if (row !== undefined && column !== undefined) {
        totals[at] = kept[row * shown.mentors.length + column] ?? -1;
      }
      at += 1;
    }
  }
  return { totals };
}

/** The hard rules of one need: those of thousands are not kept. */
function rulesFor(desk: Desk, needId: string | undefined): Desk['broken'] {
  const at = desk.needs.findIndex((need) => need.id === needId);
  const need = desk.needs[at];
  if (!need) return new Map();
  const { broken } = scoreDesk({ ...desk, needs: [need] });
  return new Map([...broken].map(([column, rules]) => [at * desk.mentors.length + column, rules]));
}
