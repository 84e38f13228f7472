import { useLoaderData } from 'react-router';
import { dateInZone, formatDate, minutesBetween, timeInZone } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { listOf } from '../../../kernel/form-answer.ts';
import { formatMinutes } from '../../../kernel/minutes.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { listWords, plural } from '../../../kernel/text.ts';
import { saidOfAsking } from '../../../platform/mail/leaving.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { BulkBar } from '../../../ui/bulk-bar.tsx';
import { EmptyState } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, LinkButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { parseTableQuery, tableHref } from '../../../ui/table-query.ts';
import { Pagination, TableTools } from '../../../ui/table-tools.tsx';
import { Tag, type Tone } from '../../../ui/tag.tsx';
import { enterprisePermissions } from '../../enterprises/permissions.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { recentDays, sessionsOfProgramme, sessionTable } from '../log/reads.ts';
import { requestConfirmation } from '../commands/request-confirmation.ts';
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
    mayAsk: may(ctx.actor, sessionPermissions.session.ask, subject),
    mayLogGroup: may(ctx.actor, sessionPermissions.session.logGroup, subject),
    ...(await sessionsOfProgramme(tx, programme.id, query, {
      today: ctx.clock.today(programme.zone),
      zone: programme.zone,
    })),
  };
});

/** Sends the question whether they were as logged again, for the ticked sessions. */
export const action = actPage(async ({ ctx, form, url, done }) => {
  const parties = listOf(form, 'rows').map((row) => {
    const [sessionId = '', enrolmentId = ''] = row.split('/');
    return { sessionId, enrolmentId };
  });
  const { firms, without } = await requestConfirmation(ctx, { parties });
  const nobody =
    without.length === 0 ? '' : ` Nobody of ${listWords(without)} has a mail address: ring them.`;
  return done(
    `${url.pathname}${url.search}`,
    `${plural(firms, 'letter is', 'letters are')} written.${saidOfAsking(ctx)}${nobody}`,
  );
});

const confirmationTones: Record<string, Tone> = {
  waiting: 'warn',
  confirmed: 'good',
  disputed: 'bad',
  settled: 'neutral',
};

export default function Screen() {
  const { org, zone, programme, query, rows, total, mayOpenFirms, mayLogGroup, mayAsk } =
    useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const isWaiting = query.filters['confirmation'] === 'waiting';
  const asks = mayAsk && isWaiting && rows.length > 0;
  const paths = programmePaths(org, programme.slug);
  const isNarrowed = query.search !== '' || Object.keys(query.filters).length > 0;
  return (
    <>
      <title>{`Sessions – ${programme.name}`}</title>
      <ErrorSummary answer={answer} />
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
        <>
          <TableTools
            query={query}
            total={total}
            noun={['session', 'sessions']}
            searchLabel="Enterprise or mentor"
            download={paths.sessionsExport}
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
          {asks ? (
            <BulkBar id="ask" picks="rows" label="Send the question again">
              <Button kind="secondary">Send the question again</Button>
            </BulkBar>
          ) : null}
          {mayAsk && !isWaiting ? (
            <p className="govuk-body-s">
              <a
                href={tableHref(query, { filters: { ...query.filters, confirmation: 'waiting' } })}
              >
                See what waits for an answer
              </a>{' '}
              and send the question again.
            </p>
          ) : null}
          <DataTable
            caption="Sessions"
            {...(asks
              ? {
                  pick: {
                    form: 'ask',
                    name: 'rows',
                    label: (row: (typeof rows)[number]) =>
                      `${row.enterprise}, ${formatDate(dateInZone(row.startsAt, zone))}`,
                  },
                }
              : {})}
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
              ...(isWaiting
                ? [
                    {
                      key: 'asked',
                      label: 'Asked',
                      cell: (row: (typeof rows)[number]) =>
                        row.askedAt ? formatDate(dateInZone(row.askedAt, zone)) : 'Not asked',
                    },
                  ]
                : []),
            ]}
          />
          <Pagination query={query} total={total} />
        </>
      )}
    </>
  );
}
