import { useLoaderData } from 'react-router';
import { formatShortDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { LinkButton } from '../../../ui/form.tsx';
import { PageHeading, SubNavigation } from '../../../ui/page-heading.tsx';
import { parseTableQuery, tableHref } from '../../../ui/table-query.ts';
import { Pagination, TableTools } from '../../../ui/table-tools.tsx';
import { Tag, type Tone } from '../../../ui/tag.tsx';
import { advisersOf } from '../../enterprises/reads.ts';
import { areaKeys, areaLabels } from '../../programmes/area.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { matchingPermissions } from '../permissions.ts';
import { needsQueue, queueFilters, type QueueLine, queueSorts, toPlace } from '../queue/reads.ts';
import { priorityWords, stepWords } from '../queue/step.ts';

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, matchingPermissions.ranking.read, subject)) throw notFound();
  const query = parseTableQuery(url, { sorts: queueSorts, filters: queueFilters });
  const today = ctx.clock.today(programme.zone);
  return {
    org: ctx.org.slug,
    programme: programme.slug,
    targetDays: programme.introduction_days,
    ownId: ctx.actor.personId,
    query,
    ...(await needsQueue(tx, programme, query, today)),
    advisers: await advisersOf(tx, programme.id, ctx.clock.now()),
  };
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const paths = programmePaths(page.org, page.programme);
  const isNarrowed = page.query.search !== '' || Object.keys(page.query.filters).length > 0;
  return (
    <>
      <title>Needs without a mentor</title>
      <PageHeading
        title="Needs without a mentor"
        caption={`The programme wants an introduction within ${plural(page.targetDays, 'day')}`}
        actions={
          page.total > 0 ? (
            <LinkButton kind="secondary" href={paths.matchDesk}>
              Place them all at the match desk
            </LinkButton>
          ) : null
        }
      />
      {page.total === 0 && !isNarrowed ? (
        <EmptyState title="Every need has a mentor">
          New needs come from a diagnosis, from a call, or when a match ends.
        </EmptyState>
      ) : (
        <>
          <SubNavigation
            label="Whose"
            links={[
              {
                label: 'Mine',
                href: tableHref({ ...page.query, filters: { adviser: page.ownId ?? '' } }, {}),
                isCurrent: page.query.filters['adviser'] === page.ownId,
              },
              { label: 'All', href: paths.needs, isCurrent: !page.query.filters['adviser'] },
            ]}
          />
          <TableTools
            query={page.query}
            total={page.total}
            noun={['need', 'needs']}
            searchLabel="Enterprise or need"
            filters={filtersOf(page.advisers)}
            download={paths.needsExport}
          />
          <DataTable
            caption="Needs without a mentor, the longest waiting first"
            columns={columnsOf(paths, page.targetDays)}
            rows={page.rows}
            rowKey={(row) => row.id}
            query={page.query}
          />
          <Pagination query={page.query} total={page.total} />
        </>
      )}
    </>
  );
}

const stepTones: Record<QueueLine['step'], Tone> = {
  waiting: 'warn',
  again: 'warn',
  change: 'bad',
  choosing: 'info',
  asked: 'info',
};

function columnsOf(
  paths: ReturnType<typeof programmePaths>,
  targetDays: number,
): Column<QueueLine>[] {
  return [
    {
      key: 'enterprise',
      label: 'Enterprise',
      isHeader: true,
      isSortable: true,
      cell: (row) => (
        <>
          <a href={paths.enrolment(row.enrolmentId).record}>{row.enterpriseName}</a>
          <span className="govuk-hint app-under">{row.detail.slice(0, 120)}</span>
        </>
      ),
    },
    { key: 'area', label: 'Area', isSortable: true, cell: (row) => areaLabels[row.area] },
    {
      key: 'age',
      label: 'Open since',
      isSortable: true,
      cell: (row) => (
        <>
          <span className="app-nowrap">{formatShortDate(row.openedOn)}</span>
          <span className="govuk-hint app-under">
            {row.age > targetDays
              ? `${plural(row.age - targetDays, 'day')} over the target`
              : `${plural(targetDays - row.age, 'day')} left`}
          </span>
        </>
      ),
    },
    {
      key: 'priority',
      label: 'Priority',
      isSortable: true,
      cell: (row) => priorityWords[row.priority] ?? row.priority,
    },
    {
      key: 'step',
      label: 'State',
      cell: (row) => <Tag tone={stepTones[row.step]}>{stepWords[row.step]}</Tag>,
    },
    { key: 'adviser', label: 'Adviser', cell: (row) => row.adviser ?? '–' },
    {
      key: 'verb',
      label: 'Next',
      cell: (row) => (
        <a
          className="govuk-link"
          href={row.matchId ? paths.rematch(row.matchId) : paths.matching(row.id)}
        >
          {verbOf(row)}
          <span className="govuk-visually-hidden"> for {row.enterpriseName}</span>
        </a>
      ),
    },
  ];
}

function verbOf(row: QueueLine): string {
  if (row.matchId) return 'Change the mentor';
  return row.step === 'asked' || row.step === 'choosing' ? 'See who is asked' : 'Find a mentor';
}

function filtersOf(advisers: readonly { id: string; name: string }[]) {
  return [
    {
      name: 'area',
      label: 'Area',
      options: areaKeys.map((value) => ({ value, label: areaLabels[value] })),
    },
    {
      name: 'state',
      label: 'State',
      options: [
        { value: toPlace, label: 'To place: nobody asked, or lost again' },
        ...Object.entries(stepWords).map(([value, label]) => ({ value, label })),
      ],
    },
    { name: 'age', label: 'Age', options: [{ value: 'late', label: 'Over the target' }] },
    {
      name: 'adviser',
      label: 'Adviser',
      options: advisers.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
}
