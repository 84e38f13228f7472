import { notFound } from '../../../kernel/errors.ts';
import { fileResponse } from '../../../platform/files/file-response.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { writeCsv } from '../../../platform/spreadsheets/write-csv.ts';
import { writeXlsx } from '../../../platform/spreadsheets/write-xlsx.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { rejectedTable } from '../import/preview.ts';
import { intakePermissions } from '../permissions.ts';
import { badRows, importRun } from '../reads.ts';

/** The rows that are not taken, with what is wrong behind them: to be mended and uploaded again. */
export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, intakePermissions.import.read, { programmeId: programme.id })) {
    throw notFound();
  }
  const run = await importRun(tx, programme.id, params['run'] ?? '');
  const bad = await badRows(tx, run.id);
  const table = rejectedTable(
    run.headers,
    bad.map(({ row, cells }) => ({ number: row, cells })),
    bad.map(({ row, problems }) => ({ row, outcome: 'rejected', problems })),
  );
  const stem = run.fileName.replace(/\.[^.]*$/, '');
  if (url.searchParams.get('format') === 'xlsx') {
    return fileResponse({
      name: `${stem} to mend.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await writeXlsx('To mend', table.headers, table.rows),
    });
  }
  return fileResponse({
    name: `${stem} to mend.csv`,
    type: 'text/csv',
    bytes: writeCsv(table.headers, table.rows),
  });
});
