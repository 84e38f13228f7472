import { addDays } from '../src/kernel/calendar.ts';
import { newId } from '../src/kernel/ids.ts';
import { programmePaths } from '../src/kernel/paths.ts';
import { systemClock } from '../src/platform/clock.ts';
import type { Filled, Match } from './fill.ts';
import type { Shot } from './load.ts';
import type { Job } from './measure-pages.ts';

/** The list, the record and the logging of a session, for both servers. */
export function jobsOf(filled: Filled, pages: { lists: string[]; records: string[] }): Job[] {
  const base = programmePaths(filled.slug, filled.programmeSlug).desk;
  const reading = (name: string, paths: readonly string[], same = paths): Job => ({
    name,
    status: 200,
    ours: (count) => cycle(paths, count).map((path) => ({ path: `${base}${path}` })),
    reference: (count) => cycle(same, count).map((path) => ({ path })),
  });
  return [
    reading('list of 50, filtered, sorted, searched', pages.lists),
    reading('record, against facts and timeline', pages.records),
    reading(
      'record, against all its reads',
      pages.records,
      pages.records.map((path) => `${path}/whole`),
    ),
    { name: 'log a session (POST)', status: 303, ...sessionsOf(filled) },
  ];
}

function cycle<T>(list: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, at) => list[at % list.length] as T);
}

/** Each form is for another mentor, and the same mentor's sessions are on different days. */
function sessionsOf(filled: Filled): Pick<Job, 'ours' | 'reference'> {
  const today = systemClock.today('Europe/London');
  let count = 0;
  function next(): { match: Match; form: string } {
    const match = filled.matches[count % filled.matches.length];
    if (!match) throw new Error('there is no match to log a session for');
    // Odd days, because the sessions that are there already may share a mentor.
    const date = addDays(today, -2 - Math.floor(count / filled.matches.length));
    count += 1;
    const form = new URLSearchParams([
      ...[
        ['_key', newId()],
        ['matchId', match.id],
        ['date', date],
        ['start', '15:00'],
      ],
      ...[
        ['length', '60'],
        ['mode', 'video'],
        ['topics', 'finance'],
        ['kinds', 'advice'],
      ],
      ['summary', 'Went through the cash forecast of the next quarter and whom to ask first.'],
      // For the reference, which looks nothing up.
      ...[
        ['mentorId', match.mentorId],
        ['enrolmentId', match.enrolmentId],
      ],
      ...[
        ['needId', match.needId],
        ['programmeId', filled.programmeId],
      ],
    ]);
    return { match, form: form.toString() };
  }
  const paths = programmePaths(filled.slug, filled.programmeSlug);
  return {
    ours: (times) =>
      Array.from({ length: times }, (): Shot => {
        const { match, form } = next();
        return { path: paths.enrolment(match.enrolmentId).newSession, form };
      }),
    reference: (times) =>
      Array.from({ length: times }, (): Shot => ({ path: '/sessions', form: next().form })),
  };
}
