import type { CalendarDate } from '../../../kernel/calendar.ts';

export const actionOwners = ['enterprise', 'mentor', 'adviser'] as const;
export type ActionOwner = (typeof actionOwners)[number];

export const actionOwnerWords: Record<ActionOwner, string> = {
  enterprise: 'The enterprise',
  mentor: 'The mentor',
  adviser: 'The adviser',
};

export type ActionState = 'open' | 'done' | 'dropped';

interface Dated {
  state: ActionState;
  dueOn: CalendarDate | null;
}

/** Open after its day. */
export function isOverdue({ state, dueOn }: Dated, today: CalendarDate): boolean {
  return state === 'open' && dueOn !== null && dueOn < today;
}
