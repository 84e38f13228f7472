import {
  dateInZone,
  formatDate,
  type Instant,
  minutesBetween,
  timeInZone,
} from '../../kernel/calendar.ts';
import { formatMinutes } from '../../kernel/minutes.ts';
import { listWords } from '../../kernel/text.ts';
import { areaList } from '../programmes/area.ts';
import { kindWords, modeWords } from './session-words.ts';

/** What a session says of one firm: all of it that counts, and what was agreed. */
export interface StatedSession {
  startsAt: Instant;
  endsAt: Instant;
  zone: string;
  /** Whether both sides were there; only then is there time to confirm. */
  isHeld: boolean;
  mode: string;
  place: string;
  topics: readonly string[];
  kinds: readonly string[];
  summary: string;
  preparation: number;
  followUp: number;
  travel: number;
  administration: number;
  steps: readonly { title: string; owner: string }[];
}

export interface StatementLine {
  key: string;
  value: string;
}

/**
 * The lines that a firm is shown before it confirms, on the page and in the letter alike. What is not among
 * them must not count.
 */
export function statementOf(session: StatedSession): StatementLine[] {
  const { startsAt, endsAt, zone, isHeld } = session;
  const steps = (owner: string) =>
    session.steps.filter((step) => step.owner === owner).map((step) => step.title);
  const agreed = [
    { key: 'Your next steps', value: steps('enterprise').join('; ') },
    { key: 'Next steps of the mentor', value: steps('mentor').join('; ') },
    { key: 'Next steps of the adviser', value: steps('adviser').join('; ') },
  ];
  const about = [
    { key: 'About', value: areaList(session.topics) },
    { key: 'What it was', value: listWords(session.kinds.map((kind) => kindWords[kind] ?? kind)) },
  ];
  return [
    { key: 'Day', value: formatDate(dateInZone(startsAt, zone)) },
    {
      key: isHeld ? 'Time' : 'Agreed time',
      value: `${timeInZone(startsAt, zone)} to ${timeInZone(endsAt, zone)}${overnight(session)}`,
    },
    ...(isHeld ? timeLines(session) : []),
    { key: 'How', value: [modeWords[session.mode], session.place].filter(Boolean).join(', ') },
    ...(isHeld ? about : []),
    ...(isHeld || session.summary ? [{ key: 'Notes', value: session.summary || 'None' }] : []),
    ...agreed.filter((line) => line.value !== ''),
  ];
}

/** Every kind of minutes; the sum where there is more than the meeting. */
function timeLines(session: StatedSession): StatementLine[] {
  const together = minutesBetween(session.startsAt, session.endsAt);
  const others = [
    ['Preparation', session.preparation],
    ['Written follow-up', session.followUp],
    ['Travel', session.travel],
    ['Administration', session.administration],
  ] as const;
  const more = others.filter(([, minutes]) => minutes > 0);
  const sum = more.reduce((all, [, minutes]) => all + minutes, together);
  return [
    { key: 'Together', value: formatMinutes(together) },
    ...more.map(([key, minutes]) => ({ key, value: formatMinutes(minutes) })),
    ...(more.length > 0 ? [{ key: 'Altogether', value: formatMinutes(sum) }] : []),
  ];
}

function overnight({ startsAt, endsAt, zone }: StatedSession): string {
  return dateInZone(startsAt, zone) === dateInZone(endsAt, zone) ? '' : ' on the next day';
}

/** The lines that differ between what somebody saw and what holds now, in the order of now. */
export function changesBetween(
  seen: readonly StatementLine[],
  now: readonly StatementLine[],
): { key: string; was: string; is: string }[] {
  const before = new Map(seen.map((line) => [line.key, line.value]));
  const after = new Map(now.map((line) => [line.key, line.value]));
  const keys = new Set([...now, ...seen].map((line) => line.key));
  return [...keys].flatMap((key) => {
    const was = before.get(key) ?? '';
    const is = after.get(key) ?? '';
    return was === is ? [] : [{ key, was, is }];
  });
}
