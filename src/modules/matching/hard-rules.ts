import { formatDate } from '../../kernel/calendar.ts';
import { evidenceFactor, freePlaces } from '../mentors/mentor.ts';
import { areaLabels } from '../programmes/area.ts';
import { type Candidate, type NeedToMatch, distanceKm } from './candidate.ts';
import { declineSentence } from './declines/decline.ts';
import { traitWords } from './wishes/trait.ts';

export const hardRules = [
  'not-inducted',
  'code-not-signed',
  'not-live',
  'paused',
  'left',
  'no-place',
  'too-busy',
  'conflict-of-interest',
  'language',
  'place-impossible',
  'enterprise-veto',
  'mentor-veto',
  'tried-for-fit',
  'barred',
  'already-asked',
  'declined',
  'turned-down',
  'wish',
  'expertise-too-low',
] as const;

export type HardRule = (typeof hardRules)[number];

/** Least expertise in percent: level × evidence. */
export const leastExpertise = 30;

/** Every rule that keeps the mentor out, in the fixed order; empty when none does. */
export function brokenRules(need: NeedToMatch, mentor: Candidate): HardRule[] {
  const broken: HardRule[] = [];
  if (!mentor.inducted) broken.push('not-inducted');
  if (!mentor.codeSigned) broken.push('code-not-signed');
  if (mentor.state === 'paused') broken.push('paused');
  else if (mentor.state === 'left') broken.push('left');
  else if (mentor.state !== 'live') broken.push('not-live');
  if (freePlaces(mentor.load) === 0) broken.push('no-place');
  if (mentor.busyUntil) broken.push('too-busy');
  if (mentor.conflicts.has(need.enterpriseId)) broken.push('conflict-of-interest');
  if (
    need.languages.length > 0 &&
    !need.languages.some((each) => mentor.languages.includes(each))
  ) {
    broken.push('language');
  }
  if (!canMeet(need, mentor)) broken.push('place-impossible');
  if (need.vetoed.has(mentor.id)) broken.push('enterprise-veto');
  if (mentor.vetoes.has(need.enterpriseId)) broken.push('mentor-veto');
  if (need.triedForFit.has(mentor.id)) broken.push('tried-for-fit');
  if (need.barred?.has(mentor.id)) broken.push('barred');
  if (need.asked?.has(mentor.id)) broken.push('already-asked');
  if (need.declined?.has(mentor.id)) broken.push('declined');
  if (need.turnedDown?.has(mentor.id)) broken.push('turned-down');
  if (need.wish?.isMust && !need.wish.metBy.has(mentor.id)) broken.push('wish');
  const expertise = expertisePercent(need, mentor);
  if (expertise !== null && expertise < leastExpertise) broken.push('expertise-too-low');
  return broken;
}

/** Level × evidence in the need's area, in percent without the topic bonus; null when not recorded. */
export function expertisePercent(need: NeedToMatch, mentor: Candidate): number | null {
  if (mentor.expertise === null) return null;
  let best = 0;
  for (const each of mentor.expertise) {
    if (each.area !== need.area) continue;
    best = Math.max(best, (each.level * evidenceFactor[each.evidence]) / 5);
  }
  return best;
}

/** Whether the two can meet at all: one shared way, and near enough where only meeting in person is left. */
export function canMeet(need: NeedToMatch, mentor: Candidate): boolean {
  if (need.meeting !== 'in-person' && mentor.meets !== 'in-person') return true;
  if (need.meeting === 'remote' || mentor.meets === 'remote') return false;
  if (need.place === null || mentor.place === null || mentor.travelsKm === null) return true;
  return distanceKm(need.place, mentor.place) <= mentor.travelsKm;
}

/** The rule as a sentence for the list of those left out. */
export function ruleSentence(rule: HardRule, need: NeedToMatch, mentor: Candidate): string {
  switch (rule) {
    case 'not-inducted':
      return 'Has not completed the induction.';
    case 'code-not-signed':
      return 'Has not signed the code.';
    case 'not-live':
      return 'Is not live yet.';
    case 'paused':
      return 'Is paused.';
    case 'left':
      return 'Has left.';
    case 'no-place':
      return 'Has no place left, counting matches, offers, events and other programmes.';
    case 'too-busy':
      return `Is too busy for anything new until ${mentor.busyUntil ? formatDate(mentor.busyUntil) : 'later'}.`;
    case 'conflict-of-interest':
      return 'Has a conflict of interest with this enterprise.';
    case 'language':
      return `Speaks none of: ${need.languages.join(', ')}.`;
    case 'place-impossible':
      return 'The two cannot meet: too far, or only remote on one side.';
    case 'enterprise-veto':
      return 'The enterprise does not want this mentor.';
    case 'mentor-veto':
      return 'Does not want this enterprise.';
    case 'tried-for-fit':
      return 'Was tried here and closed because the two did not fit.';
    case 'barred':
      return 'Staff have ruled this pair out.';
    case 'already-asked':
      return 'Is matched or has an open offer for this need.';
    case 'declined':
      return declineSentence(need.declined?.get(mentor.id) ?? 'other');
    case 'turned-down': {
      const words = need.turnedDown?.get(mentor.id) ?? '';
      const said = words === '' ? '' : `: “${words.replace(/[.\s]+$/, '')}”`;
      return `The enterprise said no to this mentor on a shortlist${said}.`;
    }
    case 'wish':
      return need.wish
        ? `The founder asks for ${traitWords[need.wish.trait].wish}; this mentor has not said so for that purpose.`
        : '';
    case 'expertise-too-low':
      return `Too little expertise in ${areaLabels[need.area].toLowerCase()}.`;
  }
}
