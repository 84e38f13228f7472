import type { Market, Move } from '../../../../packages/matching-engine/src/market.ts';
import type { AreaKey } from '../../programmes/area.ts';
import { pointsOf } from '../allocation/allocation.ts';
import { funnelOf, mayBeAsked, totalOf } from '../allocation/desk.ts';
import type { Proposal } from '../allocation/proposal.ts';
import { brokenRules, type HardRule } from '../hard-rules.ts';
import { totalFit } from '../ranking.ts';
import { panelMeanOf } from '../score-parts.ts';
import { type Archetype, archetypesOf } from './archetype.ts';

/** How many further mentors of one kind are asked about. */
export const mostFurther = 3;

/** Kinds told in full; the worth of the rest is known to be smaller. */
const mostKinds = 24;

/** A kind of mentor that would bring something, and the pairs it could form. */
export interface Prospect {
  archetype: Archetype;
  pairs: { need: string; fit: number; total: number }[];
  /** What the first place is worth, exactly: Σ of points for the whole programme. */
  first: number;
}

/** What one more mentor of a kind brings on top of those before. */
export interface Further {
  /** Points for the whole programme; never more than the mentor before. */
  worth: number;
  /** Needs that would get a mentor and have none without. */
  served: string[];
  /** Who moves, place by place, each chain beginning with the newcomer. */
  chains: Move[][];
  /** With this mentor, for the whole programme. */
  servedInAll: number;
  /** Mean total 0 to 10,000; null while nobody is served. */
  meanFit: number | null;
}

export interface ScarceSkill {
  area: AreaKey;
  sector: string | null;
  places: number;
  level: number;
  further: Further[];
}

/** One mentor to recruit, after all those before. */
export interface NextRecruit {
  area: AreaKey;
  sector: string | null;
  level: number;
  places: number;
  /** Points for the whole programme on top of those before. */
  worth: number;
  /** Needs that get a mentor with this one and had none before. */
  served: string[];
}

/** A need that nobody serves, with the mentors each rule keeps out. */
export interface UnservedNeed {
  needId: string;
  enrolmentId: string;
  firm: string;
  area: AreaKey;
  sector: string | null;
  days: number;
  /** Mentors each rule keeps out, one mentor under each rule broken. */
  funnel: { rule: HardRule; mentors: number }[];
  mentors: number;
  /** Mentors no rule keeps out, and how many of them have a place in this run. */
  may: number;
  withPlace: number;
  /** Whether any kind of further mentor could have it at all. */
  isPossible: boolean;
}

/** What recruitment needs to know; plain data, so that it can be kept. */
export interface Advice {
  open: number;
  served: number;
  meanFit: number | null;
  mentors: number;
  skills: ScarceSkill[];
  /** Whom to recruit first and whom after that one; missing in advice that was kept before it told so. */
  sequence?: NextRecruit[];
  /** Areas in which one more mentor would bring nothing now. */
  enough: AreaKey[];
  unserved: UnservedNeed[];
  /** Of every need (by its firm) and mentor that is named. */
  names: Record<string, string>;
}

/**
 * The kinds of mentor that would bring something, the most valuable first. The first place of a mentor is worth
 * the most that a pair exceeds what its need gets now, because the values come from the smallest prices.
 */
export function prospectsOf(proposal: Proposal): Prospect[] {
  const { desk, result, input } = proposal;
  const context = {
    adjacent: new Map<string, Set<string>>(),
    panelMean: panelMeanOf(desk.mentors.map((each) => each.candidate)),
  };
  const taking = new Set(input.needs.map((need) => need.id));
  const pinned = new Set((input.existing ?? []).map((each) => each.need));
  const needs = desk.needs.filter((need) => taking.has(need.id) && !pinned.has(need.id));
  return archetypesOf(desk)
    .map((archetype): Prospect => {
      let first = 0;
      const pairs: Prospect['pairs'] = [];
      for (const need of needs) {
        if (need.area !== archetype.area) continue;
        if (brokenRules(need.wanted, archetype.candidate).length > 0) continue;
        const total = totalFit(need.wanted, archetype.candidate, desk.weights, context);
        const fit = pointsOf(total, need.priority);
        pairs.push({ need: need.id, fit, total });
        first = Math.max(first, fit - (result.values[need.id] ?? 0));
      }
      return { archetype, pairs, first };
    })
    .filter((each) => each.first > 0)
    .toSorted((a, b) => b.first - a.first || compareKinds(a.archetype, b.archetype))
    .slice(0, mostKinds);
}

function compareKinds(a: Archetype, b: Archetype): number {
  return `${a.area} ${a.sector ?? ''}` < `${b.area} ${b.sector ?? ''}` ? -1 : 1;
}

/** The exact worth of one, two and three mentors of a kind, and who would move for each. */
export function scarceSkillOf(
  proposal: Proposal,
  market: Market,
  { archetype, pairs }: Prospect,
): ScarceSkill {
  const { area, sector, places, level } = archetype;
  const { gains, chains } = market.recruit(pairs, mostFurther * places);
  const newcomers = new Map(pairs.map((pair) => [pair.need, pair.total]));
  const fits = fitsOf(proposal);
  const further: Further[] = [];
  for (let at = 0; at < mostFurther; at += 1) {
    const own = chains.slice(at * places, (at + 1) * places);
    for (const move of own.flat()) {
      const total = move.to === newcomer ? newcomers.get(move.need) : totalWith(proposal, move);
      if (move.to === null || total === undefined) fits.delete(move.need);
      else fits.set(move.need, total);
    }
    const worth = gains.slice(at * places, (at + 1) * places).reduce((sum, gain) => sum + gain, 0);
    if (worth <= 0) break;
    further.push({
      worth,
      served: own.flatMap((chain) =>
        chain.filter((move) => move.from === null && move.to !== null).map((move) => move.need),
      ),
      chains: own.filter((chain) => chain.length > 0).map(inOrder),
      servedInAll: fits.size,
      meanFit: meanOf([...fits.values()]),
    });
  }
  return { area, sector, places, level, further };
}

/** What the engine calls the mentor who is not there yet. */
export const newcomer = 'newcomer';

/** A chain from the newcomer to the end: each need takes the place that the one before leaves. */
function inOrder(chain: readonly Move[]): Move[] {
  const left = new Set(chain);
  const ordered: Move[] = [];
  for (let to: string | null = newcomer; left.size > 0;) {
    const next: Move | undefined =
      [...left].find((move) => move.to === to) ?? [...left].find((move) => move.to === newcomer);
    const move: Move | undefined = next ?? left.values().next().value;
    if (!move) break;
    left.delete(move);
    ordered.push(move);
    to = move.from;
  }
  return ordered;
}

/** Totals of the open needs that get a mentor. */
function fitsOf({ desk, pairs }: Proposal): Map<string, number> {
  const mentorAt = new Map(desk.mentors.map((mentor, at) => [mentor.id, at]));
  return new Map(
    desk.needs.flatMap((need, at) => {
      const total = totalOf(desk, at, mentorAt.get(pairs.get(need.id) ?? '') ?? -1);
      return need.held !== null || !pairs.has(need.id) || total === null ? [] : [[need.id, total]];
    }),
  );
}

function totalWith({ desk }: Proposal, { need, to }: Move): number | undefined {
  const needAt = desk.needs.findIndex((each) => each.id === need);
  const mentorAt = desk.mentors.findIndex((each) => each.id === to);
  return mentorAt < 0 ? undefined : (totalOf(desk, needAt, mentorAt) ?? undefined);
}

function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The needs that nobody serves, the longest waiting first; `possible` are those a further mentor could have. */
export function unservedNeedsOf(proposal: Proposal, possible: ReadonlySet<string>): UnservedNeed[] {
  const { desk, input } = proposal;
  const without = new Set(proposal.result.unmatched);
  const places = new Map(input.mentors.map((mentor) => [mentor.id, mentor.places]));
  return desk.needs
    .flatMap((need, at): UnservedNeed[] => {
      if (!without.has(need.id)) return [];
      const may = desk.mentors.filter((_, mentor) => totalOf(desk, at, mentor) !== null);
      const open = may.filter((each) => mayBeAsked(each) && (places.get(each.id) ?? 0) > 0);
      return [
        {
          needId: need.id,
          enrolmentId: need.enrolmentId,
          firm: need.enterpriseName,
          area: need.area,
          sector: need.wanted.sector,
          days: need.days,
          funnel: funnelOf(desk, at),
          mentors: desk.mentors.length,
          may: may.length,
          withPlace: open.length,
          isPossible: possible.has(need.id),
        },
      ];
    })
    .toSorted((a, b) => b.days - a.days || (a.needId < b.needId ? -1 : 1));
}
