import {
  addDays,
  addMinutes,
  type CalendarDate,
  dateInZone,
  type Instant,
  instantOf,
  isWorkingDay,
} from '../../kernel/calendar.ts';
import { englandWalesHolidays } from '../../modules/programmes/holidays/england-wales.ts';
import { settableClock } from '../../platform/clock.ts';
import type { App, Ctx, Organisation } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { deliverMail } from '../../platform/mail/outbox.ts';
import { actorOf } from './actors.ts';
import { createDirector, type CutScene, type Script } from './director.ts';
import { type Random, randomFrom } from './random.ts';

/** How much is told. */
export interface Size {
  readonly mentors: number;
  /** Firms that get support, from the cast's first on unless told. */
  readonly firms: number;
  readonly firstFirm?: number;
  /** Firms that have applied and are still to come. */
  readonly applicants: number;
  readonly months: number;
}

/** Another seed is another story of the same people. */
export interface Story {
  readonly size: Size;
  readonly seed: number;
}

export interface Slot {
  startsAt: Instant;
  endsAt: Instant;
}

/** Where the story plays: the organisation with a clock that is set from scene to scene. */
export interface Stage {
  readonly org: Organisation;
  readonly size: Size;
  /** First day of the programme. */
  readonly opening: CalendarDate;
  /** The real day, on which the story ends. */
  readonly today: CalendarDate;
  now(): Instant;
  /** The day of the story. */
  day(): CalendarDate;
  /** The same time on the first working day from so many days later on. */
  later(days: number, time: string): Instant;
  add(name: string, script: Script): void;
  play(until: Instant, before?: (at: Instant) => Promise<void>): Promise<void>;
  /** Scripts that a refusal ended. */
  readonly cut: readonly CutScene[];
  /** Chance of one scene's own, the same in every telling of the same story. */
  random(scene: string): Random;
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  as(personId: string): Promise<Ctx>;
  /** Forgets what a person was, after their roles changed. */
  recast(personId: string): void;
  /** The next free time of a mentor from a day on; it is then taken. */
  book(mentorId: string, from: CalendarDate, minutes: number): Slot;
}

/** `app` is the running one; its clock and its way to send letters are replaced for the story. */
export function createStage(
  app: App,
  org: Organisation,
  { size, seed }: Story,
  opening: CalendarDate,
): Stage {
  const at = (date: CalendarDate, time: string) => instantOf(date, time, org.zone);
  const clock = settableClock(at(opening, '08:00'));
  const director = createDirector(clock);
  const cast = new Map<string, Ctx>();
  const taken = new Map<string, Slot[]>();
  const staged: App = { ...app, clock, jobs: { ...app.jobs, send: keepLetter } };

  /** Letters of the story reach the mailbox in the transaction that writes them; no job has to run. */
  async function keepLetter(tx: Tx, name: string, data: Parameters<App['jobs']['send']>[2]) {
    if (name !== deliverMail || typeof data['mailId'] !== 'string') return;
    await tx.updateTable('mail').set({ state: 'kept' }).where('id', '=', data['mailId']).execute();
  }

  function workingDay(from: CalendarDate): CalendarDate {
    let day = from;
    while (!isWorkingDay(day, englandWalesHolidays)) day = addDays(day, 1);
    return day;
  }

  const read: Stage['read'] = (work) => app.database.read(org.orgId, work);
  return {
    org,
    size,
    opening,
    today: app.clock.today(org.zone),
    now: clock.now,
    day: () => dateInZone(clock.now(), org.zone),
    later(days, time) {
      const wanted = at(workingDay(addDays(dateInZone(clock.now(), org.zone), days)), time);
      return wanted > clock.now() ? wanted : addMinutes(clock.now(), 1);
    },
    add: director.add,
    play: director.play,
    cut: director.cut,
    random: (scene) => randomFrom(seed === 0 ? scene : `${seed} ${scene}`),
    read,
    async as(personId) {
      const known = cast.get(personId);
      if (known) return known;
      const actor = await read((tx) => actorOf(tx, personId));
      const ctx: Ctx = { app: staged, org, orgId: org.orgId, actor, clock };
      cast.set(personId, ctx);
      return ctx;
    },
    recast: (personId) => void cast.delete(personId),
    book(mentorId, from, minutes) {
      const own = taken.get(mentorId) ?? [];
      for (let day = workingDay(from); ; day = workingDay(addDays(day, 1))) {
        for (const time of startTimes(own.length)) {
          const startsAt = at(day, time);
          const slot = { startsAt, endsAt: addMinutes(startsAt, minutes) };
          const isFree = own.every(
            (each) => each.endsAt <= slot.startsAt || each.startsAt >= slot.endsAt,
          );
          if (!isFree || startsAt <= clock.now()) continue;
          taken.set(mentorId, [...own, slot]);
          return slot;
        }
      }
    },
  };
}

/** The day's times to meet, another one first each time. */
function startTimes(turn: number): string[] {
  const times = ['09:30', '14:00', '11:30', '16:00'];
  return [...times.slice(turn % 4), ...times.slice(0, turn % 4)];
}
