import { useLoaderData } from 'react-router';
import { formatInstant } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { orgPaths, programmePaths } from '../../../kernel/paths.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState } from '../../../ui/card.tsx';
import { CopyText } from '../../../ui/copy-text.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { LinkButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { Pagination, TableTools } from '../../../ui/table-tools.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { programmeBySlug } from '../../programmes/reads.ts';
import { applicationSorts, applicationsOf } from '../apply/reads.ts';
import { intakePermissions } from '../permissions.ts';
import { applicationStates } from './application-words.ts';

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, intakePermissions.application.read, subject)) throw notFound('programme');
  const query = parseTableQuery(url, { sorts: applicationSorts, filters: ['state'] });
  return {
    org: ctx.org.slug,
    zone: programme.zone,
    programme: { slug: programme.slug, name: programme.name },
    publicUrl: `${ctx.app.url}${orgPaths(ctx.org.slug).apply(programme.slug)}`,
    isOpen: programme.applications_open && programme.state !== 'closed',
    mayEnter: may(ctx.actor, intakePermissions.application.enter, subject),
    query,
    ...(await applicationsOf(tx, programme.id, query)),
  };
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { org, zone, programme, query, rows, total } = page;
  const paths = programmePaths(org, programme.slug);
  const isNarrowed = query.search !== '' || Object.keys(query.filters).length > 0;
  return (
    <>
      <title>{`Applications – ${programme.name}`}</title>
      <PageHeading
        title="Applications"
        actions={
          page.mayEnter ? (
            <LinkButton href={paths.newApplication} kind="secondary">
              Enter an application
            </LinkButton>
          ) : null
        }
      />
      <p className="govuk-body">
        {page.isOpen ? 'The public page is open:' : 'The public page is closed:'}
      </p>
      <CopyText text={page.publicUrl} label="the address of the public page" />
      {total === 0 && !isNarrowed ? (
        <EmptyState
          title="No application yet"
          action={<a href="?state=draft">Show drafts that were not sent</a>}
        >
          What people send from the public page stands here until somebody accepts it.
        </EmptyState>
      ) : (
        <>
          <TableTools
            query={query}
            total={total}
            noun={['application', 'applications']}
            searchLabel="Name, email or business"
            filters={[
              {
                name: 'state',
                label: 'State',
                options: Object.entries(applicationStates).map(([value, { label }]) => ({
                  value,
                  label,
                })),
              },
            ]}
            download={`${paths.applications}/export`}
          />
          <DataTable
            caption="Applications"
            query={query}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                label: 'Applicant',
                isHeader: true,
                isSortable: true,
                cell: (row) => <a href={paths.application(row.id)}>{row.name}</a>,
              },
              {
                key: 'firm',
                label: 'Business',
                isSortable: true,
                cell: (row) =>
                  row.isStarter ? `${row.firm || 'No name yet'} (not trading)` : row.firm,
              },
              {
                key: 'email',
                label: 'Email',
                cell: (row) =>
                  row.isUnproved && row.state === 'submitted'
                    ? `${row.email} (not confirmed)`
                    : row.email,
              },
              {
                key: 'state',
                label: 'State',
                cell: (row) => (
                  <Tag tone={applicationStates[row.state].tone}>
                    {applicationStates[row.state].label}
                  </Tag>
                ),
              },
              {
                key: 'sent',
                label: 'Sent or last changed',
                isSortable: true,
                cell: (row) => formatInstant(row.at, zone),
              },
            ]}
          />
          <Pagination query={query} total={total} />
        </>
      )}
    </>
  );
}
