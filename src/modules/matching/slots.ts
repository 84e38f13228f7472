import type { AvailableTime } from '../mentors/reads.ts';

const parts = [
  ['00:00', '12:00'],
  ['12:00', '17:00'],
  ['17:00', '24:00'],
] as const;

/**
 * Weekly times as bits: seven days × morning, afternoon (from 12:00), evening (from 17:00), Monday morning
 * is bit 0. A part of the day counts when an hour of it is free. Null when no time is recorded.
 */
export function slotsOf(times: readonly AvailableTime[]): number | null {
  if (times.length === 0) return null;
  let slots = 0;
  for (const { weekday, from, to } of times) {
    for (const [at, [start, end]] of parts.entries()) {
      const shared = Math.min(minutes(to), minutes(end)) - Math.max(minutes(from), minutes(start));
      if (shared >= 60) slots |= 1 << ((weekday - 1) * 3 + at);
    }
  }
  return slots;
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
