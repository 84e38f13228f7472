import type { Candidate, NeedToMatch } from './candidate.ts';
import { type HardRule, brokenRules, ruleSentence } from './hard-rules.ts';
import {
  type AdjacentSectors,
  neutral,
  panelMeanOf,
  partSentence,
  partValue,
  restsOnFacts,
  type ScoringContext,
} from './score-parts.ts';
import { type MatchWeights, type PartKey, partKeys, partWords } from './weights.ts';

export interface PartScore {
  part: PartKey;
  label: string;
  /** 0 to 100. */
  value: number;
  weight: number;
  /** Weight × value; the parts of a mentor sum to the total. */
  points: number;
  known: boolean;
  because: string;
}

export interface RankedMentor {
  mentorId: string;
  /** 0 to 10,000. */
  total: number;
  parts: PartScore[];
  /** Parts that rest on missing facts. */
  flags: PartKey[];
}

export interface ExcludedMentor {
  mentorId: string;
  rules: { rule: HardRule; because: string }[];
}

export interface Ranking {
  /** Best first, at most `limit`. */
  ranked: RankedMentor[];
  /** How many passed the hard rules. */
  eligible: number;
  excluded: ExcludedMentor[];
}

interface RankingOptions {
  limit?: number;
  adjacent?: AdjacentSectors;
}

const width = partKeys.length;

/**
 * Mentors for one need: hard rules first, then the weighted parts. Ties go to the higher expertise, then to
 * the smaller id. Numbers are kept in flat arrays and sentences made only for the `limit` best; O(n log n).
 */
export function rankMentors(
  need: NeedToMatch,
  mentors: readonly Candidate[],
  weights: MatchWeights,
  { limit = 10, adjacent = new Map() }: RankingOptions = {},
): Ranking {
  const context = { adjacent, panelMean: panelMeanOf(mentors) };
  const excluded: ExcludedMentor[] = [];
  const passed: Candidate[] = [];
  for (const mentor of mentors) {
    const broken = brokenRules(need, mentor);
    if (broken.length === 0) passed.push(mentor);
    else
      excluded.push({
        mentorId: mentor.id,
        rules: broken.map((rule) => ({ rule, because: ruleSentence(rule, need, mentor) })),
      });
  }
  const values = new Int16Array(passed.length * width);
  const totals = new Int32Array(passed.length);
  for (const [row, mentor] of passed.entries()) {
    totals[row] = scoreInto(values, row * width, need, mentor, weights, context);
  }
  const valueAt = (row: number, column: number) => values[row * width + column] ?? -1;
  const expertise = (row: number) => (valueAt(row, 0) < 0 ? neutral : valueAt(row, 0));
  const order = Uint32Array.from(passed.keys()).toSorted(
    (a, b) =>
      (totals[b] ?? 0) - (totals[a] ?? 0) ||
      expertise(b) - expertise(a) ||
      compareIds(passed[a]?.id ?? '', passed[b]?.id ?? ''),
  );
  const ranked: RankedMentor[] = [];
  for (const row of order.subarray(0, limit)) {
    const mentor = passed[row];
    if (!mentor) continue;
    const own = values.subarray(row * width, (row + 1) * width);
    ranked.push(explained(need, mentor, weights, own, totals[row] ?? 0));
  }
  excluded.sort((a, b) => compareIds(a.mentorId, b.mentorId));
  return { ranked, eligible: passed.length, excluded };
}

/** The total of one pair, 0 to 10,000, whatever rule may keep the two apart. */
export function totalFit(
  need: NeedToMatch,
  mentor: Candidate,
  weights: MatchWeights,
  context: ScoringContext,
): number {
  return scoreInto(scratch, 0, need, mentor, weights, context);
}

/** One pair with its parts in words, whatever rule may keep the two apart. */
export function explainPair(
  need: NeedToMatch,
  mentor: Candidate,
  weights: MatchWeights,
  context: ScoringContext,
): RankedMentor {
  const values = new Int16Array(width);
  const total = scoreInto(values, 0, need, mentor, weights, context);
  return explained(need, mentor, weights, values, total);
}

const scratch = new Int16Array(width);

/** Writes the value of each part from `at` on, -1 for what is not known, and gives the total. */
function scoreInto(
  values: Int16Array,
  at: number,
  need: NeedToMatch,
  mentor: Candidate,
  weights: MatchWeights,
  context: ScoringContext,
): number {
  let total = 0;
  for (const [column, part] of partKeys.entries()) {
    const value = partValue(part, need, mentor, context);
    values[at + column] = value ?? -1;
    total += weights[part] * (value ?? neutral);
  }
  return total;
}

function explained(
  need: NeedToMatch,
  mentor: Candidate,
  weights: MatchWeights,
  values: Int16Array,
  total: number,
): RankedMentor {
  const parts = partKeys.map((part, column): PartScore => {
    const stored = values[column] ?? -1;
    const isSet = stored >= 0;
    const known = restsOnFacts(part, mentor, stored);
    const value = isSet ? stored : neutral;
    return {
      part,
      label: partWords[part],
      value,
      weight: weights[part],
      points: weights[part] * value,
      known,
      because: partSentence(part, need, mentor, isSet ? stored : null),
    };
  });
  const flags = parts.filter((part) => !part.known).map((part) => part.part);
  return { mentorId: mentor.id, total, parts, flags };
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The three known parts that speak most for a mentor, by points won, and of the other known parts the two that
 * lose most. What is not known speaks neither way.
 */
export function plusAndMinus(mentor: Pick<RankedMentor, 'parts'>): {
  plus: PartScore[];
  minus: PartScore[];
} {
  const lost = (part: PartScore) => part.weight * 100 - part.points;
  const known = mentor.parts.filter((part) => part.known);
  const plus = known
    .filter((part) => part.value >= neutral && part.weight > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, 3);
  const minus = known
    .filter((part) => !plus.includes(part) && lost(part) > 0)
    .toSorted((a, b) => lost(b) - lost(a))
    .slice(0, 2);
  return { plus, minus };
}
