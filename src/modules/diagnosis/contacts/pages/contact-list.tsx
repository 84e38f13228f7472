import { useLoaderData } from 'react-router';
import { dateInZone, formatShortDate, timeInZone } from '../../../../kernel/calendar.ts';
import { notFound } from '../../../../kernel/errors.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import { loadPage } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { EmptyState } from '../../../../ui/card.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { parseTableQuery } from '../../../../ui/table-query.ts';
import { Pagination, TableTools } from '../../../../ui/table-tools.tsx';
import { Tag } from '../../../../ui/tag.tsx';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { contactKinds, contactKindWords } from '../../contact.ts';
import { diagnosisPermissions } from '../../permissions.ts';
import { contactTable, weeklyQuestions } from '../contact-form.ts';
import { contactsOfProgramme } from '../reads.ts';

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, diagnosisPermissions.contact.read, subject)) throw notFound('programme');
  const query = parseTableQuery(url, contactTable);
  return {
    org: ctx.org.slug,
    zone: programme.zone,
    programme: { slug: programme.slug, name: programme.name },
    query,
    mayLog: may(ctx.actor, diagnosisPermissions.contact.log, subject),
    ...(await contactsOfProgramme(tx, programme.id, query)),
  };
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { query, total, zone } = page;
  const paths = programmePaths(page.org, page.programme.slug);
  const isNarrowed = query.search !== '' || Object.keys(query.filters).length > 0;
  return (
    <>
      <title>{`Contacts – ${page.programme.name}`}</title>
      <PageHeading title="Contacts" />
      {total === 0 && !isNarrowed ? (
        <EmptyState title="No contact yet">
          Calls, meetings and mails with enterprises are logged from the page of each enterprise or
          from Today.
        </EmptyState>
      ) : (
        <>
          <TableTools
            query={query}
            total={total}
            noun={['contact', 'contacts']}
            searchLabel="Enterprise, person or adviser"
            filters={[
              {
                name: 'kind',
                label: 'Kind',
                options: contactKinds.map((value) => ({ value, label: contactKindWords[value] })),
              },
              {
                name: 'changed',
                label: 'Main issue',
                options: [
                  { value: 'yes', label: 'Has changed' },
                  { value: 'no', label: 'Is the same' },
                ],
              },
            ]}
            download={paths.contactsExport}
          />
          <DataTable
            caption="Contacts"
            query={query}
            rows={page.rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'when',
                label: 'When',
                isSortable: true,
                isHeader: true,
                cell: (row) => (
                  <>
                    <span className="app-nowrap">
                      {formatShortDate(dateInZone(row.happenedAt, zone))}
                    </span>
                    , {timeInZone(row.happenedAt, zone)}
                  </>
                ),
              },
              {
                key: 'enterprise',
                label: 'Enterprise',
                isSortable: true,
                cell: (row) => {
                  const own = paths.enrolment(row.enrolmentId);
                  return <a href={page.mayLog ? own.contact : own.record}>{row.enterprise}</a>;
                },
              },
              {
                key: 'kind',
                label: 'Kind',
                cell: (row) => (
                  <div>
                    {contactKindWords[row.kind]}
                    {row.person ? (
                      <>
                        <br />
                        {row.person}
                      </>
                    ) : null}
                  </div>
                ),
              },
              {
                key: 'adviser',
                label: 'Adviser',
                isSortable: true,
                cell: (row) => row.adviser ?? '—',
              },
              {
                key: 'said',
                label: 'What was said',
                cell: (row) => {
                  const said = [row.changedIssue, ...weeklyQuestions.map(({ name }) => row[name])]
                    .filter(Boolean)
                    .join(' · ');
                  return row.hasIssueChanged ? (
                    <div>
                      <Tag tone="warn">Issue changed</Tag> {said}
                    </div>
                  ) : (
                    said || '—'
                  );
                },
              },
              {
                key: 'next',
                label: 'Next',
                isSortable: true,
                cell: (row) =>
                  row.nextContactOn ? (
                    <span className="app-nowrap">{formatShortDate(row.nextContactOn)}</span>
                  ) : (
                    '—'
                  ),
              },
            ]}
          />
          <Pagination query={query} total={total} />
        </>
      )}
    </>
  );
}
