import { notFound } from '../../../kernel/errors.ts';
import { impactPermissions } from '../../../modules/impact/permissions.ts';
import { outputsOfProgramme } from '../../../modules/impact/reads.ts';
import { unitLabel } from '../../../modules/programmes/quantity.ts';
import { programmeBySlug } from '../../../modules/programmes/reads.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { dayCell } from '../../../platform/spreadsheets/export-cell.ts';
import { listFile } from '../../../platform/spreadsheets/list-file.ts';
import { unitStateWords } from './unit-state.ts';

/** What counts for one indicator and what is on the way to it, as CSV. */
export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, impactPermissions.output.read, { programmeId: programme.id })) {
    throw notFound('programme');
  }
  const outputs = await outputsOfProgramme(tx, ctx, programme.id);
  const found = outputs.find((one) => one.indicator.code === params['indicator']);
  if (!found) throw notFound('indicator');
  const { code } = found.indicator;
  return listFile(url, {
    name: `${code.toLowerCase()}-${programme.slug}`,
    headers: [
      'Indicator',
      'Enterprise',
      'State',
      'Value',
      'Unit',
      'Since',
      'Minutes counted',
      'Forecast',
    ],
    rows: [
      ...found.units.map((unit) => [
        code,
        unit.enterprise,
        unitStateWords[unit.state],
        unit.amount / 100,
        unitLabel(found.indicator.unit, programme.currency),
        dayCell(unit.achievedOn),
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
        dayCell(one.forecastOn),
      ]),
    ],
  });
});
