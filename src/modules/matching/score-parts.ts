import { plural } from '../../kernel/text.ts';
import { styleFit } from '../mentors/working-style.ts';
import { evidenceFactor } from '../mentors/mentor.ts';
import { areaLabels } from '../programmes/area.ts';
import { stageWords, stages } from '../programmes/programme.ts';
import { type Candidate, type NeedToMatch, distanceKm } from './candidate.ts';
import { expertisePercent } from './hard-rules.ts';
import type { PartKey } from './weights.ts';
import { styleWithWish, traitWords } from './wishes/trait.ts';

/** What a missing fact is worth: neither for nor against. */
export const neutral = 50;

/** Sectors a programme treats as near to each other; both directions hold. */
export type AdjacentSectors = ReadonlyMap<string, ReadonlySet<string>>;

export interface ScoringContext {
  adjacent: AdjacentSectors;
  /** Mean of all feedback in the pool, 1 to 5; null when there is none. */
  panelMean: number | null;
}

/** The value 0 to 100 of one part, or null when a fact is missing. */
export function partValue(
  part: PartKey,
  need: NeedToMatch,
  mentor: Candidate,
  context: ScoringContext,
): number | null {
  switch (part) {
    case 'expertise':
      return expertiseValue(need, mentor);
    case 'sector':
      return sectorValue(need, mentor, context.adjacent);
    case 'stage':
      return stageValue(need, mentor);
    case 'style':
      return styleValue(need, mentor);
    case 'availability':
      return need.slots === null || mentor.slots === null
        ? null
        : Math.min(
            100,
            Math.round(
              (commonSlots(need.slots, mentor.slots) * 400) / Math.max(1, need.slotsNeededPerMonth),
            ),
          );
    case 'reach':
      return reachValue(need, mentor);
    case 'feedback':
      return context.panelMean === null
        ? null
        : Math.round((shrunkenMean(mentor.feedback, context.panelMean) - 1) * 25);
    case 'training':
      return mentor.trainingCurrent === null ? null : mentor.trainingCurrent ? 100 : 50;
  }
}

/** Why the part is what it is and the data it rests on. Built only for mentors that are shown. */
export function partSentence(
  part: PartKey,
  need: NeedToMatch,
  mentor: Candidate,
  value: number | null,
): string {
  if (value === null) return 'Not known, so it counts half.';
  switch (part) {
    case 'expertise':
      return expertiseWords(need, mentor);
    case 'sector':
      return `The enterprise is in ${need.sector ?? 'a sector'}; the mentor knows ${mentor.sectors?.join(', ') || 'no sector'}.`;
    case 'stage':
      return `The enterprise is at ${need.stage ? stageWords[need.stage] : 'a stage'}; the mentor has been at ${mentor.stages?.map((each) => stageWords[each]).join(', ') || 'none'}.`;
    case 'style':
      return styleWords(need, mentor);
    case 'availability':
      return `${commonSlots(need.slots ?? 0, mentor.slots ?? 0)} common times a week; ${need.slotsNeededPerMonth} a month are needed.`;
    case 'reach':
      return need.place && mentor.place
        ? `${Math.round(distanceKm(need.place, mentor.place))} km apart; the enterprise ${meetingWords[need.meeting]}.`
        : `The enterprise ${meetingWords[need.meeting]}.`;
    case 'feedback':
      return mentor.feedback.count === 0
        ? 'No answers yet, so the mean of all mentors stands in.'
        : `From ${plural(mentor.feedback.count, 'answer')}, drawn to the mean of all mentors while they are few.`;
    case 'training':
      return value === 100 ? 'Inducted and training up to date.' : 'A refresher is due.';
  }
}

const meetingWords = {
  'in-person': 'wants to meet in person',
  remote: 'wants to meet online',
  either: 'does not mind how to meet',
};

/** Whether the value of a part rests on facts of its own; the mean of all mentors stands in for no feedback. */
export function restsOnFacts(part: PartKey, mentor: Candidate, value: number): boolean {
  return value >= 0 && !(part === 'feedback' && mentor.feedback.count === 0);
}

/** What was felt after meeting, otherwise the answers of both, lifted by a wish that the mentor meets. */
function styleValue(need: NeedToMatch, mentor: Candidate): number | null {
  const felt = feltOf(need, mentor);
  if (felt !== null) return Math.round((felt - 1) * 25);
  const style =
    need.style === null || mentor.style === null
      ? null
      : styleFit(need.style, mentor.style, need.contrast);
  return styleWithWish(style, need.wish, mentor.id);
}

function styleWords(need: NeedToMatch, mentor: Candidate): string {
  const felt = feltOf(need, mentor);
  if (felt !== null) return `The enterprise felt a fit of ${felt} out of 5 after meeting.`;
  const { wish } = need;
  const met =
    wish && !wish.isMust && wish.metBy.has(mentor.id)
      ? ` Meets the founder’s wish for ${traitWords[wish.trait].wish}.`
      : '';
  return `From what the enterprise asked for and how the mentor likes to work.${met}`;
}

function feltOf(need: NeedToMatch, mentor: Candidate): number | null {
  return need.felt?.get(mentor.id) ?? mentor.perceivedFit;
}

/** n answers move the mean of all mentors by n / (n + 6) of the way to the mentor's own. */
export function shrunkenMean(feedback: { count: number; mean: number }, panelMean: number): number {
  return panelMean + (feedback.count / (feedback.count + 6)) * (feedback.mean - panelMean);
}

/** The mean over all answers in the pool; null without any. */
export function panelMeanOf(mentors: readonly Candidate[]): number | null {
  let sum = 0;
  let count = 0;
  for (const { feedback } of mentors) {
    sum += feedback.count * feedback.mean;
    count += feedback.count;
  }
  return count === 0 ? null : sum / count;
}

function expertiseValue(need: NeedToMatch, mentor: Candidate): number | null {
  const base = expertisePercent(need, mentor);
  if (base === null) return null;
  return Math.min(100, Math.round(base + (knowsTopic(need, mentor) ? 10 : 0)));
}

function knowsTopic(need: NeedToMatch, mentor: Candidate): boolean {
  if (need.topics.length === 0) return false;
  return (mentor.expertise ?? []).some(
    (each) => each.area === need.area && each.topics.some((topic) => need.topics.includes(topic)),
  );
}

function expertiseWords(need: NeedToMatch, mentor: Candidate): string {
  const area = areaLabels[need.area].toLowerCase();
  const best = (mentor.expertise ?? [])
    .filter((each) => each.area === need.area)
    .toSorted(
      (a, b) => b.level * evidenceFactor[b.evidence] - a.level * evidenceFactor[a.evidence],
    )[0];
  if (!best) return `No expertise in ${area} recorded.`;
  const evidence = {
    'self-stated': 'by own account',
    verified: 'verified',
    shown: 'shown in earlier needs',
  };
  const topic = knowsTopic(need, mentor) ? ', and knows the very topic' : '';
  return `Level ${best.level} of 5 in ${area}, ${evidence[best.evidence]}${topic}.`;
}

/** Same 100, adjacent 60, other 20; with known business models three parts sector, one part model. */
function sectorValue(
  need: NeedToMatch,
  mentor: Candidate,
  adjacent: AdjacentSectors,
): number | null {
  if (need.sector === null || mentor.sectors === null) return null;
  const near = adjacent.get(need.sector);
  let sector = 20;
  for (const each of mentor.sectors) {
    if (each === need.sector) sector = 100;
    else if (near?.has(each) === true || adjacent.get(each)?.has(need.sector) === true) {
      sector = Math.max(sector, 60);
    }
  }
  if (need.businessModel === null || mentor.businessModels === null) return sector;
  const model = mentor.businessModels.includes(need.businessModel) ? 100 : 20;
  return Math.round((3 * sector + model) / 4);
}

/** 30 points off for each stage between, at most three; years do not count. */
function stageValue(need: NeedToMatch, mentor: Candidate): number | null {
  if (need.stage === null || mentor.stages === null || mentor.stages.length === 0) return null;
  const at = stages.indexOf(need.stage);
  let least = 3;
  for (const each of mentor.stages) least = Math.min(least, Math.abs(stages.indexOf(each) - at));
  return 100 - 30 * least;
}

/** Remote on both sides is 100; in person 100 up to 20 km, falling to 0 at 120 km. */
function reachValue(need: NeedToMatch, mentor: Candidate): number | null {
  if (need.meeting !== 'in-person' && mentor.meets !== 'in-person') return 100;
  if (need.place === null || mentor.place === null) return areaValue(need, mentor);
  const far = distanceKm(need.place, mentor.place) - 20;
  return Math.round(100 - Math.min(100, Math.max(0, far)));
}

/** Without both places: 100 in an authority the mentor goes to, 40 in another; null when not known. */
function areaValue(need: NeedToMatch, mentor: Candidate): number | null {
  if (!need.authorityCode || !mentor.authorityCodes?.length) return null;
  return mentor.authorityCodes.includes(need.authorityCode) ? 100 : 40;
}

function commonSlots(a: number, b: number): number {
  let count = 0;
  for (let left = a & b; left !== 0; left &= left - 1) count += 1;
  return count;
}
