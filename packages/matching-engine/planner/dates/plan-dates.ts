import { explainConflict } from '../conflict.ts';
import { isYes, type PlanJob, proofOf, type Proved } from '../proved.ts';
import { sharedSolver } from '../solver.ts';
import { clockText, type DatesInput, dayText, type Meeting } from './dates.ts';
import { checkDates } from './dates-check.ts';
import { datesModel } from './dates-model.ts';
import type { Dates, PlannedMeeting, PlannedTime } from './dates-result.ts';
import { type Option, Options } from './options.ts';

/**
 * Days, hours and rooms for all meetings at once: as many points as possible (preferences, times kept, guests,
 * minus days of travel), nobody in two places. The order of the input does not matter.
 */
export async function planDates(job: PlanJob<DatesInput>): Promise<Proved<Dates>> {
  const { input, solver = sharedSolver } = job;
  const ordered = inOrder(input);
  const options = new Options(ordered);
  const plan = datesModel(ordered, ordered.meetings, options);
  const solved = await solver.solve(plan.model.plain(), job);
  const none = { result: null, value: null, bound: null, gap: null };
  if (solved.end === 'infeasible') {
    const conflict = await explainConflict(plan.model, { ...job, solver });
    return { status: 'infeasible', ...none, conflict };
  }
  const { values } = solved;
  if (values === null) return { status: 'timeout', ...none };
  const chosen = plan.options.filter((_, at) => isYes(values[at]!));
  const dates = datesOf(ordered, chosen, options);
  const points = dates.meetings.reduce((sum, meeting) => sum + meeting.points, 0);
  const value = points - input.travelPoints * dates.travelDays;
  const wrong = checkDates(input, dates, value);
  if (wrong.length > 0) throw new Error(`The planned dates break their rules: ${wrong.join('; ')}`);
  return { ...proofOf(solved, value, true), result: dates };
}

/** One meeting for many: every possible time, most points first. Exhaustive, without the solver. */
export function rankTimes(input: DatesInput, id: string, most: number): PlannedMeeting[] {
  const options = new Options(input);
  const index = input.meetings.findIndex((meeting) => meeting.id === id);
  const meeting = input.meetings[index];
  if (meeting === undefined) return [];
  return options
    .of(meeting, index)
    .sort((a, b) => b.points - a.points || (a.days[0] ?? 0) - (b.days[0] ?? 0) || a.start - b.start)
    .slice(0, most)
    .map((option) => {
      const room = options.roomKinds[option.roomKind]?.rooms[0] ?? null;
      return plannedOf(meeting, option, (day) => ({ day: dayText(day), room }));
    });
}

function inOrder(input: DatesInput): DatesInput {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return {
    ...input,
    people: [...input.people].sort(byId),
    meetings: [...input.meetings].sort(byId),
  };
}

function datesOf(input: DatesInput, chosen: readonly Option[], options: Options): Dates {
  const rooms = roomsOf(chosen, options);
  const byMeeting = new Map(chosen.map((option) => [option.meeting, option]));
  const travels = new Set<string>();
  for (const { meeting, days, roomKind } of chosen) {
    if (roomKind < 0) continue;
    for (const id of input.meetings[meeting]!.people) {
      for (const day of days) travels.add(`${day} ${id}`);
    }
  }
  return {
    meetings: input.meetings.flatMap((meeting, at) => {
      const option = byMeeting.get(at);
      if (option === undefined) return [];
      return plannedOf(meeting, option, (day) => {
        return { day: dayText(day), room: rooms.get(`${day} ${at}`) ?? null };
      });
    }),
    left: input.meetings.flatMap(({ id }, at) => (byMeeting.has(at) ? [] : [id])),
    travelDays: travels.size,
  };
}

function plannedOf(
  meeting: Meeting,
  option: Option,
  timeOf: (day: number) => PlannedTime,
): PlannedMeeting {
  return {
    id: meeting.id,
    start: clockText(option.start),
    minutes: meeting.minutes,
    times: option.days.map(timeOf),
    guests: option.guests,
    points: option.points,
    isKept: option.isNow,
  };
}

/** A room for each meeting and day. By start, the first free room: enough when no moment has too many meetings. */
function roomsOf(chosen: readonly Option[], { roomKinds }: Options): Map<string, string> {
  const given = new Map<string, string>();
  const busyUntil = new Map<string, number>();
  const uses = chosen
    .flatMap((option) => option.days.map((day) => ({ day, option })))
    .sort((a, b) => a.day - b.day || a.option.start - b.option.start);
  for (const { day, option } of uses) {
    const room = roomKinds[option.roomKind]?.rooms.find((one) => {
      return (busyUntil.get(`${day} ${one}`) ?? 0) <= option.start;
    });
    if (room === undefined) continue;
    busyUntil.set(`${day} ${room}`, option.end);
    given.set(`${day} ${option.meeting}`, room);
  }
  return given;
}
