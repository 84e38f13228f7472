import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState } from '../../../ui/card.tsx';
import { ChangeTable } from '../../../ui/change-table.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { PrintButton } from '../../../ui/print.tsx';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { Pagination, TableTools } from '../../../ui/table-tools.tsx';
import { changeTable, settingChangers, settingChanges } from '../../people/history/reads.ts';
import { programmeKinds, settingKindWords } from '../../people/history/setting-change.ts';
import { shownChanges } from '../../people/history/spreadsheet.ts';
import { programmePermissions } from '../permissions.ts';
import { programmeBySlug } from '../reads.ts';

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, programmePermissions.programme.readHistory, subject)) throw notFound();
  const query = parseTableQuery(url, changeTable);
  const found = await settingChanges(tx, { ...query, programmeId: programme.id });
  return {
    org: ctx.org.slug,
    programme: { slug: programme.slug, name: programme.name },
    mayEdit: may(ctx.actor, programmePermissions.programme.edit, subject),
    query,
    rows: shownChanges(found.rows, programme.zone),
    total: found.total,
    people: await settingChangers(tx, programme.id),
  };
});

/** What was changed of a programme's settings since it was begun. */
export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { query, programme } = page;
  const paths = programmePaths(page.org, programme.slug);
  const isNarrowed = query.search !== '' || Object.keys(query.filters).length > 0;
  return (
    <>
      <title>{`History of the settings – ${programme.name}`}</title>
      <PageHeading
        title="History of the settings"
        caption={`${programme.name}. Each change as it was shown on its day; nothing here can be altered.`}
        back={
          page.mayEdit
            ? { label: 'Settings', href: paths.settings }
            : { label: programme.name, href: paths.desk }
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
            options: programmeKinds.map((kind) => ({ value: kind, label: settingKindWords[kind] })),
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
          What is changed on the settings from now on stands here, with what was before.
        </EmptyState>
      ) : null}
      {page.total === 0 ? null : (
        <ChangeTable caption="What was changed, by whom and why" rows={page.rows} />
      )}
      <Pagination query={query} total={page.total} />
    </>
  );
}
