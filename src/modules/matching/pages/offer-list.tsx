import { useLoaderData } from 'react-router';
import { dateInZone, formatDate, formatInstant } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { Pagination, TableTools } from '../../../ui/table-tools.tsx';
import { areaLabels } from '../../programmes/area.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { declineWords, offerStates, offerStateWords } from '../offer.ts';
import { offerFilters, offerSorts, offersOf } from '../offers/reads.ts';
import { matchingPermissions } from '../permissions.ts';
import { OfferStateTag } from './offer-state.tsx';

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, matchingPermissions.offer.read, subject)) throw notFound();
  const query = parseTableQuery(url, { sorts: offerSorts, filters: offerFilters });
  const { rows, total } = await offersOf(tx, programme.id, query);
  return {
    org: ctx.org.slug,
    programme: programme.slug,
    zone: programme.zone,
    mayRank: may(ctx.actor, matchingPermissions.ranking.read, subject),
    query,
    total,
    rows: rows.map(
      ({ parts: _parts, briefing: _briefing, outline: _outline, remark: _remark, ...row }) => row,
    ),
  };
});

export default function Screen() {
  const { org, programme, zone, mayRank, query, rows, total } = useLoaderData<typeof loader>();
  const paths = programmePaths(org, programme);
  const isNarrowed = query.search !== '' || Object.keys(query.filters).length > 0;
  return (
    <>
      <title>Offers</title>
      <PageHeading title="Offers" caption="What mentors were asked, and what they said" />
      {total === 0 && !isNarrowed ? (
        <EmptyState title="No offers yet">
          Open a need and ask a mentor. Those that wait for an answer come first here.
        </EmptyState>
      ) : (
        <>
          <TableTools
            query={query}
            total={total}
            noun={['offer', 'offers']}
            searchLabel="Enterprise or mentor"
            download={paths.offersExport}
            filters={[
              {
                name: 'state',
                label: 'State',
                options: offerStates.map((value) => ({ value, label: offerStateWords[value] })),
              },
            ]}
          />
          <DataTable
            caption="Offers, open ones first"
            rows={rows}
            rowKey={(row) => row.id}
            query={query}
            columns={[
              {
                key: 'mentor',
                label: 'Mentor',
                isHeader: true,
                isSortable: true,
                cell: (row) => <a href={paths.offer(row.id)}>{row.mentorName}</a>,
              },
              {
                key: 'enterprise',
                label: 'Enterprise',
                isSortable: true,
                cell: (row) => (
                  <>
                    {mayRank ? (
                      <a href={paths.matching(row.needId)}>{row.enterpriseName}</a>
                    ) : (
                      row.enterpriseName
                    )}
                    <span className="govuk-hint app-under">{areaLabels[row.area]}</span>
                  </>
                ),
              },
              {
                key: 'state',
                label: 'State',
                cell: (row) => (
                  <>
                    <OfferStateTag state={row.state} />
                    {row.declineReason ? (
                      <span className="govuk-hint app-under">
                        {declineWords[row.declineReason]}
                      </span>
                    ) : null}
                  </>
                ),
              },
              {
                key: 'asked',
                label: 'Asked',
                cell: (row) => formatDate(dateInZone(row.offeredAt, zone)),
              },
              {
                key: 'due',
                label: 'Answer by',
                isSortable: true,
                cell: (row) => formatInstant(row.answerBy, zone),
              },
            ]}
          />
          <Pagination query={query} total={total} />
        </>
      )}
    </>
  );
}
