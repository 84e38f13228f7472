import { dateInZone, formatDate } from '../../../../kernel/calendar.ts';
import { plural } from '../../../../kernel/text.ts';
import { Panel } from '../../../../ui/card.tsx';
import { areaLabels } from '../../../programmes/area.ts';
import { fitWords } from '../../fit/fit-check.ts';
import { rematchSourceWords } from '../rematch.ts';
import type { RematchPage } from './open-rematch.ts';

/** Why a change is thought of: who said so and in which words, what the sessions were about, and when the two last met. */
export function RematchEvidence({ page }: { page: RematchPage }) {
  const { match, zone, open, answers, drift, meetings } = page;
  const sides = { enterprise: match.enterpriseName, mentor: match.mentorName };
  return (
    <Panel title="What speaks for a change">
      <ul className="govuk-list govuk-list--bullet">
        {open ? (
          <li>
            {rematchSourceWords[open.source]}, noted on{' '}
            {formatDate(dateInZone(open.raisedAt, zone))}.{open.note ? ` “${open.note}”` : ''}
          </li>
        ) : null}
        {answers.map((each) => (
          <li key={each.id}>
            {sides[each.side]} on whether the two fit: {fitWords[each.answer].toLowerCase()}
            {each.note ? `, “${each.note}”` : ''}
            {each.answeredAt ? ` (${formatDate(dateInZone(each.answeredAt, zone))})` : ''}
          </li>
        ))}
        {page.said ? (
          <li>The enterprise said in a call that the main issue is now: “{page.said}”</li>
        ) : null}
        <li>
          {drift.shares.length === 0
            ? 'No session that took place says what it was about.'
            : `${drift.drifting ? 'The sessions have left the need: of' : 'Of'} ${plural(drift.sessions, 'session')} that took place, the recent ones weighing more, ${drift.shares
                .map(
                  ({ area, percent }) => `${percent} % were on ${areaLabels[area].toLowerCase()}`,
                )
                .join(', ')}.`}
        </li>
        <li>
          {meetings.lastOn
            ? `They last met on ${formatDate(meetings.lastOn)}, ${plural(meetings.days, 'day')} ago; they meet every ${plural(meetings.rhythm, 'day')}.`
            : `They have not met in the ${plural(meetings.days, 'day')} since the introduction.`}{' '}
          {meetings.nextOn
            ? `The next meeting is on ${formatDate(meetings.nextOn)}.`
            : 'No meeting is planned.'}
        </li>
      </ul>
    </Panel>
  );
}
