import type { CalendarDate } from '../../kernel/calendar.ts';
import type { AreaKey } from '../programmes/area.ts';
import type { Stage } from '../programmes/programme.ts';
import type { Expertise, MentorLoad, MentorState } from '../mentors/mentor.ts';
import type { ContrastAxis, StyleAnswers } from '../mentors/working-style.ts';
import type { DeclineReason } from './offer.ts';
import type { TraitWish } from './wishes/trait.ts';

export interface Place {
  latitude: number;
  longitude: number;
}

/** What is looked for. Null is "not known" and scores neutral; nothing here describes a protected trait. */
export interface NeedToMatch {
  enterpriseId: string;
  area: AreaKey;
  topics: readonly string[];
  sector: string | null;
  businessModel: string | null;
  stage: Stage | null;
  languages: readonly string[];
  meeting: 'in-person' | 'remote' | 'either';
  place: Place | null;
  /** ONS code of the local authority; stands in for the place where that is not known. */
  authorityCode?: string | null;
  /** Bit per weekly slot: 7 days × morning, afternoon, evening from bit 0, Monday morning. */
  slots: number | null;
  slotsNeededPerMonth: number;
  style: StyleAnswers | null;
  contrast: readonly ContrastAxis[];
  /** Mentors the enterprise does not want, and those tried and closed for fit. */
  vetoed: ReadonlySet<string>;
  triedForFit: ReadonlySet<string>;
  /** Mentors whom staff ruled out for this enterprise, and those matched or asked for this need already. */
  barred?: ReadonlySet<string>;
  asked?: ReadonlySet<string>;
  /** Mentors whose no to this need, area or enterprise still counts. */
  declined?: ReadonlyMap<string, DeclineReason>;
  /** Mentors whom the enterprise turned down on a shortlist, with its words. */
  turnedDown?: ReadonlyMap<string, string>;
  /** 1 to 5 as this enterprise felt after meeting a mentor; takes the place of the style answers. */
  felt?: ReadonlyMap<string, number>;
  /** What the founder wishes the mentor to be, with those who gave that for this very purpose. */
  wish?: TraitWish;
}

export interface Candidate {
  id: string;
  state: MentorState;
  inducted: boolean;
  codeSigned: boolean;
  load: MentorLoad;
  /** Enterprises with a conflict of interest, and those the mentor does not want. */
  conflicts: ReadonlySet<string>;
  vetoes: ReadonlySet<string>;
  languages: readonly string[];
  /** Null when the profile has not been filled in; an empty list means none. */
  expertise: readonly Expertise[] | null;
  sectors: readonly string[] | null;
  businessModels: readonly string[] | null;
  stages: readonly Stage[] | null;
  meets: 'in-person' | 'remote' | 'either';
  place: Place | null;
  travelsKm: number | null;
  /** Local authorities the mentor goes to; empty or left out when not recorded. */
  authorityCodes?: readonly string[];
  slots: number | null;
  style: StyleAnswers | null;
  /** 1 to 5, as this enterprise felt after a first meeting; replaces the style answers. */
  perceivedFit: number | null;
  feedback: { count: number; mean: number };
  /** Whether the last refresher is still valid; null when not recorded. */
  trainingCurrent: boolean | null;
  /** Too busy for anything new until this day, as said with a no. */
  busyUntil?: CalendarDate | null;
}

/** Great-circle distance in kilometres. */
export function distanceKm(a: Place, b: Place): number {
  const radians = Math.PI / 180;
  const dLat = (b.latitude - a.latitude) * radians;
  const dLon = (b.longitude - a.longitude) * radians;
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(dLon / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(h));
}
