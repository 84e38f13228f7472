import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { mentorsForMatching } from '../mentors/reads.ts';
import { todayIn } from '../programmes/reads.ts';
import { candidateOf } from './candidates.ts';
import { type HardRule, brokenRules, ruleSentence } from './hard-rules.ts';
import { needToMatchOf } from './need-to-match.ts';
import { pairFactsOf } from './pair-fact-rows.ts';
import { needInPlace } from './reads.ts';

/** What the offer itself takes, and what a yes answers: the places are counted apart from these. */
const answeredByYes: ReadonlySet<HardRule> = new Set([
  'no-place',
  'already-asked',
  'too-busy',
  'declined',
]);

/** Rules about the mentor alone, which the mentor may hear of; all others are for staff only. */
const ownRules: ReadonlySet<HardRule> = new Set([
  'not-inducted',
  'code-not-signed',
  'not-live',
  'paused',
  'left',
]);

interface PairProblem {
  rule: HardRule;
  /** For staff. */
  because: string;
  /** The mentor may be told. */
  isOwn: boolean;
}

/**
 * The hard rules once more, for an offer that is about to become a match. The caller holds the locks of need and
 * mentor, so what another transaction ended before them is seen here.
 */
export async function pairProblems(
  tx: Tx,
  ctx: Pick<Ctx, 'clock' | 'org'>,
  needId: string,
  mentorId: string,
): Promise<PairProblem[]> {
  const need = await needInPlace(tx, needId);
  const today = await todayIn(tx, ctx, need.programmeId);
  const [facts, rows] = await Promise.all([
    pairFactsOf(tx, [need], today),
    mentorsForMatching(tx, today, need.programmeId),
  ]);
  const row = rows.find((each) => each.id === mentorId);
  if (!row) return [{ rule: 'left', because: 'Has left.', isOwn: true }];
  const wanted = needToMatchOf(need, facts);
  const mentor = candidateOf(row, facts.rules, today);
  return brokenRules(wanted, mentor)
    .filter((rule) => !answeredByYes.has(rule))
    .map((rule) => ({
      rule,
      because: ruleSentence(rule, wanted, mentor),
      isOwn: ownRules.has(rule),
    }));
}
