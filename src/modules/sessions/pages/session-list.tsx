import { useLoaderData } from 'react-router';
import { dateInZone, formatDate, minutesBetween, timeInZone } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { formatMinutes } from '../../../kernel/minutes.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { LinkButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { parseTableQuery, tableHref } from '../../../ui/table-query.ts';
import { Pagination, TableTools } from '../../../ui/table-tools.tsx';
import { Tag, type Tone } from '../../../ui/tag.tsx';
import { enterprisePermissions } from '../../enterprises/permissions.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { recentDays, sessionsOfProgramme, sessionTable } from '../log/reads.ts';
import { sessionPermissions } from '../permissions.ts';
import { attendanceInWords, confirmationWords, isHeld } from '../session-words.ts';

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, sessionPermissions.session.read, subject)) throw notFound('programme');
  const query = parseTableQuery(url, sessionTable);
  return {
    org: ctx.org.slug,
    zone: programme.zone,
    programme: { slug: programme.slug, name: programme.name },
    query,
    mayOpenFirms: may(ctx.actor, enterprisePermissions.enrolment.read, subject),
    mayLogGroup: may(ctx.actor, sessionPermissions.session.logGroup, subject),
    ...(await sessionsOfProgramme(tx, programme.id, query, {
      today: ctx.clock.today(programme.zone),
      zone: programme.zone,
    })),
  };
});

const confirmationTones: Record<string, Tone> = {
  waiting: 'warn',
  confirmed: 'good',
  disputed: 'bad',
  settled: 'neutral',
};

export default function Screen() {
  const { org, zone, programme, query, rows, total, mayOpenFirms, mayLogGroup } =
    useLoaderData<typeof loader>();
  const paths = programmePaths(org, programme.slug);
  const isNarrowed = query.search !== '' || Object.keys(query.filters).length > 0;
  return (
    <>
      <title>{`Sessions – ${programme.name}`}</title>
      <PageHeading
        title="Sessions"
        actions={
          mayLogGroup ? (
            <LinkButton href={paths.newGroupSession} kind="secondary">
              Log a group session
            </LinkButton>
          ) : null
        }
      />
      {total === 0 && !isNarrowed ? (
        <EmptyState title="No session yet">
          Mentors log sessions on their phone or from a link in a letter; staff can log one from an
          enterprise's page. Each is confirmed by the enterprise.
        </EmptyState>
      ) : (
        <div className="app-panel">
          <TableTools
            query={query}
            total={total}
            noun={['session', 'sessions']}
            searchLabel="Enterprise or mentor"
            actions={
              <p className="govuk-body-s">
                Download{' '}
                <a href={`${paths.sessionsExport}${tableHref(query, {}, { format: 'csv' })}`}>
                  CSV
                </a>
              </p>
            }
            filters={[
              {
                name: 'confirmation',
                label: 'Confirmation',
                options: Object.entries(confirmationWords).map(([value, label]) => ({
                  value,
                  label,
                })),
              },
              {
                name: 'attendance',
                label: 'Attendance',
                options: [
                  { value: 'held', label: 'Took place' },
                  { value: 'missed', label: 'Missed by a side' },
                ],
              },
              {
                name: 'days',
                label: 'When',
                options: [{ value: recentDays, label: 'In the last 90 days' }],
              },
            ]}
          />
          <DataTable
            caption="Sessions"
            query={query}
            rows={rows}
            rowKey={(row) => `${row.id}/${row.enrolmentId}`}
            columns={[
              {
                key: 'starts',
                label: 'When',
                isHeader: true,
                isSortable: true,
                cell: (row) => (
                  <a href={paths.session(row.id)}>
                    {formatDate(dateInZone(row.startsAt, zone))}, {timeInZone(row.startsAt, zone)}
                  </a>
                ),
              },
              {
                key: 'enterprise',
                label: 'Enterprise',
                isSortable: true,
                cell: (row) =>
                  mayOpenFirms ? (
                    <a href={paths.enrolment(row.enrolmentId).record}>{row.enterprise}</a>
                  ) : (
                    row.enterprise
                  ),
              },
              { key: 'mentor', label: 'Mentor', isSortable: true, cell: (row) => row.mentor },
              {
                key: 'length',
                label: 'Length',
                isNumeric: true,
                cell: (row) =>
                  isHeld(row) ? formatMinutes(minutesBetween(row.startsAt, row.endsAt)) : '–',
              },
              {
                key: 'attendance',
                label: 'Attendance',
                cell: attendanceInWords,
              },
              {
                key: 'confirmation',
                label: 'Confirmation',
                cell: (row) => (
                  <Tag tone={confirmationTones[row.confirmation] ?? 'neutral'}>
                    {confirmationWords[row.confirmation] ?? row.confirmation}
                  </Tag>
                ),
              },
            ]}
          />
          <Pagination query={query} total={total} />
        </div>
      )}
    </>
  );
}
