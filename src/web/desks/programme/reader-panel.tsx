import { addMinutes, dateInZone, formatDate, formatInstant } from '../../../kernel/calendar.ts';
import { listWords, plural } from '../../../kernel/text.ts';
import { Panel } from '../../../ui/card.tsx';
import type { SinceLastVisit } from './since-reads.ts';

/** To somebody who only reads, such as a funder's auditor: until when, and what is new since the last visit. */
export function ReaderPanel({ visit, zone }: { visit: SinceLastVisit; zone: string }) {
  const news = [
    [visit.eligible, 'enterprise found eligible', 'enterprises found eligible'],
    [visit.left, 'enterprise left', 'enterprises left'],
    [visit.recorded, 'output recorded', 'outputs recorded'],
    [visit.verified, 'output verified', 'outputs verified'],
    [visit.confirmed, 'session confirmed', 'sessions confirmed'],
    [visit.settings, 'change of the settings', 'changes of the settings'],
  ] as const;
  const some = news.filter(([count]) => count > 0);
  return (
    <Panel title="You read here, and change nothing">
      <p className="govuk-body">
        {visit.until === null
          ? 'Your access has no last day.'
          : // It ends as a day begins; the last one on which it holds is the day before.
            `Your access ends after ${formatDate(dateInZone(addMinutes(visit.until, -1), zone))}.`}{' '}
        Private notes and mentors’ remarks are not part of it.
      </p>
      <p className="govuk-body">
        Since {formatInstant(visit.since, zone)}:{' '}
        {some.length === 0
          ? 'nothing has changed in what is counted.'
          : `${listWords(some.map(([count, one, many]) => plural(count, one, many)))}.`}
      </p>
    </Panel>
  );
}
