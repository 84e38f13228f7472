import { notFound } from '../../../kernel/errors.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { dayCell } from '../../../platform/spreadsheets/export-cell.ts';
import { listFile, mostListRows } from '../../../platform/spreadsheets/list-file.ts';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { areaLabels } from '../../programmes/area.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { matchingPermissions } from '../permissions.ts';
import { needsQueue, queueFilters, queueSorts } from '../queue/reads.ts';
import { priorityWords, stepWords } from '../queue/step.ts';

/** The queue as it stands on the screen, all pages, as CSV. */
export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, matchingPermissions.ranking.read, { programmeId: programme.id })) {
    throw notFound();
  }
  const query = parseTableQuery(url, { sorts: queueSorts, filters: queueFilters });
  const all = { ...query, page: 1, pageSize: mostListRows };
  const { rows } = await needsQueue(tx, programme, all, ctx.clock.today(programme.zone));
  return listFile(url, {
    name: `needs-${programme.slug}`,
    headers: ['Enterprise', 'Area', 'Need', 'Priority', 'Opened', 'Days open', 'State', 'Adviser'],
    rows: rows.map((row) => [
      row.enterpriseName,
      areaLabels[row.area],
      row.detail,
      priorityWords[row.priority] ?? row.priority,
      dayCell(row.openedOn),
      row.age,
      stepWords[row.step],
      row.adviser,
    ]),
  });
});
