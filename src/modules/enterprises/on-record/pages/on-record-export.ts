import { notFound } from '../../../../kernel/errors.ts';
import { loadPage } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { dayOfInstantCell } from '../../../../platform/spreadsheets/export-cell.ts';
import { listFile, mostListRows } from '../../../../platform/spreadsheets/list-file.ts';
import { parseTableQuery } from '../../../../ui/table-query.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { firmsOnRecord, onRecordTable } from '../reads.ts';

const headers = [
  ...['Name', 'Company number', 'Postcode', 'Lead contact', 'Email', 'Contact telephone'],
  'On record since',
];

/** The firms kept on record, narrowed as on the screen, all pages. */
export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, enterprisePermissions.enrolment.create, { programmeId: programme.id })) {
    throw notFound('programme');
  }
  const query = { ...parseTableQuery(url, onRecordTable), page: 1, pageSize: mostListRows };
  const { rows } = await firmsOnRecord(tx, query);
  return listFile(url, {
    name: `on-record-${ctx.org.slug}`,
    headers,
    rows: rows.map((row) => [
      ...[row.name, row.companyNumber, row.postcode, row.contact, row.email, row.phone],
      dayOfInstantCell(row.addedAt, programme.zone),
    ]),
  });
});
