import type { AreaKey } from '../programmes/area.ts';

export const mentorStates = [
  'candidate',
  'appointed',
  'inducted',
  'live',
  'paused',
  'left',
] as const;
export type MentorState = (typeof mentorStates)[number];

/** What a level of expertise rests on, and how far it is believed, in percent. */
export const evidenceFactor = { 'self-stated': 60, verified: 85, shown: 100 } as const;
export type ExpertiseEvidence = keyof typeof evidenceFactor;

export interface Expertise {
  area: AreaKey;
  /** Sub-topics in the programme's own words. */
  topics: readonly string[];
  /** 1 knows about it … 5 has done it several times. */
  level: 1 | 2 | 3 | 4 | 5;
  evidence: ExpertiseEvidence;
}

/** Everything that takes one of a mentor's places, whatever the channel it came through. */
export interface MentorLoad {
  agreedPlaces: number;
  liveMatches: number;
  offersOpen: number;
  heldForEvents: number;
  otherProgrammes: number;
}

/** Places left; never below zero. */
export function freePlaces(load: MentorLoad): number {
  const taken = load.liveMatches + load.offersOpen + load.heldForEvents + load.otherProgrammes;
  return Math.max(0, load.agreedPlaces - taken);
}

/** Counts of a row as the pure rule takes them. */
export function loadOf(row: {
  places: number;
  liveMatches: number;
  offersOpen: number;
}): MentorLoad {
  return {
    agreedPlaces: row.places,
    liveMatches: row.liveMatches,
    offersOpen: row.offersOpen,
    heldForEvents: 0,
    otherProgrammes: 0,
  };
}

const steps: Record<MentorState, readonly MentorState[]> = {
  candidate: ['appointed', 'left'],
  appointed: ['inducted', 'left'],
  inducted: ['live', 'left'],
  live: ['paused', 'left'],
  paused: ['live', 'left'],
  left: ['appointed'],
};

/** A mentor goes live only after induction; somebody who left comes back through appointment. */
export function mayBecome(from: MentorState, to: MentorState): boolean {
  return steps[from].includes(to);
}
