import { Model, type Term } from '../model.ts';
import type { DatesInput, Meeting } from './dates.ts';
import type { Option, Options } from './options.ts';

export interface DatesModel {
  readonly model: Model;
  /** The option of a variable; variables beyond the last are days of travel. */
  readonly options: readonly Option[];
}

/** One decision per option; rows where two could meet. */
export function datesModel(
  input: DatesInput,
  meetings: readonly Meeting[],
  from: Options,
): DatesModel {
  const model = new Model();
  const byMeeting = meetings.map((meeting, index) => from.of(meeting, index));
  const options = byMeeting.flat();
  for (const { points } of options) model.yesNo(points);
  let next = 0;
  byMeeting.forEach((own, at) => {
    const terms = own.map((): Term => [next++, 1]);
    placeMeeting(model, meetings[at]!, terms);
  });
  const rows = new Rows(model, options);
  addPeople(input, rows, meetings, options);
  addRooms(rows, options, from);
  addWorkshops(input, rows, meetings, options);
  if (input.travelPoints > 0) addTravel(input, model, meetings, options);
  return { model, options };
}

function placeMeeting(model: Model, meeting: Meeting, terms: readonly Term[]): void {
  if (terms.length > 1) model.row(terms, { max: 1 });
  if (meeting.worth !== null) return;
  const why = terms.length === 0 ? `, though no time suits ${meeting.people.join(' and ')}` : '';
  const rule = model.rule('takes-place', `${meeting.id} takes place${why}`);
  model.row(terms, { min: 1 }, rule);
}

/** Rows "at most so many of these", each set of variables once. */
class Rows {
  readonly #model: Model;
  readonly #options: readonly Option[];
  readonly #known = new Set<string>();

  constructor(model: Model, options: readonly Option[]) {
    this.#model = model;
    this.#options = options;
  }

  /** At most `max` at any moment. Wherever some overlap, they all do at the start of one of them. */
  noOverlap(variables: readonly number[], max: number, rule: readonly [string, string]): void {
    const byDay = Map.groupBy(
      variables.flatMap((variable) => this.#at(variable).days.map((day) => ({ day, variable }))),
      ({ day }) => day,
    );
    let number: number | null = null;
    for (const ofDay of byDay.values()) {
      const starts = new Set(ofDay.map(({ variable }) => this.#at(variable).start));
      for (const moment of starts) {
        const meeting = ofDay
          .map(({ variable }) => variable)
          .filter((variable) => {
            const { start, end } = this.#at(variable);
            return start <= moment && moment < end;
          });
        if (!this.#isNews(meeting, max, rule[1])) continue;
        number ??= this.#model.rule(...rule);
        this.#model.row(
          meeting.map((variable): Term => [variable, 1]),
          { max },
          number,
        );
      }
    }
  }

  atMost(variables: readonly number[], max: number, rule: readonly [string, string]): void {
    if (!this.#isNews(variables, max, rule[1])) return;
    const terms = variables.map((variable): Term => [variable, 1]);
    this.#model.row(terms, { max }, this.#model.rule(...rule));
  }

  /** Whether the limit could bite, and is not there already. */
  #isNews(variables: readonly number[], max: number, rule: string): boolean {
    const meetings = new Set(variables.map((variable) => this.#at(variable).meeting));
    if (meetings.size <= max) return false;
    const key = `${rule} ${variables.join(' ')}`;
    if (this.#known.has(key)) return false;
    this.#known.add(key);
    return true;
  }

  #at(variable: number): Option {
    return this.#options[variable]!;
  }
}

function addPeople(
  input: DatesInput,
  rows: Rows,
  meetings: readonly Meeting[],
  options: readonly Option[],
): void {
  for (const { id } of input.people) {
    const own = variablesOf(options, ({ meeting }) => meetings[meeting]!.people.includes(id));
    rows.noOverlap(own, 1, ['one-place', `${id} is in one meeting at a time`]);
  }
}

function addRooms(rows: Rows, options: readonly Option[], { roomKinds }: Options): void {
  roomKinds.forEach(({ rooms }, kind) => {
    const own = variablesOf(options, ({ roomKind }) => roomKind === kind);
    const words =
      rooms.length === 1
        ? `Room ${rooms[0] ?? ''} holds one meeting at a time`
        : `Rooms ${rooms.join(', ')} hold ${rooms.length} meetings at a time`;
    rows.noOverlap(own, rooms.length, ['rooms', words]);
  });
}

function addWorkshops(
  input: DatesInput,
  rows: Rows,
  meetings: readonly Meeting[],
  options: readonly Option[],
): void {
  const { workshopsPerDay, workshopsPerWeek } = input;
  const own = variablesOf(options, ({ meeting }) => meetings[meeting]!.kind === 'workshop');
  const limit = (max: number, each: string, groupOf: (day: number) => number) => {
    const groups = Map.groupBy(own, (variable) => groupOf(options[variable]!.days[0] ?? 0));
    for (const group of groups.values()) {
      rows.atMost(group, max, [`workshops-${each}`, `At most ${max} workshops in a ${each}`]);
    }
  };
  limit(workshopsPerDay, 'day', (day) => day);
  // Weeks begin on Monday; day 0 was a Thursday.
  if (workshopsPerWeek !== null)
    limit(workshopsPerWeek, 'week', (day) => Math.floor((day + 3) / 7));
}

/** A day costs once, however many meetings somebody has in rooms on it; days with the same choices count together. */
function addTravel(
  input: DatesInput,
  model: Model,
  meetings: readonly Meeting[],
  options: readonly Option[],
): void {
  for (const { id } of input.people) {
    const own = variablesOf(options, ({ meeting, roomKind }) => {
      return roomKind >= 0 && meetings[meeting]!.people.includes(id);
    });
    const byDay = Map.groupBy(
      own.flatMap((variable) => options[variable]!.days.map((day) => ({ day, variable }))),
      ({ day }) => day,
    );
    const alike = Map.groupBy(byDay.values(), (ofDay) =>
      ofDay.map(({ variable }) => variable).join(' '),
    );
    for (const days of alike.values()) {
      const travels = model.amount(-input.travelPoints * days.length, 1);
      const variables = (days[0] ?? []).map(({ variable }) => variable);
      const perMeeting = Map.groupBy(variables, (variable) => options[variable]!.meeting);
      for (const same of perMeeting.values()) {
        model.row([...same.map((variable): Term => [variable, 1]), [travels, -1]], { max: 0 });
      }
    }
  }
}

function variablesOf(options: readonly Option[], holds: (option: Option) => boolean): number[] {
  return options.flatMap((option, variable) => (holds(option) ? [variable] : []));
}
