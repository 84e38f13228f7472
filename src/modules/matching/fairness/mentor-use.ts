import { plural } from '../../../kernel/text.ts';
import { hardRuleWords } from '../allocation/hard-rule-words.ts';
import { mayBeAsked, rulesOf, totalOf } from '../allocation/desk.ts';
import { placesOf, type Proposal } from '../allocation/proposal.ts';
import { fitWords } from '../allocation/words.ts';
import type { HardRule } from '../hard-rules.ts';
import type { MentorUseRow } from './reads.ts';

export interface MentorUse extends MentorUseRow {
  /** Why nobody ever chose this mentor here; null for those who were asked or matched, and where it is not known. */
  neverChosen: string | null;
}

/** Whether a mentor was never asked nor matched in a programme. */
export function isNeverChosen(row: Pick<MentorUseRow, 'matches' | 'offers'>): boolean {
  return row.matches === 0 && row.offers === 0;
}

/** Why a mentor was never chosen, by the needs that are open now. */
export function neverChosenWords(proposal: Proposal, mentorId: string): string {
  const { desk, pairs, wishes } = proposal;
  const mentorAt = desk.mentors.findIndex((mentor) => mentor.id === mentorId);
  const mentor = desk.mentors[mentorAt];
  if (!mentor) return 'Is not on the panel of this programme any more.';
  const proposedFor = desk.needs.find((need) => pairs.get(need.id) === mentorId);
  if (proposedFor) return `Is proposed for ${proposedFor.enterpriseName} today.`;
  if (!mayBeAsked(mentor)) return notAskedWords(proposal, mentorAt);
  if ((placesOf(desk, wishes).get(mentorId) ?? 0) === 0) {
    return 'Has no place free: matches and offers take what was agreed, other programmes’ among them.';
  }
  if (desk.needs.length === 0) return 'No need is open now.';
  const fits = desk.needs.flatMap((need, at) => {
    const total = totalOf(desk, at, mentorAt);
    return total === null ? [] : [{ need, at, total }];
  });
  const best = fits.reduce<(typeof fits)[number] | null>(
    (top, each) => (top === null || each.total > top.total ? each : top),
    null,
  );
  if (best === null) return notAskedWords(proposal, mentorAt);
  const better = desk.mentors.filter(
    (_, at) => (totalOf(desk, best.at, at) ?? -1) > best.total,
  ).length;
  const fit = `Fits ${best.need.enterpriseName} best, ${fitWords(best.total)} of 100`;
  return better === 0
    ? `${fit}, and better than anybody; others of the whole need the place more, or it is held already.`
    : `${fit}, where ${plural(better, 'mentor')} ${better === 1 ? 'fits' : 'fit'} better.`;
}

/** The rule that keeps a mentor from the most open needs. */
function notAskedWords({ desk }: Proposal, mentorAt: number): string {
  const counts = new Map<HardRule, number>();
  for (let at = 0; at < desk.needs.length; at += 1) {
    for (const rule of rulesOf(desk, at, mentorAt)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  const [top] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!top) return 'Cannot be asked now.';
  const [rule, needs] = top;
  return needs === desk.needs.length
    ? `Cannot take any open need (${hardRuleWords[rule]}).`
    : `Cannot take ${needs} of ${plural(desk.needs.length, 'open need')} (${hardRuleWords[rule]}).`;
}

export interface LoadSpread {
  mentors: number;
  least: number;
  middle: number;
  most: number;
  /** Share of all matches that the busiest fifth of mentors have, 0 to 1; null without a match. */
  busiestFifth: number | null;
  /** Minutes a month: offered, and used of them on average of the last 90 days. */
  offered: number;
  used: number;
  offers: number;
  declined: number;
}

/** How evenly matches and hours are spread over the mentors who are live. */
export function loadSpreadOf(rows: readonly MentorUseRow[]): LoadSpread {
  const live = rows.filter((row) => row.state === 'live');
  const loads = live.map((row) => row.liveMatches).toSorted((a, b) => a - b);
  const all = loads.reduce((sum, load) => sum + load, 0);
  const fifth = Math.ceil(loads.length / 5);
  const busiest = loads.slice(loads.length - fifth).reduce((sum, load) => sum + load, 0);
  const sum = (of: (row: MentorUseRow) => number, over = live) =>
    over.reduce((total, row) => total + of(row), 0);
  return {
    mentors: live.length,
    least: loads[0] ?? 0,
    middle: loads[Math.floor((loads.length - 1) / 2)] ?? 0,
    most: loads.at(-1) ?? 0,
    busiestFifth: all === 0 ? null : busiest / all,
    offered: sum((row) => row.minutesPerMonth),
    used: Math.round(sum((row) => row.usedMinutes) / 3),
    offers: sum((row) => row.offers, [...rows]),
    declined: sum((row) => row.declined, [...rows]),
  };
}

/** The spread in a sentence or two. */
export function spreadWords(spread: LoadSpread): string {
  if (spread.mentors === 0) return 'No mentor is live.';
  const range =
    spread.least === spread.most
      ? `Every mentor has ${plural(spread.least, 'match', 'matches')}.`
      : `Mentors have from ${spread.least} to ${plural(spread.most, 'match', 'matches')}; the one in the middle has ${spread.middle}.`;
  if (spread.busiestFifth === null) return range;
  return `${range} The busiest fifth carry ${Math.round(spread.busiestFifth * 100)} % of them; if all had the same, it would be 20 %.`;
}
