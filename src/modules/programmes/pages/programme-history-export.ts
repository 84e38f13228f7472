import { notFound } from '../../../kernel/errors.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { changeFile } from '../../people/history/change-file.ts';
import { allSettingChanges, changeTable } from '../../people/history/reads.ts';
import { programmePermissions } from '../permissions.ts';
import { programmeBySlug } from '../reads.ts';

/** The history of the settings as it is narrowed on the screen, all pages, a row for each field. */
export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, programmePermissions.programme.readHistory, subject)) throw notFound();
  const query = parseTableQuery(url, changeTable);
  return changeFile(url, {
    rows: await allSettingChanges(tx, { ...query, programmeId: programme.id }),
    zone: programme.zone,
    name: `settings-history-${programme.slug}`,
  });
});
