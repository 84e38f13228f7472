import type { Stage } from '../programmes/programme.ts';

export const enrolmentStates = [
  'applied',
  'eligible',
  'not-eligible',
  'withdrawn',
  'closed',
] as const;

export type EnrolmentState = (typeof enrolmentStates)[number];

export const enrolmentStateWords: Record<EnrolmentState, string> = {
  applied: 'Applied',
  eligible: 'Supported',
  'not-eligible': 'Not eligible',
  withdrawn: 'Withdrawn',
  closed: 'Closed',
};

/** Whether support may be given and facts may still change. */
export function isOpen(state: string): boolean {
  return state === 'applied' || state === 'eligible';
}

/** The state after reopening: a decision of eligibility stays, a refusal is looked at again. */
export function reopenedState(enrolment: { eligibleOn: string | null }): EnrolmentState {
  return enrolment.eligibleOn === null ? 'applied' : 'eligible';
}

/** Days between contacts: the enterprise's own, otherwise the programme's for its stage. */
export function cadenceOf(
  enrolment: { stage: string; cadenceDays: number | null },
  cadence: Readonly<Partial<Record<Stage, number>> & Record<string, number>>,
): number {
  return enrolment.cadenceDays ?? cadence[enrolment.stage] ?? 30;
}
