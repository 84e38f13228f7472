import type { MentorChoice } from '../programmes/programme.ts';

/** With fewer mentors there is nothing to choose, with more a firm puts the choice off. */
export const fewestListed = 2;
export const mostListed = 3;

/** Whether a programme sends shortlists at all. */
export function sendsShortlists(choice: MentorChoice): boolean {
  return choice !== 'adviser-appoints';
}

/**
 * Whether asking a mentor directly wants a reason: where the firm chooses, and there are enough mentors who can
 * be asked for it to choose from.
 */
export function asksWhyDirect(choice: MentorChoice, askable: number): boolean {
  return choice === 'firm-chooses' && askable >= fewestListed;
}

/**
 * Whom a shortlist begins with where the firm chooses: the best, without those who said no or whom the firm
 * turned down on an earlier list. Empty when fewer than two are left.
 */
export function suggestedShortlist(
  choice: MentorChoice,
  ranked: readonly { mentorId: string; declined: unknown }[],
  turnedDown: ReadonlySet<string>,
): string[] {
  if (choice !== 'firm-chooses') return [];
  const open = ranked.filter((each) => each.declined === null && !turnedDown.has(each.mentorId));
  return open.length < fewestListed ? [] : open.slice(0, mostListed).map((each) => each.mentorId);
}
