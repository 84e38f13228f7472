import { type AreaKey, areaKeys } from '../../programmes/area.ts';
import type { Stage } from '../../programmes/programme.ts';
import type { Desk } from '../allocation/desk.ts';
import type { Candidate } from '../candidate.ts';
import { leastExpertise } from '../hard-rules.ts';
import { evidenceFactor, type Expertise } from '../../mentors/mentor.ts';

/** A mentor who is not there yet: one area, perhaps one sector, and for the rest as the panel's mentors are. */
export interface Archetype {
  area: AreaKey;
  /** Null: no sector in particular, which counts half. */
  sector: string | null;
  /** Places such a mentor would bring. */
  places: number;
  /** 1 to 5, as verified. */
  level: Expertise['level'];
  candidate: Candidate;
}

/** So many places at most, whatever the panel's agreements say. */
const mostPlaces = 5;

/**
 * A mentor per area, and one per area and sector of which an open need is. Places, level, languages, stages, times
 * and ways of meeting are those of the live panel; what the panel does not tell is left open and counts half.
 */
export function archetypesOf(desk: Pick<Desk, 'needs' | 'mentors'>): Archetype[] {
  const live = desk.mentors.map((each) => each.candidate).filter((each) => each.state === 'live');
  const common = typicalOf(live);
  const places = Math.min(
    mostPlaces,
    Math.max(
      1,
      median(
        live.map((m) => m.load.agreedPlaces),
        2,
      ),
    ),
  );
  const make = (area: AreaKey, sector: string | null): Archetype => {
    const level = levelOf(live, area);
    return {
      area,
      sector,
      places,
      level,
      candidate: {
        ...common,
        load: { ...common.load, agreedPlaces: places },
        expertise: [{ area, topics: [], level, evidence: 'verified' }],
        sectors: sector === null ? null : [sector],
      },
    };
  };
  const sectors = new Map<AreaKey, Set<string>>();
  for (const { wanted } of desk.needs) {
    if (wanted.sector === null) continue;
    sectors.set(wanted.area, (sectors.get(wanted.area) ?? new Set()).add(wanted.sector));
  }
  return areaKeys.flatMap((area) => [
    make(area, null),
    ...[...(sectors.get(area) ?? [])].toSorted().map((sector) => make(area, sector)),
  ]);
}

/** The middle level of those who may be asked about an area; 4 where nobody may. Never below what may be asked. */
function levelOf(live: readonly Candidate[], area: AreaKey): Expertise['level'] {
  const levels = live.flatMap((mentor) =>
    (mentor.expertise ?? [])
      .filter((each) => each.area === area)
      .filter((each) => (each.level * evidenceFactor[each.evidence]) / 5 >= leastExpertise)
      .map((each) => each.level),
  );
  return Math.max(2, median(levels, 4)) as Expertise['level'];
}

function typicalOf(live: readonly Candidate[]): Candidate {
  const half = live.length / 2;
  const common = <T>(lists: readonly (readonly T[] | null)[]) => {
    const counts = new Map<T, number>();
    for (const list of lists) for (const each of list ?? []) count(counts, each);
    return [...counts].filter(([, found]) => found >= half).map(([each]) => each);
  };
  const languages = common(live.map((each) => each.languages));
  const stages = common<Stage>(live.map((each) => each.stages));
  const times = live.map((each) => each.slots).filter((slots) => slots !== null);
  let slots = 0;
  for (let slot = 0; slot < 21; slot += 1) {
    const free = times.filter((each) => (each & (1 << slot)) !== 0).length;
    if (times.length > 0 && free >= times.length / 2) slots |= 1 << slot;
  }
  return {
    id: 'newcomer',
    state: 'live',
    inducted: true,
    codeSigned: true,
    load: { agreedPlaces: 1, liveMatches: 0, offersOpen: 0, heldForEvents: 0, otherProgrammes: 0 },
    conflicts: new Set(),
    vetoes: new Set(),
    languages,
    expertise: null,
    sectors: null,
    businessModels: null,
    stages: stages.length === 0 ? null : stages,
    meets: 'either',
    place: null,
    travelsKm: null,
    slots: slots === 0 ? null : slots,
    style: null,
    perceivedFit: null,
    feedback: { count: 0, mean: 0 },
    trainingCurrent: true,
  };
}

function count<T>(counts: Map<T, number>, each: T): void {
  counts.set(each, (counts.get(each) ?? 0) + 1);
}

/** The lower middle value, or `otherwise` of none. */
function median(values: readonly number[], otherwise: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? otherwise;
}
