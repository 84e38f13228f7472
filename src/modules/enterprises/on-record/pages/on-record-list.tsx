import { useLoaderData } from 'react-router';
import { dateInZone, formatShortDate } from '../../../../kernel/calendar.ts';
import { notFound } from '../../../../kernel/errors.ts';
import { listOf, optionalOf } from '../../../../kernel/form-answer.ts';
import { programmePaths } from '../../../../kernel/paths.ts';
import { plural } from '../../../../kernel/text.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { BulkBar } from '../../../../ui/bulk-bar.tsx';
import { EmptyState } from '../../../../ui/card.tsx';
import { SelectField } from '../../../../ui/choice-fields.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button } from '../../../../ui/form.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { parseTableQuery } from '../../../../ui/table-query.ts';
import { Pagination, TableTools } from '../../../../ui/table-tools.tsx';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { advisersOf } from '../../reads.ts';
import { enrolEnterprises } from '../commands/enrol-enterprises.ts';
import { firmsOnRecord, onRecordTable } from '../reads.ts';

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, enterprisePermissions.enrolment.create, { programmeId: programme.id })) {
    throw notFound('programme');
  }
  const query = parseTableQuery(url, onRecordTable);
  return {
    org: ctx.org.slug,
    programme: { slug: programme.slug, name: programme.name, zone: programme.zone },
    query,
    advisers: await advisersOf(tx, programme.id, ctx.clock.now()),
    ...(await firmsOnRecord(tx, query)),
  };
});

export const action = actPage(async ({ ctx, form, params, url, done }) => {
  const programme = await ctx.app.database.read(ctx.orgId, (tx) =>
    programmeBySlug(tx, params['programme']),
  );
  const { enrolled } = await enrolEnterprises(ctx, {
    programmeId: programme.id,
    enterpriseIds: listOf(form, 'enterpriseIds'),
    adviserId: optionalOf(form, 'adviserId') ?? null,
  });
  const who = plural(enrolled, 'firm is', 'firms are');
  return done(`${url.pathname}${url.search}`, `${who} now among the applicants.`);
});

/** Firms that are known and in no programme, to be looked up and taken in. */
export default function Screen() {
  const { org, programme, query, advisers, rows, total } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = programmePaths(org, programme.slug);
  return (
    <>
      <title>{`Kept on record – ${programme.name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Kept on record"
        caption="Firms that are known here and in no programme"
        back={{ label: 'Enterprises', href: paths.enterprises }}
      />
      {total === 0 && query.search === '' ? (
        <EmptyState title="No firm is only kept on record">
          A list can be imported without making its firms applicants. They stand here then, to be
          looked up and taken in later.
        </EmptyState>
      ) : (
        <div className="app-panel">
          <TableTools
            query={query}
            total={total}
            noun={['firm', 'firms']}
            searchLabel="Name or company number"
            download={paths.onRecordExport}
          />
          {rows.length === 0 ? (
            <p className="govuk-body">No firm is called so.</p>
          ) : (
            <>
              <BulkBar id="enrol" picks="enterpriseIds" label="Take the ticked firms in">
                <SelectField
                  name="adviserId"
                  label="Adviser"
                  value=""
                  emptyLabel="Nobody yet"
                  options={advisers.map(({ id, name }) => ({ value: id, label: name }))}
                  answer={answer}
                />
                <Button kind="secondary">Make them applicants</Button>
              </BulkBar>
              <DataTable
                caption={`Firms that can apply to ${programme.name}`}
                query={query}
                rows={rows}
                rowKey={(row) => row.id}
                pick={{ form: 'enrol', name: 'enterpriseIds', label: (row) => row.name }}
                columns={[
                  {
                    key: 'name',
                    label: 'Name',
                    isHeader: true,
                    isSortable: true,
                    cell: (row) => row.name,
                  },
                  {
                    key: 'number',
                    label: 'Company number',
                    cell: (row) => row.companyNumber ?? '—',
                  },
                  { key: 'postcode', label: 'Postcode', cell: (row) => row.postcode ?? '—' },
                  {
                    key: 'contact',
                    label: 'Contact',
                    cell: (row) => [row.contact, row.email].filter(Boolean).join(', ') || '—',
                  },
                  {
                    key: 'added',
                    label: 'Since',
                    isSortable: true,
                    cell: (row) => formatShortDate(dateInZone(row.addedAt, programme.zone)),
                  },
                ]}
              />
            </>
          )}
          <Pagination query={query} total={total} />
        </div>
      )}
    </>
  );
}
