import { notFound } from '../../../kernel/errors.ts';
import { loadPage } from '../../../platform/page.ts';
import { mayAnywhere } from '../../../platform/permission.ts';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { changeFile } from '../history/change-file.ts';
import { allSettingChanges, changeTable } from '../history/reads.ts';
import { peoplePermissions } from '../permissions.ts';

/** The history of the organisation's settings as it is narrowed on the screen, all pages. */
export const loader = loadPage(async ({ ctx, tx, url }) => {
  if (!mayAnywhere(ctx.actor, peoplePermissions.organisation.readHistory)) throw notFound();
  const query = parseTableQuery(url, changeTable);
  return changeFile(url, {
    rows: await allSettingChanges(tx, { ...query, programmeId: null }),
    zone: ctx.org.zone,
    name: `settings-history-${ctx.org.slug}`,
  });
});
