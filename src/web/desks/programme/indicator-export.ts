import { notFound } from '../../../kernel/errors.ts';
import { impactPermissions } from '../../../modules/impact/permissions.ts';
import { outputsOfProgramme } from '../../../modules/impact/reads.ts';
import { unitLabel } from '../../../modules/programmes/quantity.ts';
import { programmeBySlug } from '../../../modules/programmes/reads.ts';
import { fileResponse } from '../../../platform/files/file-response.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { writeCsv } from '../../../platform/spreadsheets/write-csv.ts';
import { unitStateWords } from './unit-state.ts';

/** What counts for one indicator and what is on the way to it, as CSV. */
export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, impactPermissions.output.read, { programmeId: programme.id })) {
    throw notFound('programme');
  }
  const outputs = await outputsOfProgramme(tx, ctx, programme.id);
  const found = outputs.find((one) => one.indicator.code === params['indicator']);
  if (!found) throw notFound('indicator');
  const { code } = found.indicator;
  return fileResponse({
    name: `${code.toLowerCase()}-${programme.slug}.csv`,
    type: 'text/csv',
    bytes: writeCsv(
      ['Indicator', 'Enterprise', 'State', 'Value', 'Unit', 'Since', 'Minutes counted', 'Forecast'],
      [
        ...found.units.map((unit) => [
          code,
          unit.enterprise,
          unitStateWords[unit.state],
          unit.amount / 100,
          unitLabel(found.indicator.unit, programme.currency),
          unit.achievedOn,
          null,
          null,
        ]),
        ...found.onTheWay.map((one) => [
          code,
          one.enterprise,
          'on the way',
          null,
          null,
          null,
          one.counted,
          one.forecastOn,
        ]),
      ],
    ),
  });
});
