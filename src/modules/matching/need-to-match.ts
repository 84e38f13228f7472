import type { StyleAnswers } from '../mentors/working-style.ts';
import type { AreaKey } from '../programmes/area.ts';
import type { Stage } from '../programmes/programme.ts';
import type { NeedToMatch } from './candidate.ts';
import { meetingOf, type PairRules } from './candidates.ts';
import type { DeclineReason } from './offer.ts';
import { slotsOf } from './slots.ts';
import type { TraitWish } from './wishes/trait.ts';

export type ApartCause = 'veto-enterprise' | 'veto-mentor' | 'tried-misfit' | 'staff' | 'asked';

export interface StyleFacts {
  axes: StyleAnswers;
  wish: string;
  languages: string[];
  meets: string[];
  availability: { weekday: number; from: string; to: string }[];
  recordedAt: string;
}

/** What decides over pairs besides the two profiles, for as many needs as were asked about. */
export interface PairFacts {
  /** Need → cause → mentors. */
  apart: ReadonlyMap<string, ReadonlyMap<ApartCause, ReadonlySet<string>>>;
  rules: PairRules;
  /** Enterprise → how it likes to be worked with; missing before it was asked. */
  styles: ReadonlyMap<string, StyleFacts>;
  /** Need → mentor → why they said no. */
  declined?: ReadonlyMap<string, ReadonlyMap<string, DeclineReason>>;
  /** Need → mentor → what the firm said when it turned the mentor down. */
  turnedDown?: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Enterprise → mentor → 1 to 5 as felt after meeting. */
  felt?: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Enterprise → what its founder wishes the mentor to be. */
  wishes?: ReadonlyMap<string, TraitWish>;
}

interface NeedFacts {
  id: string;
  enterpriseId: string;
  area: AreaKey;
  topics: readonly string[];
  sector: string | null;
  stage: Stage;
  authorityCode: string | null;
  minutesPerMonth: number;
}

const nobody: ReadonlySet<string> = new Set();
const nothingSaid: ReadonlyMap<string, DeclineReason> = new Map();
const nobodyTurnedDown: ReadonlyMap<string, string> = new Map();
const nothingFelt: ReadonlyMap<string, number> = new Map();

/** A need as the ranking takes it: the one place where it is made, for one need and for the match desk alike. */
export function needToMatchOf(need: NeedFacts, facts: PairFacts): NeedToMatch {
  const style = facts.styles.get(need.enterpriseId);
  const wish = facts.wishes?.get(need.enterpriseId);
  const apart = (cause: ApartCause) => facts.apart.get(need.id)?.get(cause) ?? nobody;
  return {
    enterpriseId: need.enterpriseId,
    area: need.area,
    topics: need.topics,
    sector: need.sector,
    businessModel: null,
    stage: need.stage,
    languages: style?.languages ?? [],
    meeting: meetingOf(style?.meets ?? []),
    place: null,
    authorityCode: need.authorityCode,
    slots: slotsOf(style?.availability ?? []),
    slotsNeededPerMonth: Math.max(1, Math.ceil(need.minutesPerMonth / 60)),
    style: style && Object.keys(style.axes).length > 0 ? style.axes : null,
    contrast: [],
    vetoed: apart('veto-enterprise'),
    triedForFit: apart('tried-misfit'),
    barred: apart('staff'),
    asked: apart('asked'),
    declined: facts.declined?.get(need.id) ?? nothingSaid,
    turnedDown: facts.turnedDown?.get(need.id) ?? nobodyTurnedDown,
    felt: facts.felt?.get(need.enterpriseId) ?? nothingFelt,
    ...(wish ? { wish } : {}),
  };
}
