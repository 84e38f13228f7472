import type { Attender, DatesInput, Meeting, Span } from './dates.ts';
import type { Dates, PlannedMeeting } from './dates-result.ts';

/** When somebody or a room is taken, with what. */
interface Use {
  readonly who: string;
  readonly day: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Reads input and plan anew, without the model's code, and gives what is wrong: meetings outside hours, windows
 * or months, somebody or a room used twice, too many workshops, a value that is not the sum of its parts.
 */
export function checkDates(input: DatesInput, dates: Dates, value: number): string[] {
  const wrong: string[] = [];
  const uses: Use[] = [];
  const travels = new Set<string>();
  let points = 0;
  const planned = new Map(dates.meetings.map((one) => [one.id, one]));
  if (planned.size !== dates.meetings.length) wrong.push('a meeting is planned twice');
  for (const meeting of input.meetings) {
    const plan = planned.get(meeting.id);
    planned.delete(meeting.id);
    if (plan === undefined) {
      if (meeting.worth === null) wrong.push(`${meeting.id} does not take place`);
      continue;
    }
    wrong.push(...faultsOf(input, meeting, plan).map((fault) => `${meeting.id} ${fault}`));
    points += pointsOf(input, meeting, plan);
    const from = minutesOf(plan.start);
    for (const { day, room } of plan.times) {
      for (const who of meeting.people) {
        uses.push({ who, day, from, to: from + meeting.minutes });
        if (room !== null) travels.add(`${who} ${day}`);
      }
      if (room !== null) uses.push({ who: `room ${room}`, day, from, to: from + meeting.minutes });
    }
  }
  for (const id of planned.keys()) wrong.push(`${id} was not asked for`);
  wrong.push(...clashes(uses), ...workshopFaults(input, dates));
  if (dates.travelDays !== travels.size) wrong.push('days of travel are counted wrongly');
  const expected = points - input.travelPoints * travels.size;
  if (expected !== value) wrong.push(`the value is ${expected}, not ${value}`);
  return wrong;
}

function faultsOf(input: DatesInput, meeting: Meeting, plan: PlannedMeeting): string[] {
  const from = minutesOf(plan.start);
  const to = from + meeting.minutes;
  const faults: string[] = [];
  if (plan.minutes !== meeting.minutes) faults.push('has another length');
  if (plan.times.length === 0) faults.push('has no day');
  if (meeting.kind === 'series' && !meeting.isFixed) faults.push(...seriesFaults(input, plan));
  if (meeting.kind !== 'series' && plan.times.length !== 1) faults.push('has more than one day');
  for (const { day, room } of plan.times) {
    if (meeting.inRoom !== (room !== null)) faults.push(`has a room or none wrongly on ${day}`);
    const found = input.rooms.find(({ id }) => id === room);
    if (room !== null) {
      if (found === undefined || !isFree(found, day, from, to))
        faults.push(`has no room on ${day}`);
      else if (found.places < meeting.people.length + plan.guests) faults.push('is too many');
    }
    if (meeting.isFixed) continue;
    if (day < input.from || day >= input.to || input.closed.includes(day)) {
      faults.push(`is on ${day}, which is not open`);
    }
    const isOnStep = (from - input.hours.from) % input.hours.step === 0;
    if (from < input.hours.from || to > input.hours.to || !isOnStep) faults.push('is out of hours');
    const isQuiet = input.quiet.some((span) => {
      return coversDay(span, day) && span.from < to && from < span.to;
    });
    if (isQuiet) faults.push('is in quiet hours');
    for (const id of meeting.people) {
      const person = input.people.find((one) => one.id === id);
      if (person === undefined || !isFree(person, day, from, to)) {
        faults.push(`takes ${id} on ${day}, who is not free`);
      }
    }
  }
  if (meeting.isFixed && meeting.now !== null) {
    const isThere = plan.times.some(({ day }) => day === meeting.now?.day);
    if (!isThere || from !== meeting.now.start) faults.push('was confirmed and moved');
  }
  return faults;
}

/** The same weekday of the same week in every month of the plan. */
function seriesFaults(input: DatesInput, plan: PlannedMeeting): string[] {
  const [first] = plan.times;
  if (first === undefined) return [];
  const kind = (day: string) =>
    `${dayOfWeek(day)} ${Math.floor((Number(day.slice(8, 10)) - 1) / 7)}`;
  const months = new Set(plan.times.map(({ day }) => day.slice(0, 7)));
  const [fromYear, fromMonth] = input.from.split('-').map(Number);
  const last = new Date(Date.parse(input.to) - 86_400_000);
  const expected =
    (last.getUTCFullYear() - (fromYear ?? 0)) * 12 + last.getUTCMonth() + 1 - (fromMonth ?? 0) + 1;
  const isRegular = plan.times.every(({ day }) => kind(day) === kind(first.day));
  if (isRegular && months.size === plan.times.length && months.size === expected) return [];
  return ['is not regular'];
}

function pointsOf(input: DatesInput, meeting: Meeting, plan: PlannedMeeting): number {
  const from = minutesOf(plan.start);
  const to = from + meeting.minutes;
  const days = plan.times.map(({ day }) => day);
  let points = meeting.worth ?? 0;
  for (const span of meeting.prefers) {
    const holds = days.every((day) => coversDay(span, day)) && span.from <= from && to <= span.to;
    if (holds) points += span.points;
  }
  const { now } = meeting;
  if (now !== null && days.includes(now.day) && now.start === from) points += input.keepPoints;
  const guests = meeting.guests.filter((id) => {
    const guest = input.people.find((one) => one.id === id);
    return guest !== undefined && days.every((day) => isFree(guest, day, from, to));
  });
  const places = plan.times.map(({ room }) => {
    return input.rooms.find(({ id }) => id === room)?.places ?? Infinity;
  });
  const seats = Math.min(...places) - meeting.people.length;
  return points + input.guestPoints * Math.min(guests.length, seats);
}

function clashes(uses: readonly Use[]): string[] {
  const sorted = [...uses].sort((a, b) => {
    return compare(a.who, b.who) || compare(a.day, b.day) || a.from - b.from;
  });
  return sorted.flatMap((use, at) => {
    const before = sorted[at - 1];
    if (before === undefined || before.who !== use.who || before.day !== use.day) return [];
    return use.from < before.to ? [`${use.who} is needed twice on ${use.day}`] : [];
  });
}

function workshopFaults(input: DatesInput, dates: Dates): string[] {
  const perDay = new Map<string, number>();
  const perWeek = new Map<number, number>();
  for (const meeting of input.meetings) {
    const day = dates.meetings.find(({ id }) => id === meeting.id)?.times[0]?.day;
    if (meeting.kind !== 'workshop' || day === undefined) continue;
    const monday = Date.parse(day) / 86_400_000 - ((dayOfWeek(day) + 6) % 7);
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
    perWeek.set(monday, (perWeek.get(monday) ?? 0) + 1);
  }
  const isFull =
    [...perDay.values()].some((count) => count > input.workshopsPerDay) ||
    [...perWeek.values()].some((count) => count > (input.workshopsPerWeek ?? Infinity));
  return isFull ? ['there are too many workshops at once'] : [];
}

/** Every minute of the time is covered by some window. */
function isFree({ free, away }: Attender, day: string, from: number, to: number): boolean {
  if (away.includes(day)) return false;
  if (free === null) return true;
  const windows = free.filter((span) => coversDay(span, day));
  for (let minute = from; minute < to; minute++) {
    if (!windows.some((span) => span.from <= minute && minute < span.to)) return false;
  }
  return true;
}

function coversDay(span: Span, day: string): boolean {
  if (span.days.length > 0) return span.days.includes(day);
  const name = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][dayOfWeek(day)];
  return span.weekdays.length === 0 || span.weekdays.some((one) => one === name);
}

/** 0 is Sunday. */
function dayOfWeek(day: string): number {
  return new Date(Date.parse(day)).getUTCDay();
}

function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
