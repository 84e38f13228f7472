import { notFound } from '../../../kernel/errors.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { dayOfInstantCell } from '../../../platform/spreadsheets/export-cell.ts';
import { listFile, mostListRows } from '../../../platform/spreadsheets/list-file.ts';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { areaLabels } from '../../programmes/area.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { declineWords, offerStateWords, roleWords } from '../offer.ts';
import { offerFilters, offerSorts, offersOf } from '../offers/reads.ts';
import { matchingPermissions } from '../permissions.ts';

/** The list of offers as it is narrowed on the screen, all pages, as CSV. */
export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, matchingPermissions.offer.read, { programmeId: programme.id })) {
    throw notFound('programme');
  }
  const query = parseTableQuery(url, { sorts: offerSorts, filters: offerFilters });
  const { rows } = await offersOf(tx, programme.id, { ...query, page: 1, pageSize: mostListRows });
  const day = (at: string | null) => dayOfInstantCell(at, programme.zone);
  return listFile(url, {
    name: `offers-${programme.slug}`,
    headers: [
      'Mentor',
      'Enterprise',
      'Area',
      'Role',
      'Asked',
      'Asked by',
      'Answer by',
      'State',
      'Answered',
      'Why not',
    ],
    rows: rows.map((row) => [
      row.mentorName,
      row.enterpriseName,
      areaLabels[row.area],
      roleWords[row.role].label,
      day(row.offeredAt),
      row.offeredBy,
      day(row.answerBy),
      offerStateWords[row.state],
      day(row.answeredAt),
      row.declineReason === null ? null : declineWords[row.declineReason],
    ]),
  });
});
