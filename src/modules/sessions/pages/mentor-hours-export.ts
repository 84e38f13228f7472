import { dateInZone } from '../../../kernel/calendar.ts';
import { fileResponse } from '../../../platform/files/file-response.ts';
import { loadPage } from '../../../platform/page.ts';
import { writeCsv } from '../../../platform/spreadsheets/write-csv.ts';
import { payStateWords } from '../mentor-time.ts';
import { openMentorHours } from './open-mentor-hours.ts';

/** Mentors' sessions of a month, a row each with what stands against paying it, as CSV. */
export const loader = loadPage(async (args) => {
  const { programme, month, sessions } = await openMentorHours(args);
  return fileResponse({
    name: `mentor-hours-${programme.slug}-${month}.csv`,
    type: 'text/csv',
    bytes: writeCsv(
      [
        ...['Mentor', 'Day', 'Enterprise', 'Minutes together', 'Preparation', 'Written follow-up'],
        ...['Travel', 'Administration', 'State', 'Why'],
      ],
      sessions.map((row) => [
        row.mentor,
        dateInZone(row.startsAt, programme.zone),
        row.parties.map(({ enterprise }) => enterprise).join('; '),
        ...[row.together, row.preparation, row.followUp, row.travel, row.administration],
        payStateWords[row.state],
        row.why,
      ]),
    ),
  });
});
