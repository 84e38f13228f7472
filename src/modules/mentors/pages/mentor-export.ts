import { notFound } from '../../../kernel/errors.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { dayCell } from '../../../platform/spreadsheets/export-cell.ts';
import { listFile, mostListRows } from '../../../platform/spreadsheets/list-file.ts';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { type AreaKey, areaLabels } from '../../programmes/area.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { mentorPermissions } from '../permissions.ts';
import { mentorFilters, mentorSorts, mentorsOf } from '../register/reads.ts';

/** The list as it stands on the screen, all pages, as CSV. */
export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, mentorPermissions.mentor.read, {})) throw notFound();
  const query = parseTableQuery(url, { sorts: mentorSorts, filters: mentorFilters });
  const { rows } = await mentorsOf(
    tx,
    { ...query, page: 1, pageSize: mostListRows },
    ctx.clock.today(ctx.org.zone),
  );
  return listFile(url, {
    name: 'mentors',
    headers: [
      'Name',
      'Email',
      'Headline',
      'State',
      'Inducted',
      'Code signed',
      'Places',
      'Matches',
      'Open offers',
      'Expertise',
    ],
    rows: rows.map((row) => [
      row.name,
      row.email,
      row.headline,
      row.state,
      dayCell(row.inductedOn),
      dayCell(row.codeSignedOn),
      row.places,
      row.liveMatches,
      row.offersOpen,
      row.areas
        .map((each) => `${areaLabels[each.area as AreaKey] ?? each.area} ${each.level}`)
        .join('; '),
    ]),
  });
});
