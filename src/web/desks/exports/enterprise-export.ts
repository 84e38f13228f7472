import { notFound } from '../../../kernel/errors.ts';
import { enterprisePermissions } from '../../../modules/enterprises/permissions.ts';
import {
  enterpriseFilters,
  enterpriseSorts,
  enterprisesOf,
} from '../../../modules/enterprises/register/reads.ts';
import {
  enterpriseCells,
  enterpriseHeaders,
} from '../../../modules/enterprises/register/spreadsheet.ts';
import { programmeBySlug } from '../../../modules/programmes/reads.ts';
import { hoursOfProgramme } from '../../../modules/sessions/reads.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { listFile, mostListRows } from '../../../platform/spreadsheets/list-file.ts';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { reachOfEnterprises } from './export-reads.ts';
import { hoursColumns } from './hours-columns.ts';

/** The list as it stands on the screen, all pages, with whom to write to, the mentor and the hours. */
export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, enterprisePermissions.enterprise.read, { programmeId: programme.id })) {
    throw notFound();
  }
  const query = parseTableQuery(url, { sorts: enterpriseSorts, filters: enterpriseFilters });
  const all = { ...query, page: 1, pageSize: mostListRows };
  const rows = await enterprisesOf(tx, programme.id, all);
  const reach = await reachOfEnterprises(tx, programme.id, ctx.clock.today(programme.zone));
  const hours = hoursColumns(await hoursOfProgramme(tx, ctx, programme.id));
  return listFile(url, {
    name: `enterprises-${programme.slug}`,
    headers: [...enterpriseHeaders, ...hours.headers],
    rows: rows.map((row) => [
      ...enterpriseCells(row, reach.get(row.enrolmentId)),
      ...hours.cells(row.enrolmentId),
    ]),
  });
});
