import {
  type Attender,
  type DatesInput,
  dayNumber,
  dayText,
  type Meeting,
  type Room,
  type Span,
  weekdayOf,
} from './dates.ts';

/** Rooms that may stand for each other: the same hours and places. */
export interface RoomKind {
  readonly rooms: readonly string[];
  readonly places: number;
}

/** One way in which a meeting can take place: its days (numbers) at one time of day, in one kind of room. */
export interface Option {
  readonly meeting: number;
  readonly days: readonly number[];
  readonly start: number;
  readonly end: number;
  /** Index of the room kind, or -1. */
  readonly roomKind: number;
  readonly points: number;
  readonly guests: number;
  readonly isNow: boolean;
}

type Free = (id: string, day: number, start: number, end: number) => boolean;

/** Every option of every meeting, after all filters, and the kinds of rooms. Deterministic in the ids. */
export class Options {
  readonly roomKinds: readonly RoomKind[];
  readonly #input: DatesInput;
  readonly #isFree: Free;
  readonly #isRoomFree: Free;
  readonly #openDays: readonly number[];
  readonly #patterns: readonly (readonly number[])[];

  constructor(input: DatesInput) {
    this.#input = input;
    const closed = new Set(input.closed);
    const first = dayNumber(input.from);
    const all = Array.from({ length: dayNumber(input.to) - first }, (_, at) => first + at);
    this.#openDays = all.filter((day) => !closed.has(dayText(day)));
    this.#patterns = monthlyPatterns(all, new Set(this.#openDays));
    this.#isFree = freeFunction(input.people, all);
    this.#isRoomFree = freeFunction(input.rooms, all);
    this.roomKinds = kindsOf(input.rooms);
  }

  of(meeting: Meeting, index: number): Option[] {
    const { hours } = this.#input;
    if (meeting.isFixed) return this.#fixed(meeting, index);
    const dayLists =
      meeting.kind === 'series' ? this.#patterns : this.#openDays.map((day) => [day]);
    const options: Option[] = [];
    for (const days of dayLists) {
      for (let start = hours.from; start + meeting.minutes <= hours.to; start += hours.step) {
        const end = start + meeting.minutes;
        if (!this.#suits(meeting, days, start, end)) continue;
        options.push(...this.#inRooms(meeting, index, days, start));
      }
    }
    return options;
  }

  /** What is confirmed stays as it is, whoever is free: for a series, the days of its pattern. */
  #fixed(meeting: Meeting, index: number): Option[] {
    if (meeting.now === null) return [];
    const { day, start } = meeting.now;
    const number = dayNumber(day);
    const pattern = this.#patterns.find((days) => days.includes(number));
    const days = meeting.kind === 'series' && pattern !== undefined ? pattern : [number];
    return this.#inRooms(meeting, index, days, start);
  }

  #suits(meeting: Meeting, days: readonly number[], start: number, end: number): boolean {
    return days.every((day) => {
      if (this.#input.quiet.some((span) => touches(span, day, start, end))) return false;
      return meeting.people.every((id) => this.#isFree(id, day, start, end));
    });
  }

  #inRooms(meeting: Meeting, index: number, days: readonly number[], start: number): Option[] {
    const end = start + meeting.minutes;
    const make = (roomKind: number, seats: number): Option => {
      const guests = Math.min(seats, this.#guests(meeting, days, start, end));
      const isNow = isNowOf(meeting, days, start);
      const points =
        preferred(meeting, days, start, end) +
        (meeting.worth ?? 0) +
        (isNow ? this.#input.keepPoints : 0) +
        guests * this.#input.guestPoints;
      return { meeting: index, days, start, end, roomKind, points, guests, isNow };
    };
    if (!meeting.inRoom) return [make(-1, Infinity)];
    return this.roomKinds.flatMap(({ rooms, places }, kind) => {
      const [room = ''] = rooms;
      const seats = places - meeting.people.length;
      const isOpen = seats >= 0 && days.every((day) => this.#isRoomFree(room, day, start, end));
      return isOpen ? [make(kind, seats)] : [];
    });
  }

  #guests(meeting: Meeting, days: readonly number[], start: number, end: number): number {
    return meeting.guests.filter((id) => days.every((day) => this.#isFree(id, day, start, end)))
      .length;
  }
}

function isNowOf({ now }: Meeting, days: readonly number[], start: number): boolean {
  return now !== null && now.start === start && days.includes(dayNumber(now.day));
}

/** Points of every preference that holds on all days. */
function preferred(
  { prefers }: Meeting,
  days: readonly number[],
  start: number,
  end: number,
): number {
  return prefers.reduce((sum, span) => {
    const holds = days.every((day) => isOn(span, day) && span.from <= start && end <= span.to);
    return holds ? sum + span.points : sum;
  }, 0);
}

function isOn(span: Span, day: number): boolean {
  if (span.days.length > 0) return span.days.includes(dayText(day));
  return span.weekdays.length === 0 || span.weekdays.includes(weekdayOf(day));
}

function touches(span: Span, day: number, start: number, end: number): boolean {
  return isOn(span, day) && start < span.to && span.from < end;
}

/** "Second Tuesday" and so on: the days of each pattern that is open in every month. */
function monthlyPatterns(
  days: readonly number[],
  open: ReadonlySet<number>,
): (readonly number[])[] {
  const months = new Set(days.map((day) => dayText(day).slice(0, 7)));
  const patterns = new Map<string, number[]>();
  for (const day of days) {
    const ordinal = Math.ceil(Number(dayText(day).slice(8)) / 7);
    const key = `${ordinal} ${weekdayOf(day)}`;
    const found = patterns.get(key);
    if (found === undefined) patterns.set(key, [day]);
    else found.push(day);
  }
  return [...patterns.values()].filter(
    (found) => found.length === months.size && found.every((day) => open.has(day)),
  );
}

/** Answers "is free from start to end" from joined spans, made once. */
function freeFunction(attenders: readonly Attender[], days: readonly number[]): Free {
  const first = days[0] ?? 0;
  const spans = new Map(
    attenders.map(({ id, free, away }) => {
      const gone = new Set(away);
      const byDay = days.map((day) => {
        if (gone.has(dayText(day))) return [];
        if (free === null) return [{ from: 0, to: 1440 }];
        return joined(free.filter((span) => isOn(span, day)));
      });
      return [id, byDay];
    }),
  );
  return (id, day, start, end) => {
    const ofDay = spans.get(id)?.[day - first] ?? [];
    return ofDay.some(({ from, to }) => from <= start && end <= to);
  };
}

function joined(spans: readonly Span[]): { from: number; to: number }[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

function kindsOf(rooms: readonly Room[]): RoomKind[] {
  const kinds = new Map<string, { rooms: string[]; places: number }>();
  for (const room of [...rooms].sort((a, b) => a.places - b.places || (a.id < b.id ? -1 : 1))) {
    const key = JSON.stringify([room.places, room.free, [...room.away].sort()]);
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { rooms: [room.id], places: room.places });
    else kind.rooms.push(room.id);
  }
  return [...kinds.values()];
}
