import { formatMinutes } from '../../kernel/minutes.ts';

/** More than this on one day is asked about: a working day. */
export const usualDayMinutes = 8 * 60;

interface LoggedTime {
  isHeld: boolean;
  together: number;
  preparation: number;
  followUp: number;
  /** All minutes of the day of the firm and of the mentor, this session's included; null when not looked at. */
  firmsDay: number | null;
  mentorsDay: number | null;
}

/** What is unusual about the time of a session, a sentence each; empty when nothing is. */
export function unusualTime(time: LoggedTime): string[] {
  if (!time.isHeld) return [];
  const { together, preparation, followUp, firmsDay, mentorsDay } = time;
  const said: string[] = [];
  if (firmsDay !== null && firmsDay > usualDayMinutes) {
    said.push(`${formatMinutes(firmsDay)} for this enterprise on one day is more than 8 hours.`);
  } else if (mentorsDay !== null && mentorsDay > usualDayMinutes) {
    said.push(`${formatMinutes(mentorsDay)} of the mentor on one day is more than 8 hours.`);
  }
  const longer = [
    ['preparation', preparation],
    ['written follow-up', followUp],
  ] as const;
  for (const [what, minutes] of longer) {
    if (minutes > together) {
      said.push(
        `The ${what} (${formatMinutes(minutes)}) is longer than the meeting (${formatMinutes(together)}).`,
      );
    }
  }
  return said;
}
