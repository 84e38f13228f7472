/** Whole points, by convention 0 to 10,000 for a fit. */
export type Points = number;

export interface PairInput {
  mentor: string;
  fit: Points;
}

export interface NeedInput {
  id: string;
  /** What it costs to leave the need without a mentor. */
  unmatchedPenalty: Points;
  pairs: readonly PairInput[];
}

export interface MentorInput {
  id: string;
  places: number;
}

/** A pair that exists. Its loyalty is added to its fit while deciding; a pinned pair stays whatever it costs. */
export interface ExistingPair {
  need: string;
  mentor: string;
  loyalty: Points | 'pinned';
  /** Meetings held; only for setting loyalty anew (see loyalty.ts). */
  meetings?: number;
}

export interface MatchInput {
  needs: readonly NeedInput[];
  mentors: readonly MentorInput[];
  existing?: readonly ExistingPair[];
  /** Decides between allocations that are equal in all else. */
  salt?: string;
}

export interface AssignedPair {
  need: string;
  mentor: string;
  fit: Points;
}

export interface Certificate {
  format: 1;
  /** Σ (fit + loyalty) of assigned − Σ penalty of unmatched, as decimal text. */
  primal: string;
  /** Σ places × price + Σ values. Equal to `primal` exactly, which proves that nothing better exists. */
  dual: string;
  /** SHA-256 of the input in canonical order, hexadecimal. */
  inputHash: string;
  /** Whether every pair of the input was priced, not only a list of the best. */
  allPairs: boolean;
}

export interface MatchStats {
  needs: number;
  mentors: number;
  pairs: number;
  /** How the first solution was found. */
  start: 'paths' | 'auction';
  /** Existing pairs that did not stay. */
  moved: number;
  /** What decided between equally good allocations; empty where there was only one. */
  levels: ('moves' | 'served' | 'balance' | 'hash')[];
}

export interface MatchResult {
  /** Σ fit of assigned − Σ penalty of unmatched, without loyalty. */
  objective: Points;
  assigned: AssignedPair[];
  unmatched: string[];
  /** Smallest optimal prices: what one more place with the mentor is worth, exactly. */
  prices: Record<string, Points>;
  /** What each need gets: fit + loyalty − price of its mentor, or minus its penalty. */
  values: Record<string, Points>;
  certificate: Certificate;
  stats: MatchStats;
}

/** An input that cannot be solved, with the place where it is wrong: `needs[3].pairs[0].fit`. */
export class InputError extends Error {
  override name = 'InputError';
  readonly at: string;
  constructor(at: string, message: string) {
    super(at === '' ? message : `${at}: ${message}`);
    this.at = at;
  }
}

/**
 * Reads an unknown JSON value as input, in one pass.
 * @throws InputError naming the first place that is wrong. Ids, duplicates and sums are checked when solving.
 */
export function parseMatchInput(json: unknown): MatchInput {
  const top = recordAt(json, '');
  const needs = listAt(top['needs'], 'needs').map((each, index): NeedInput => {
    const at = `needs[${index}]`;
    const need = recordAt(each, at);
    return {
      id: textAt(need['id'], `${at}.id`),
      unmatchedPenalty: pointsAt(need['unmatchedPenalty'], `${at}.unmatchedPenalty`),
      pairs: pairsAt(need['pairs'], at),
    };
  });
  const mentors = listAt(top['mentors'], 'mentors').map((each, index): MentorInput => {
    const at = `mentors[${index}]`;
    const mentor = recordAt(each, at);
    const places = pointsAt(mentor['places'], `${at}.places`);
    if (places < 0) throw new InputError(`${at}.places`, 'must not be negative');
    return { id: textAt(mentor['id'], `${at}.id`), places };
  });
  const input: MatchInput = { needs, mentors };
  if (top['existing'] != null) input.existing = existingAt(top['existing']);
  if (top['salt'] != null && top['salt'] !== '') input.salt = textAt(top['salt'], 'salt');
  return input;
}

function pairsAt(value: unknown, need: string): PairInput[] {
  return listAt(value, `${need}.pairs`).map((each, index): PairInput => {
    const pair = each as Partial<PairInput> | null;
    // The quick test first: half a million pairs pass here, and text for an error is made only when needed.
    if (typeof pair?.mentor === 'string' && Number.isSafeInteger(pair.fit))
      return each as PairInput;
    const at = `${need}.pairs[${index}]`;
    const record = recordAt(each, at);
    return {
      mentor: textAt(record['mentor'], `${at}.mentor`),
      fit: pointsAt(record['fit'], `${at}.fit`),
    };
  });
}

function existingAt(value: unknown): ExistingPair[] {
  return listAt(value, 'existing').map((each, index): ExistingPair => {
    const at = `existing[${index}]`;
    const pair = recordAt(each, at);
    const loyalty = pair['loyalty'];
    const existing: ExistingPair = {
      need: textAt(pair['need'], `${at}.need`),
      mentor: textAt(pair['mentor'], `${at}.mentor`),
      loyalty: loyalty === 'pinned' ? loyalty : pointsAt(loyalty, `${at}.loyalty`),
    };
    if (pair['meetings'] != null) existing.meetings = pointsAt(pair['meetings'], `${at}.meetings`);
    return existing;
  });
}

function recordAt(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(at, at === '' ? 'The input must be an object.' : 'must be an object');
  }
  return value as Record<string, unknown>;
}

function listAt(value: unknown, at: string): unknown[] {
  if (!Array.isArray(value)) throw new InputError(at, 'must be a list');
  return value as unknown[];
}

function textAt(value: unknown, at: string): string {
  if (typeof value !== 'string' || value === '') throw new InputError(at, 'must be text');
  return value;
}

function pointsAt(value: unknown, at: string): number {
  if (!Number.isSafeInteger(value)) throw new InputError(at, 'must be a whole number');
  return value as number;
}
