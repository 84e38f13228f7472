import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { loadPage } from '../../../platform/page.ts';
import { may, mayAnywhere } from '../../../platform/permission.ts';
import { EmptyState } from '../../../ui/card.tsx';
import { ChangeTable } from '../../../ui/change-table.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { PrintButton } from '../../../ui/print.tsx';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { Pagination, TableTools } from '../../../ui/table-tools.tsx';
import { changeTable, settingChangers, settingChanges } from '../history/reads.ts';
import { organisationKinds, settingKindWords } from '../history/setting-change.ts';
import { shownChanges } from '../history/spreadsheet.ts';
import { peoplePermissions } from '../permissions.ts';

export const loader = loadPage(async ({ ctx, tx, url }) => {
  if (!mayAnywhere(ctx.actor, peoplePermissions.organisation.readHistory)) throw notFound();
  const query = parseTableQuery(url, changeTable);
  const found = await settingChanges(tx, { ...query, programmeId: null });
  return {
    org: { slug: ctx.org.slug, name: ctx.org.name },
    mayRename: may(ctx.actor, peoplePermissions.organisation.rename, {}),
    query,
    rows: shownChanges(found.rows, ctx.org.zone),
    total: found.total,
    people: await settingChangers(tx, null),
  };
});

/** What was changed of the organisation's own settings. */
export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { query, org } = page;
  const paths = orgPaths(org.slug);
  const isNarrowed = query.search !== '' || Object.keys(query.filters).length > 0;
  return (
    <>
      <title>{`History of the settings – ${org.name}`}</title>
      <PageHeading
        title="History of the settings"
        caption={`${org.name} as an organisation. Each programme has a history of its own.`}
        back={
          page.mayRename
            ? { label: 'Organisation', href: paths.settings }
            : { label: 'Programmes', href: paths.programmes }
        }
        actions={<PrintButton />}
      />
      <TableTools
        query={query}
        total={page.total}
        noun={['change', 'changes']}
        searchLabel="Words in it"
        filters={[
          {
            name: 'kind',
            label: 'Setting',
            options: organisationKinds.map((kind) => ({
              value: kind,
              label: settingKindWords[kind],
            })),
          },
          {
            name: 'person',
            label: 'By',
            options: page.people.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
        download={paths.settingsHistoryExport}
      />
      {page.total === 0 && !isNarrowed ? (
        <EmptyState title="Nothing changed yet">
          A new name of the organisation, or another rule for the second factor, stands here with
          what was before.
        </EmptyState>
      ) : null}
      {page.total === 0 ? null : (
        <ChangeTable caption="What was changed, by whom and when" rows={page.rows} />
      )}
      <Pagination query={query} total={page.total} />
    </>
  );
}
