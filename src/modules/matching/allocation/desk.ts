import type { CalendarDate } from '../../../kernel/calendar.ts';
import { freePlaces } from '../../mentors/mentor.ts';
import type { AreaKey } from '../../programmes/area.ts';
import type { Candidate, NeedToMatch } from '../candidate.ts';
import { brokenRules, type HardRule } from '../hard-rules.ts';
import { totalFit } from '../ranking.ts';
import { panelMeanOf } from '../score-parts.ts';
import type { MatchWeights } from '../weights.ts';

/** What has a need already: a match, an offer or a shortlist. */
export interface Held {
  kind: 'match' | 'offer' | 'shortlist';
  id: string;
  /** The mentor matched or asked; null while the enterprise chooses. */
  mentorId: string | null;
  /** Meetings held in this match. */
  meetings: number;
}

export interface DeskNeed {
  id: string;
  enrolmentId: string;
  enterpriseId: string;
  enterpriseName: string;
  area: AreaKey;
  detail: string;
  priority: number;
  minutesPerMonth: number;
  openedOn: CalendarDate;
  /** Days since it was opened. */
  days: number;
  adviserId: string | null;
  /** Null: nobody has it, so it is to be placed. */
  held: Held | null;
  wanted: NeedToMatch;
}

export interface DeskMentor {
  id: string;
  name: string;
  headline: string;
  candidate: Candidate;
  agreedPlaces: number;
  /** In all programmes together. */
  liveMatches: number;
  offersOpen: number;
  /** Minutes a month: agreed, and what matches, offers and group sessions take of them. */
  minutes: { agreed: number; matches: number; offers: number; groups: number };
}

/** Needs and mentors as they are read, not scored yet. */
export interface DeskFacts {
  needs: readonly DeskNeed[];
  mentors: readonly DeskMentor[];
  weights: MatchWeights;
  weightsVersion: number;
}

/** Everything a proposal is made from, before anybody's wishes. */
export interface Desk extends DeskFacts {
  /** Need × mentors.length + mentor: total 0 to 10,000, or −1 where a hard rule keeps the two apart. */
  totals: Int16Array;
  /** The rules that keep them apart, by the same index. */
  broken: ReadonlyMap<number, readonly HardRule[]>;
}

/** Scores every need with every mentor: the same rules and sums as the page of one need. */
export function scoreDesk(desk: DeskFacts): Desk {
  const { needs, mentors, weights } = desk;
  const context = {
    adjacent: new Map<string, Set<string>>(),
    panelMean: panelMeanOf(mentors.map((each) => each.candidate)),
  };
  const totals = new Int16Array(needs.length * mentors.length).fill(-1);
  const broken = new Map<number, readonly HardRule[]>();
  let at = 0;
  for (const need of needs) {
    for (const mentor of mentors) {
      const rules = stays(need, mentor.id)
        ? []
        : // Places are counted by the solver, not ruled out.
          brokenRules(need.wanted, mentor.candidate).filter((rule) => rule !== 'no-place');
      if (rules.length > 0) broken.set(at, rules);
      else totals[at] = totalFit(need.wanted, mentor.candidate, weights, context);
      at += 1;
    }
  }
  return { ...desk, totals, broken };
}

/** A match that goes on may do so, whatever a rule would say of a new one. */
function stays(need: DeskNeed, mentorId: string): boolean {
  return need.held?.kind === 'match' && need.held.mentorId === mentorId;
}

/** The total of a pair, or null where a hard rule keeps the two apart. */
export function totalOf(desk: Desk, needAt: number, mentorAt: number): number | null {
  const total = desk.totals[needAt * desk.mentors.length + mentorAt] ?? -1;
  return total < 0 ? null : total;
}

/** The hard rules that keep a pair apart; empty where none does. */
export function rulesOf(desk: Desk, needAt: number, mentorAt: number): readonly HardRule[] {
  return desk.broken.get(needAt * desk.mentors.length + mentorAt) ?? [];
}

/** How many mentors may take a need and have a place now. */
export function askableFor(desk: Desk, needAt: number): number {
  return desk.mentors.filter(
    ({ candidate }, mentorAt) =>
      totalOf(desk, needAt, mentorAt) !== null && freePlaces(candidate.load) > 0,
  ).length;
}

/** How many mentors each hard rule keeps from a need, the most frequent first. */
export function funnelOf(desk: Desk, needAt: number): { rule: HardRule; mentors: number }[] {
  const counts = new Map<HardRule, number>();
  for (let at = 0; at < desk.mentors.length; at += 1) {
    for (const rule of rulesOf(desk, needAt, at)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return [...counts]
    .map(([rule, mentors]) => ({ rule, mentors }))
    .toSorted((a, b) => b.mentors - a.mentors || (a.rule < b.rule ? -1 : 1));
}

/** Whether a mentor may be asked for anything at all now: on the panel, inducted, signed, and not too busy. */
export function mayBeAsked({ candidate }: DeskMentor): boolean {
  return (
    candidate.state === 'live' && candidate.inducted && candidate.codeSigned && !candidate.busyUntil
  );
}
