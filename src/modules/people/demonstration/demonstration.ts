import { addMonths, type CalendarDate } from '../../../kernel/calendar.ts';
import type { Role } from '../../../platform/permission.ts';

/** The job that fills a demonstration's organisation with its story. */
export const loadDemonstration = 'load-demonstration';

/** The organisation that a demonstration makes. Names and addresses are invented (RFC 2606). */
export const demonstration = {
  name: 'Arden Growth Hub',
  slug: 'arden',
  zone: 'Europe/London',
  currency: 'GBP',
  adminName: 'Nora Whitcombe',
  email: 'nora.whitcombe@arden-hub.example',
} as const;

/** How many months the story covers. */
export const storyMonths = 14;

/** The day on which the story begins: the first of a month. */
export function openingDay(today: CalendarDate, months = storyMonths): CalendarDate {
  return `${addMonths(today, -months).slice(0, 7)}-01`;
}

/** Roles in the order in which the demonstration offers them. */
export const shownRoles: readonly Role[] = [
  'manager',
  'adviser',
  'mentor',
  'participant',
  'verifier',
  'finance',
  'auditor',
  'partner',
  'admin',
];

export type LoadState =
  | { state: 'waiting' }
  /** `reached`: the day of the story; `percent` of the way to today. */
  | { state: 'loading'; reached: CalendarDate; percent: number }
  /** It will not go on: a scene failed (`why`), or nothing has been heard of it for minutes. */
  | { state: 'failed'; reached: CalendarDate | null; why: string | null }
  | { state: 'loaded' };

/** Without a sign of life for so long a story is cut off; one step takes a second, on a busy machine ten. */
export const silentMinutes = 2;
