import { notFound } from '../../../kernel/errors.ts';
import { fileResponse } from '../../../platform/files/file-response.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { writeCsv } from '../../../platform/spreadsheets/write-csv.ts';
import { writeXlsx } from '../../../platform/spreadsheets/write-xlsx.ts';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enterpriseFilters, enterpriseSorts, enterprisesOf } from '../register/reads.ts';
import { enterpriseCells, enterpriseHeaders } from '../register/spreadsheet.ts';

const mostRows = 100_000;

/** The list as it stands on the screen, all pages, as CSV or XLSX. */
export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, enterprisePermissions.enterprise.read, { programmeId: programme.id })) {
    throw notFound();
  }
  const query = parseTableQuery(url, { sorts: enterpriseSorts, filters: enterpriseFilters });
  const rows = await enterprisesOf(tx, programme.id, { ...query, page: 1, pageSize: mostRows });
  const cells = rows.map(enterpriseCells);
  if (url.searchParams.get('format') === 'xlsx') {
    return fileResponse({
      name: `enterprises-${programme.slug}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await writeXlsx('Enterprises', enterpriseHeaders, cells),
    });
  }
  return fileResponse({
    name: `enterprises-${programme.slug}.csv`,
    type: 'text/csv',
    bytes: writeCsv(enterpriseHeaders, cells),
  });
});
