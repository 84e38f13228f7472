import { notFound } from '../../../kernel/errors.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { listFile } from '../../../platform/spreadsheets/list-file.ts';
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
  return listFile(url, { name: `${stem} to mend`, ...table });
});
