import { addDays, type CalendarDate, isWorkingDay } from '../../kernel/calendar.ts';

export const contactKinds = ['call', 'meeting', 'mail', 'attempt'] as const;
export type ContactKind = (typeof contactKinds)[number];

export const contactKindWords: Record<ContactKind, string> = {
  call: 'Telephone call',
  meeting: 'Meeting',
  mail: 'Mail',
  attempt: 'Tried, not reached',
};

/** Days until somebody who was not reached is tried again. */
export const retryDays = 2;

/**
 * When to be in touch next: the cadence after a contact, two days after a failed attempt; moved to the next
 * working day. `cadenceDays` is the enrolment's own or the programme's for the firm's stage.
 */
export function nextContactOn(
  kind: ContactKind,
  happenedOn: CalendarDate,
  cadenceDays: number,
  holidays: ReadonlySet<CalendarDate>,
): CalendarDate {
  let day = addDays(
    happenedOn,
    kind === 'attempt' ? Math.min(retryDays, cadenceDays) : cadenceDays,
  );
  while (!isWorkingDay(day, holidays)) day = addDays(day, 1);
  return day;
}

/** The contact before, when it lies more than twice the interval back; else null. */
export function silentBefore(
  lastContactOn: CalendarDate | null,
  happenedOn: CalendarDate,
  cadenceDays: number,
): CalendarDate | null {
  if (lastContactOn === null) return null;
  return addDays(lastContactOn, 2 * cadenceDays) < happenedOn ? lastContactOn : null;
}

interface Reachable {
  personId: string;
  isLead: boolean;
}

/**
 * Whom to ring now: of several people of a firm the one not spoken to for longest (domain notes 1.2); never
 * spoken to comes first, the lead before others.
 */
export function personToContact(
  people: readonly Reachable[],
  lastContact: ReadonlyMap<string, string>,
): string | null {
  const sorted = [...people].sort((a, b) => {
    const before = lastContact.get(a.personId) ?? '';
    const after = lastContact.get(b.personId) ?? '';
    if (before !== after) return before < after ? -1 : 1;
    return Number(b.isLead) - Number(a.isLead);
  });
  return sorted[0]?.personId ?? null;
}
