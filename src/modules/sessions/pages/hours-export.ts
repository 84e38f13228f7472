import { dateInZone } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { slugify } from '../../../kernel/text.ts';
import { fileResponse } from '../../../platform/files/file-response.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { writeCsv } from '../../../platform/spreadsheets/write-csv.ts';
import { enrolmentById } from '../../enterprises/reads.ts';
import { minuteTypeWords } from '../../programmes/indicator.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { sessionPermissions } from '../permissions.ts';
import { hoursOf } from '../reads.ts';

/** What counts of one enterprise's time and why, a row per session and kind of time, as CSV. */
export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const enrolment = await enrolmentById(tx, params['enrolment'] ?? '');
  const subject = { programmeId: programme.id, enterpriseId: enrolment.enterpriseId };
  if (
    enrolment.programmeId !== programme.id ||
    !may(ctx.actor, sessionPermissions.hours.read, subject)
  ) {
    throw notFound('enterprise');
  }
  const { indicators } = await hoursOf(tx, ctx, enrolment.id);
  return fileResponse({
    name: `hours-${slugify(enrolment.enterpriseName)}.csv`,
    type: 'text/csv',
    bytes: writeCsv(
      ['Indicator', 'Day', 'Time for', 'Minutes logged', 'Minutes counted', 'Why'],
      indicators.flatMap(({ indicator, lines }) =>
        lines.map((line) => [
          indicator.code,
          dateInZone(line.startAt, programme.zone),
          minuteTypeWords[line.type],
          line.minutes,
          line.counts,
          line.because,
        ]),
      ),
    ),
  });
});
