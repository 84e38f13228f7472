import { notFound } from '../../../kernel/errors.ts';
import { slugify } from '../../../kernel/text.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { dayOfInstantCell } from '../../../platform/spreadsheets/export-cell.ts';
import { listFile } from '../../../platform/spreadsheets/list-file.ts';
import { enrolmentById } from '../../enterprises/reads.ts';
import { minuteTypeWords } from '../../programmes/indicator.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { sessionPermissions } from '../permissions.ts';
import { hoursOf } from '../reads.ts';

/** What counts of one enterprise's time and why, a row per session and kind of time, as CSV. */
export const loader = loadPage(async ({ ctx, tx, params, url }) => {
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
  return listFile(url, {
    name: `hours-${slugify(enrolment.enterpriseName)}`,
    headers: ['Indicator', 'Day', 'Time for', 'Minutes logged', 'Minutes counted', 'Why'],
    rows: indicators.flatMap(({ indicator, lines }) =>
      lines.map((line) => [
        indicator.code,
        dayOfInstantCell(line.startAt, programme.zone),
        minuteTypeWords[line.type],
        line.minutes,
        line.counts,
        line.because,
      ]),
    ),
  });
});
