import { Download } from '../../../ui/download.tsx';
import { useLoaderData } from 'react-router';
import { dateInZone, formatDate, formatMonth } from '../../../kernel/calendar.ts';
import { formatMinutes } from '../../../kernel/minutes.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Card, CardGrid, EmptyState, Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { mentorPermissions } from '../../mentors/permissions.ts';
import { byMentor, type MentorMonth, payStateWords } from '../mentor-time.ts';
import { openMentorHours } from './open-mentor-hours.ts';

export const loader = loadPage(async (args) => {
  const { programme, months, month, sessions } = await openMentorHours(args);
  const subject = { programmeId: programme.id };
  return {
    org: args.ctx.org.slug,
    programme: { slug: programme.slug, name: programme.name },
    opensMentors: may(args.ctx.actor, mentorPermissions.mentor.read, subject),
    months,
    month,
    mentors: byMentor(sessions),
    open: sessions
      .filter(({ state }) => state !== 'payable')
      .map(({ sessionId, mentor, startsAt, together, state, why, parties }) => ({
        ...{ sessionId, mentor, together, state, why },
        day: dateInZone(startsAt, programme.zone),
        enterprises: parties.map(({ enterprise }) => enterprise).join('; '),
      })),
  };
});

const total = (mentors: readonly MentorMonth[], key: 'payable' | 'notYet' | 'not' | 'beside') =>
  formatMinutes(mentors.reduce((sum, row) => sum + row[key], 0));

/** Finance's first screen: what of mentors' time can be paid, what cannot yet, and why. */
export default function Screen() {
  const { org, programme, months, month, mentors, open, opensMentors } =
    useLoaderData<typeof loader>();
  const paths = programmePaths(org, programme.slug);
  return (
    <>
      <title>{`Mentors’ hours – ${programme.name}`}</title>
      <PageHeading
        title={`Mentors’ hours in ${formatMonth(month)}`}
        caption="What can be paid, what cannot yet, and why. Pay runs are not part of this version: take the list away and pay from it."
      />
      <div className="app-tools">
        <form method="get" role="search" className="app-tools__form">
          <div className="app-tools__field">
            <label className="govuk-label" htmlFor="month">
              Month
            </label>
            <select className="govuk-select" id="month" name="month" defaultValue={month}>
              {months.map((one) => (
                <option key={one} value={one}>
                  {formatMonth(one)}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className="govuk-button govuk-button--secondary">
            Show
          </button>
        </form>
        <div className="app-tools__line">
          <Download href={`${paths.mentorHoursExport}?month=${month}`} />
        </div>
      </div>
      {mentors.length === 0 ? (
        <EmptyState title="No session in this month">
          Mentors log their sessions, and each enterprise confirms them. They stand here once
          logged.
        </EmptyState>
      ) : (
        <>
          <CardGrid>
            <Card
              label="Payable"
              value={total(mentors, 'payable')}
              note={`and ${total(mentors, 'beside')} of preparation, follow-up, travel and administration`}
            />
            <Card label="Not yet" value={total(mentors, 'notYet')} href="#open" />
            <Card label="Not payable" value={total(mentors, 'not')} href="#open" />
          </CardGrid>
          <Panel title="By mentor">
            <DataTable
              caption="Hours of each mentor"
              rows={mentors}
              rowKey={(row) => row.mentorId}
              columns={[
                {
                  key: 'mentor',
                  label: 'Mentor',
                  isHeader: true,
                  cell: (row) =>
                    opensMentors ? (
                      <a href={paths.mentor(row.mentorId)}>{row.mentor}</a>
                    ) : (
                      row.mentor
                    ),
                },
                { key: 'n', label: 'Sessions', isNumeric: true, cell: (row) => row.sessions },
                ...(
                  [
                    ['payable', 'Payable'],
                    ['beside', 'Beside it'],
                    ['notYet', 'Not yet'],
                    ['not', 'Not payable'],
                  ] as const
                ).map(([key, label]) => ({
                  ...{ key, label, isNumeric: true },
                  cell: (row: MentorMonth) => formatMinutes(row[key]),
                })),
              ]}
            />
          </Panel>
        </>
      )}
      {open.length > 0 ? (
        <Panel title="What stands against it" id="open">
          <DataTable
            caption="Sessions that cannot be paid, or not yet"
            rows={open}
            rowKey={(row) => `${row.sessionId} ${row.mentor}`}
            columns={[
              {
                key: 'day',
                label: 'Day',
                isHeader: true,
                cell: (row) => <a href={paths.session(row.sessionId)}>{formatDate(row.day)}</a>,
              },
              { key: 'mentor', label: 'Mentor', cell: (row) => row.mentor },
              { key: 'firm', label: 'Enterprise', cell: (row) => row.enterprises },
              {
                key: 'time',
                label: 'Time',
                isNumeric: true,
                cell: (row) => formatMinutes(row.together),
              },
              {
                key: 'state',
                label: 'State',
                cell: (row) => (
                  <Tag tone={row.state === 'not' ? 'bad' : 'warn'}>{payStateWords[row.state]}</Tag>
                ),
              },
              { key: 'why', label: 'Why', cell: (row) => row.why },
            ]}
          />
        </Panel>
      ) : null}
    </>
  );
}
