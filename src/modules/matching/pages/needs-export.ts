import { notFound } from '../../../kernel/errors.ts';
import { fileResponse } from '../../../platform/files/file-response.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { writeCsv } from '../../../platform/spreadsheets/write-csv.ts';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { areaLabels } from '../../programmes/area.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { matchingPermissions } from '../permissions.ts';
import { needsQueue, queueFilters, queueSorts } from '../queue/reads.ts';
import { priorityWords, stepWords } from '../queue/step.ts';

const mostRows = 100_000;

/** The queue as it stands on the screen, all pages, as CSV. */
export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, matchingPermissions.ranking.read, { programmeId: programme.id })) {
    throw notFound();
  }
  const query = parseTableQuery(url, { sorts: queueSorts, filters: queueFilters });
  const all = { ...query, page: 1, pageSize: mostRows };
  const { rows } = await needsQueue(tx, programme, all, ctx.clock.today(programme.zone));
  return fileResponse({
    name: `needs-${programme.slug}.csv`,
    type: 'text/csv',
    bytes: writeCsv(
      ['Enterprise', 'Area', 'Need', 'Priority', 'Opened', 'Days open', 'State', 'Adviser'],
      rows.map((row) => [
        row.enterpriseName,
        areaLabels[row.area],
        row.detail,
        priorityWords[row.priority] ?? row.priority,
        row.openedOn,
        row.age,
        stepWords[row.step],
        row.adviser,
      ]),
    ),
  });
});
