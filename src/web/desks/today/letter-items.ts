import { dateInZone, formatDate } from '../../../kernel/calendar.ts';
import type { programmePaths } from '../../../kernel/paths.ts';
import type { RefusedLine } from './letter-reads.ts';
import type { TodayItem } from './today-item.ts';

/** People whom letters do not reach, until their address is mended or a letter arrives. */
export function refusedItems(
  lines: readonly RefusedLine[],
  paths: ReturnType<typeof programmePaths>,
  zone: string,
): TodayItem[] {
  return lines.map((line) => {
    const own = line.enrolmentId === null ? null : paths.enrolment(line.enrolmentId);
    const mentor = paths.mentor(line.mentorId ?? '');
    return {
      key: `letter/${line.personId}`,
      cause: line.mailId,
      enterprise: line.enterprise ?? line.person,
      href: own?.record ?? mentor,
      why: `The letter “${line.subject}” to ${line.person} (${line.address}) of ${formatDate(dateInZone(line.at, zone))} could not be delivered: ${line.because}.`,
      tag: 'not delivered',
      tone: 'bad',
      verb: own ? 'Correct the address' : 'See the mentor',
      verbHref: own?.person(line.personId) ?? mentor,
      needs: 'nothing',
    };
  });
}
