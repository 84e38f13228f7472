import { notFound } from '../../../kernel/errors.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { instantCell } from '../../../platform/spreadsheets/export-cell.ts';
import { listFile, mostListRows } from '../../../platform/spreadsheets/list-file.ts';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { applicationSorts, applicationsOf } from '../apply/reads.ts';
import { intakePermissions } from '../permissions.ts';
import { applicationStates } from './application-words.ts';

/** The list as it stands on the screen, all pages, as CSV. */
export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, intakePermissions.application.read, { programmeId: programme.id })) {
    throw notFound();
  }
  const query = parseTableQuery(url, { sorts: applicationSorts, filters: ['state'] });
  const { rows } = await applicationsOf(tx, programme.id, {
    ...query,
    page: 1,
    pageSize: mostListRows,
  });
  return listFile(url, {
    name: 'applications',
    headers: ['Applicant', 'Email', 'Business', 'Trades', 'State', 'Sent or last changed'],
    rows: rows.map((row) => [
      row.name,
      row.email,
      row.firm,
      row.isStarter ? 'no' : 'yes',
      applicationStates[row.state].label,
      instantCell(row.at, programme.zone),
    ]),
  });
});
