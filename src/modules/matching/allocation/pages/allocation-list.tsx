import { useLoaderData } from 'react-router';
import { formatInstant } from '../../../../kernel/calendar.ts';
import { notFound } from '../../../../kernel/errors.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import { loadPage } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { EmptyState } from '../../../../ui/card.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { LinkButton } from '../../../../ui/form.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { parseTableQuery } from '../../../../ui/table-query.ts';
import { Pagination } from '../../../../ui/table-tools.tsx';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { matchingPermissions } from '../../permissions.ts';
import { allocationStateWords } from '../allocation.ts';
import { allocationsOf } from '../reads.ts';
import { fitWords } from '../words.ts';

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, matchingPermissions.allocation.read, subject)) throw notFound();
  const query = parseTableQuery(url, { sorts: ['started'], filters: [] });
  return {
    org: ctx.org.slug,
    programme: programme.slug,
    zone: programme.zone,
    query,
    mayEdit: may(ctx.actor, matchingPermissions.allocation.edit, subject),
    ...(await allocationsOf(tx, programme.id, query)),
  };
});

export default function Screen() {
  const { org, programme, zone, query, mayEdit, rows, total } = useLoaderData<typeof loader>();
  const paths = programmePaths(org, programme);
  return (
    <>
      <title>Allocations</title>
      <PageHeading
        title="Allocations"
        caption="Every proposal of the match desk, with what was sent and its proof"
        actions={
          <LinkButton href={paths.fairness} kind="secondary">
            Fairness
          </LinkButton>
        }
        {...(mayEdit ? { back: { label: 'Match desk', href: paths.matchDesk } } : {})}
      />
      {total === 0 ? (
        <EmptyState title="No allocation yet">
          The first step on the match desk begins one. Each stays here, whether it was sent or not.
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="Allocations, the latest first"
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'started',
                label: 'Begun',
                isHeader: true,
                cell: (row) => (
                  <a href={paths.allocation(row.id)}>{formatInstant(row.startedAt, zone)}</a>
                ),
              },
              { key: 'by', label: 'By', cell: (row) => row.startedBy ?? '–' },
              { key: 'state', label: 'State', cell: (row) => allocationStateWords[row.state] },
              {
                key: 'served',
                label: 'Served',
                isNumeric: true,
                cell: (row) => (row.summary ? `${row.summary.served} of ${row.summary.open}` : '–'),
              },
              {
                key: 'fit',
                label: 'Mean fit',
                isNumeric: true,
                cell: (row) => (row.summary?.meanFit ? fitWords(row.summary.meanFit) : '–'),
              },
              {
                key: 'letters',
                label: 'Letters',
                isNumeric: true,
                cell: (row) => (row.summary ? row.summary.offered + row.summary.listed : '–'),
              },
              {
                key: 'proof',
                label: 'Proof',
                cell: (row) =>
                  row.isProved === null ? '–' : row.isProved ? 'Holds' : 'Does not hold',
              },
            ]}
          />
          <Pagination query={query} total={total} />
        </>
      )}
    </>
  );
}
