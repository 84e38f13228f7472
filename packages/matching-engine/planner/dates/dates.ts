import { InputError } from '../../src/problem.ts';
import {
  filledListAt,
  listAt,
  orElse,
  recordAt,
  refuseTwins,
  textAt,
  wholeAt,
  wordAt,
  yesNoAt,
} from '../read-json.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Minutes of a day from `from` to before `to`, on some weekdays or days; on all when both are empty. */
export interface Span {
  readonly weekdays: readonly Weekday[];
  readonly days: readonly string[];
  readonly from: number;
  readonly to: number;
}

export interface Attender {
  readonly id: string;
  /** Null is free at any hour. */
  readonly free: readonly Span[] | null;
  readonly away: readonly string[];
}

export interface Room extends Attender {
  readonly places: number;
}

export interface Preference extends Span {
  /** Points for a time that lies in the span as a whole. */
  readonly points: number;
}

export interface Meeting {
  readonly id: string;
  /** A series takes the same time on, say, the second Tuesday of each month; a workshop counts its guests. */
  readonly kind: 'series' | 'once' | 'workshop';
  /** Who must be there. */
  readonly people: readonly string[];
  /** Who is expected where they are free. */
  readonly guests: readonly string[];
  readonly minutes: number;
  readonly inRoom: boolean;
  readonly prefers: readonly Preference[];
  /** The time it has now: worth `keepPoints`. */
  readonly now: { readonly day: string; readonly start: number } | null;
  /** Confirmed: takes place at `now`, even where somebody is no longer free. */
  readonly isFixed: boolean;
  /** Points for taking place; null where it must. */
  readonly worth: number | null;
}

export interface DatesInput {
  /** The first day, and the day after the last. */
  readonly from: string;
  readonly to: string;
  readonly closed: readonly string[];
  /** Meetings start on a multiple of `step` minutes after `from`, and end by `to`. */
  readonly hours: { readonly from: number; readonly to: number; readonly step: number };
  /** Hours in which nothing takes place. */
  readonly quiet: readonly Span[];
  readonly people: readonly Attender[];
  readonly rooms: readonly Room[];
  readonly meetings: readonly Meeting[];
  readonly workshopsPerDay: number;
  readonly workshopsPerWeek: number | null;
  readonly keepPoints: number;
  /** What a day on which somebody must come to a room costs. */
  readonly travelPoints: number;
  readonly guestPoints: number;
}

/** @throws InputError naming the first place that is wrong. */
export function parseDatesInput(json: unknown): DatesInput {
  const top = recordAt(json, '', [
    'from',
    'to',
    'closed',
    'hours',
    'quiet',
    'people',
    'rooms',
    'meetings',
    'workshopsPerDay',
    'workshopsPerWeek',
    'keepPoints',
    'travelPoints',
    'guestPoints',
  ]);
  const from = dayAt(top['from'], 'from');
  const to = dayAt(top['to'], 'to');
  if (to <= from) throw new InputError('to', `must be after ${from}`);
  if (dayNumber(to) - dayNumber(from) > 800) throw new InputError('to', 'is too far away');
  const people = listAt(top['people'], 'people', attenderAt);
  const rooms = listAt(top['rooms'], 'rooms', roomAt);
  const meetings = filledListAt(top['meetings'], 'meetings', meetingAt);
  refuseTwins(people, 'people');
  refuseTwins(rooms, 'rooms');
  refuseTwins(meetings, 'meetings');
  refuseStrangers(meetings, new Set(people.map(({ id }) => id)));
  const points = (field: string, absent: number) =>
    orElse(top[field], field, (v, at) => wholeAt(v, at, 0, 1e6), absent);
  return {
    from,
    to,
    closed: listAt(top['closed'], 'closed', dayAt),
    hours: hoursAt(top['hours'], 'hours'),
    quiet: listAt(top['quiet'], 'quiet', spanAt),
    people,
    rooms,
    meetings,
    workshopsPerDay: points('workshopsPerDay', 1),
    workshopsPerWeek: orElse(top['workshopsPerWeek'], 'workshopsPerWeek', wholeAt, null),
    keepPoints: points('keepPoints', 50),
    travelPoints: points('travelPoints', 0),
    guestPoints: points('guestPoints', 10),
  };
}

/** Days since 1 January 1970. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

export function dayText(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/** 1 January 1970 was a Thursday. */
export function weekdayOf(number: number): Weekday {
  return weekdays[(((number + 3) % 7) + 7) % 7]!;
}

export function clockText(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function refuseStrangers(meetings: readonly Meeting[], known: ReadonlySet<string>): void {
  meetings.forEach(({ people, guests }, index) => {
    for (const [field, ids] of Object.entries({ people, guests })) {
      ids.forEach((id, at) => {
        if (known.has(id)) return;
        throw new InputError(`meetings[${index}].${field}[${at}]`, `${id} is not among the people`);
      });
    }
  });
}

function dayAt(value: unknown, at: string): string {
  const day = textAt(value, at);
  if (
    !/^\d{4}-\d\d-\d\d$/.test(day) ||
    Number.isNaN(dayNumber(day)) ||
    dayText(dayNumber(day)) !== day
  ) {
    throw new InputError(at, 'must be a day such as 2026-12-01');
  }
  return day;
}

function clockAt(value: unknown, at: string): number {
  const match = /^(\d\d):(\d\d)$/.exec(textAt(value, at));
  const minutes = match === null ? NaN : Number(match[1]) * 60 + Number(match[2]);
  if (!(minutes <= 1440) || Number(match?.[2]) > 59) {
    throw new InputError(at, 'must be a time such as 09:30');
  }
  return minutes;
}

const spanFields = ['weekdays', 'days', 'from', 'to'];

function spanAt(value: unknown, at: string): Span {
  return spanOf(recordAt(value, at, spanFields), at);
}

function spanOf(each: Record<string, unknown>, at: string): Span {
  const span = {
    weekdays: listAt(each['weekdays'], `${at}.weekdays`, (v, where) => wordAt(v, where, weekdays)),
    days: listAt(each['days'], `${at}.days`, dayAt),
    from: orElse(each['from'], `${at}.from`, clockAt, 0),
    to: orElse(each['to'], `${at}.to`, clockAt, 1440),
  };
  if (span.to <= span.from) throw new InputError(`${at}.to`, 'must be after from');
  return span;
}

function hoursAt(value: unknown, at: string): DatesInput['hours'] {
  if (value == null) return { from: 540, to: 1080, step: 30 };
  const each = recordAt(value, at, ['from', 'to', 'step']);
  const { from, to } = spanOf({ from: each['from'], to: each['to'] }, at);
  const step = orElse(each['step'], `${at}.step`, (v, where) => wholeAt(v, where, 5, 720), 30);
  return { from, to, step };
}

function attenderAt(value: unknown, at: string): Attender {
  return attenderOf(recordAt(value, at, ['id', 'free', 'away']), at);
}

function attenderOf(each: Record<string, unknown>, at: string): Attender {
  return {
    id: textAt(each['id'], `${at}.id`),
    free: orElse(each['free'], `${at}.free`, (v, where) => listAt(v, where, spanAt), null),
    away: listAt(each['away'], `${at}.away`, dayAt),
  };
}

function roomAt(value: unknown, at: string): Room {
  const each = recordAt(value, at, ['id', 'free', 'away', 'places']);
  return { ...attenderOf(each, at), places: wholeAt(each['places'], `${at}.places`, 1, 100_000) };
}

function meetingAt(value: unknown, at: string): Meeting {
  const each = recordAt(value, at, [
    'id',
    'kind',
    'people',
    'guests',
    'minutes',
    'inRoom',
    'prefers',
    'now',
    'isFixed',
    'worth',
  ]);
  const now = orElse(each['now'], `${at}.now`, nowAt, null);
  const isFixed = orElse(each['isFixed'], `${at}.isFixed`, yesNoAt, false);
  if (isFixed && now === null) throw new InputError(`${at}.now`, 'is needed where isFixed is true');
  return {
    id: textAt(each['id'], `${at}.id`),
    kind: orElse(
      each['kind'],
      `${at}.kind`,
      (v, where) => wordAt(v, where, ['series', 'once', 'workshop']),
      'once',
    ),
    people: listAt(each['people'], `${at}.people`, textAt),
    guests: listAt(each['guests'], `${at}.guests`, textAt),
    minutes: wholeAt(each['minutes'], `${at}.minutes`, 5, 1440),
    inRoom: orElse(each['inRoom'], `${at}.inRoom`, yesNoAt, false),
    prefers: listAt(each['prefers'], `${at}.prefers`, preferenceAt),
    now,
    isFixed,
    worth: orElse(each['worth'], `${at}.worth`, (v, where) => wholeAt(v, where, 0, 1e6), null),
  };
}

function nowAt(value: unknown, at: string): { day: string; start: number } {
  const each = recordAt(value, at, ['day', 'start']);
  return { day: dayAt(each['day'], `${at}.day`), start: clockAt(each['start'], `${at}.start`) };
}

function preferenceAt(value: unknown, at: string): Preference {
  const each = recordAt(value, at, [...spanFields, 'points']);
  return { ...spanOf(each, at), points: wholeAt(each['points'], `${at}.points`, -1e6, 1e6) };
}
