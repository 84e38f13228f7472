import { loadPage } from '../../../platform/page.ts';
import { dayOfInstantCell } from '../../../platform/spreadsheets/export-cell.ts';
import { listFile } from '../../../platform/spreadsheets/list-file.ts';
import { payStateWords } from '../mentor-time.ts';
import { openMentorHours } from './open-mentor-hours.ts';

/** Mentors' sessions of a month, a row each with what stands against paying it, as CSV. */
export const loader = loadPage(async (args) => {
  const { programme, month, sessions } = await openMentorHours(args);
  return listFile(args.url, {
    name: `mentor-hours-${programme.slug}-${month}`,
    headers: [
      ...['Mentor', 'Day', 'Enterprise', 'Minutes together', 'Preparation', 'Written follow-up'],
      ...['Travel', 'Administration', 'State', 'Why'],
    ],
    rows: sessions.map((row) => [
      row.mentor,
      dayOfInstantCell(row.startsAt, programme.zone),
      row.parties.map(({ enterprise }) => enterprise).join('; '),
      ...[row.together, row.preparation, row.followUp, row.travel, row.administration],
      payStateWords[row.state],
      row.why,
    ]),
  });
});
