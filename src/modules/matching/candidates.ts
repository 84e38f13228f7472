import { type CalendarDate, addMonths } from '../../kernel/calendar.ts';
import { type Expertise, loadOf } from '../mentors/mentor.ts';
import type { MentorRow } from '../mentors/reads.ts';
import type { Stage } from '../programmes/programme.ts';
import type { Candidate } from './candidate.ts';
import { slotsOf } from './slots.ts';

/** Pairs that must not meet, as the database keeps them. */
export interface PairRules {
  /** Mentor → enterprises with a conflict of interest. */
  conflicts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Mentor → enterprises the mentor does not want. */
  vetoes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Mentor → what enterprises answered about the work together. */
  feedback?: ReadonlyMap<string, { count: number; mean: number }>;
  /** Mentor → day until which nothing new is possible. */
  busy?: ReadonlyMap<string, CalendarDate>;
}

const none: ReadonlySet<string> = new Set();
const noFeedback = { count: 0, mean: 0 };

/** After two years without a new induction a refresher is due; a number of ours. */
const inductionLastsMonths = 24;

/** A mentor's row as the ranking takes it. Empty lists in the table mean "not filled in". */
export function candidateOf(row: MentorRow, pairs: PairRules, today: CalendarDate): Candidate {
  return {
    id: row.id,
    state: row.contractTo !== null && row.contractTo < today ? 'left' : row.state,
    inducted: row.inductedOn !== null,
    codeSigned: row.codeSignedOn !== null,
    load: loadOf(row),
    conflicts: pairs.conflicts.get(row.id) ?? none,
    vetoes: pairs.vetoes.get(row.id) ?? none,
    languages: row.languages,
    expertise: filled(row.expertise as Expertise[]),
    sectors: filled(row.sectors),
    businessModels: null,
    stages: filled(row.stages as Stage[]),
    meets: meetingOf(row.meets),
    place: null,
    travelsKm: null,
    authorityCodes: row.authorityCodes,
    slots: slotsOfProfile(row.availability),
    style: Object.keys(row.style).length === 0 ? null : row.style,
    perceivedFit: null,
    feedback: pairs.feedback?.get(row.id) ?? noFeedback,
    busyUntil: pairs.busy?.get(row.id) ?? null,
    trainingCurrent: row.inductedOn === null ? null : refresherDueOn(row.inductedOn) > today,
  };
}

const mostDays = 20_000;
const refreshers = new Map<CalendarDate, CalendarDate>();

/** Calendar arithmetic for thousands of mentors at a time, most of them inducted on the same few days. */
function refresherDueOn(inductedOn: CalendarDate): CalendarDate {
  const known = refreshers.get(inductedOn);
  if (known !== undefined) return known;
  if (refreshers.size >= mostDays) refreshers.clear();
  const due = addMonths(inductedOn, inductionLastsMonths);
  refreshers.set(inductedOn, due);
  return due;
}

const slotsOfFrozen = new WeakMap<MentorRow['availability'], ReturnType<typeof slotsOf>>();

/** Profiles that are kept in memory are frozen, so their times are counted once. */
function slotsOfProfile(times: MentorRow['availability']): ReturnType<typeof slotsOf> {
  if (!Object.isFrozen(times)) return slotsOf(times);
  const known = slotsOfFrozen.get(times);
  if (known !== undefined) return known;
  const slots = slotsOf(times);
  slotsOfFrozen.set(times, slots);
  return slots;
}

function filled<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}

/** Ways of meeting as one word; video and telephone are both remote, nothing recorded is either. */
export function meetingOf(meets: readonly string[]): Candidate['meets'] {
  const inPerson = meets.includes('in-person');
  const remote = meets.includes('video') || meets.includes('phone');
  return inPerson === remote ? 'either' : inPerson ? 'in-person' : 'remote';
}
