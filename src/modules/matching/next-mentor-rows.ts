import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { mentorsForMatching } from '../mentors/reads.ts';
import type { AreaKey } from '../programmes/area.ts';
import { todayIn } from '../programmes/reads.ts';
import { candidateOf } from './candidates.ts';
import { type HardRule, brokenRules, ruleSentence } from './hard-rules.ts';
import { needToMatchOf } from './need-to-match.ts';
import { pairFactsOf } from './pair-fact-rows.ts';
import { plusAndMinus, rankMentors, totalFit } from './ranking.ts';
import { needInPlace, weightsInForce } from './reads.ts';
import { panelMeanOf } from './score-parts.ts';

/** What is true of whoever has the place already, and no reason against going on. */
const alreadyThere: ReadonlySet<HardRule> = new Set([
  'no-place',
  'already-asked',
  'too-busy',
  'declined',
]);

/** Rules that no reason outweighs. */
const absolute: ReadonlySet<HardRule> = new Set([
  'left',
  'conflict-of-interest',
  'enterprise-veto',
  'mentor-veto',
  'barred',
]);

export interface GoingOn {
  /** 0 to 10,000 for the next need. */
  total: number;
  /** Hard rules that keep the present mentor from it. */
  against: { rule: HardRule; because: string; isAbsolute: boolean }[];
}

const most = 3;

/**
 * Who could work on a need in place of the present mentor, before anything ends, and how the present mentor fits it.
 * With an area, the need as it would be next.
 */
export async function nextMentorsOf(
  tx: Tx,
  ctx: Pick<Ctx, 'clock' | 'org'>,
  present: { needId: string; mentorId: string },
  next: { area?: AreaKey; topics?: readonly string[] } = {},
) {
  const need = await needInPlace(tx, present.needId);
  const today = await todayIn(tx, ctx, need.programmeId);
  const facts = await pairFactsOf(tx, [need], today);
  const rows = await mentorsForMatching(tx, today, need.programmeId);
  const { weights } = await weightsInForce(tx, need.programmeId);
  const isOther = next.area !== undefined && next.area !== need.area;
  const wanted = needToMatchOf(
    {
      ...need,
      area: next.area ?? need.area,
      topics: next.topics ?? (isOther ? [] : need.topics),
    },
    facts,
  );
  const candidates = rows.map((row) => candidateOf(row, facts.rules, today));
  const names = new Map(rows.map((row) => [row.id, row.name]));
  const others = candidates.filter((each) => each.id !== present.mentorId);
  const ranking = rankMentors(wanted, others, weights, { limit: most });
  const mentor = candidates.find((each) => each.id === present.mentorId);
  const context = { adjacent: new Map<string, Set<string>>(), panelMean: panelMeanOf(candidates) };
  const goingOn: GoingOn | null = mentor
    ? {
        total: totalFit(wanted, mentor, weights, context),
        against: brokenRules(wanted, mentor)
          .filter((rule) => !alreadyThere.has(rule))
          .map((rule) => ({
            rule,
            because: ruleSentence(rule, wanted, mentor),
            isAbsolute: absolute.has(rule),
          })),
      }
    : null;
  return {
    area: wanted.area,
    askable: ranking.eligible,
    first: ranking.ranked.map((each) => ({
      mentorId: each.mentorId,
      name: names.get(each.mentorId) ?? '',
      total: each.total,
      plus: plusAndMinus(each).plus.map((part) => part.because),
    })),
    goingOn,
  };
}
