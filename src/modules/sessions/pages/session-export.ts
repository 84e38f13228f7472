import { minutesBetween, timeInZone } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { dayOfInstantCell } from '../../../platform/spreadsheets/export-cell.ts';
import { listFile, mostListRows } from '../../../platform/spreadsheets/list-file.ts';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { sessionsOfProgramme, sessionTable } from '../log/reads.ts';
import { sessionPermissions } from '../permissions.ts';
import { attendanceInWords, confirmationWords, isHeld } from '../session-words.ts';

/** The list of sessions as it is narrowed on the screen, all pages, as CSV. */
export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, sessionPermissions.session.read, { programmeId: programme.id })) {
    throw notFound('programme');
  }
  const query = { ...parseTableQuery(url, sessionTable), page: 1, pageSize: mostListRows };
  const { rows } = await sessionsOfProgramme(tx, programme.id, query, {
    today: ctx.clock.today(programme.zone),
    zone: programme.zone,
  });
  return listFile(url, {
    name: `sessions-${programme.slug}`,
    headers: [
      'Day',
      'Began',
      'Enterprise',
      'Mentor',
      'Minutes together',
      'Preparation',
      'Written follow-up',
      'Travel',
      'Administration',
      'Attendance',
      'Confirmation',
    ],
    rows: rows.map((row) => [
      dayOfInstantCell(row.startsAt, programme.zone),
      timeInZone(row.startsAt, programme.zone),
      row.enterprise,
      row.mentor,
      isHeld(row) ? minutesBetween(row.startsAt, row.endsAt) : 0,
      row.preparation,
      row.followUp,
      row.travel,
      row.administration,
      attendanceInWords(row),
      confirmationWords[row.confirmation] ?? row.confirmation,
    ]),
  });
});
