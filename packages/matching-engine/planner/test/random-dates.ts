import type { Attender, DatesInput, Meeting, Span, Weekday } from '../dates/dates.ts';
import { seeded } from './random-panel.ts';

const workdays: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** Monthly meetings of pairs, some of them in rooms, with windows that mostly overlap. */
export function randomDates(
  seed: number,
  size: { pairs: number; mentors: number; rooms: number; months?: number },
): DatesInput {
  const random = seeded(seed);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const windows = (count: number): Span[] =>
    Array.from({ length: count }, () => {
      const from = 540 + 60 * whole(0, 5);
      const weekdays = [workdays[whole(0, 4)]!];
      return { weekdays, days: [], from, to: from + 60 * whole(2, 4) };
    });
  const attender = (id: string, count: number): Attender => ({
    id,
    free: windows(count),
    away: [],
  });
  const mentors = Array.from({ length: size.mentors }, (_, at) => attender(`m${at}`, 6));
  const firms = Array.from({ length: size.pairs }, (_, at) => attender(`f${at}`, 7));
  const meetings = Array.from({ length: size.pairs }, (_, at): Meeting => {
    const from = 540 + 60 * whole(0, 4);
    return {
      id: `p${String(at).padStart(3, '0')}`,
      kind: 'series',
      people: [`m${at % size.mentors}`, `f${at}`],
      guests: [],
      minutes: 60,
      inRoom: whole(0, 2) === 0,
      prefers: [{ weekdays: [], days: [], from, to: from + 240, points: whole(5, 40) }],
      now: null,
      isFixed: false,
      worth: 500,
    };
  });
  return {
    from: '2027-01-01',
    to: `2027-${String((size.months ?? 3) + 1).padStart(2, '0')}-01`,
    closed: [],
    hours: { from: 540, to: 1080, step: 60 },
    quiet: [],
    people: [...mentors, ...firms],
    rooms: Array.from({ length: size.rooms }, (_, at) => ({
      id: `r${at}`,
      free: null,
      away: [],
      places: 4,
    })),
    meetings,
    workshopsPerDay: 1,
    workshopsPerWeek: null,
    keepPoints: 50,
    travelPoints: 3,
    guestPoints: 10,
  };
}
