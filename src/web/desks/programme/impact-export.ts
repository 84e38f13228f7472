import { notFound } from '../../../kernel/errors.ts';
import {
  measureInSheet,
  type MeasureKind,
  measureKindWords,
} from '../../../modules/enterprises/measure.ts';
import { impactPermissions } from '../../../modules/impact/permissions.ts';
import { impactOfProgramme } from '../../../modules/impact/reads.ts';
import { programmeBySlug } from '../../../modules/programmes/reads.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { listFile } from '../../../platform/spreadsheets/list-file.ts';

/** Baseline and latest figure of each enterprise, a row per kind, as CSV. */
export const loader = loadPage(async ({ tx, ctx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, impactPermissions.output.read, { programmeId: programme.id })) {
    throw notFound('programme');
  }
  const lines = await impactOfProgramme(tx, programme.id);
  return listFile(url, {
    name: `impact-${programme.slug}`,
    headers: [
      'Enterprise',
      'Figure',
      'Baseline',
      'Currency of the baseline',
      'Latest',
      'Currency',
      'Year to',
      'In their words',
    ],
    rows: lines.map((line) => [
      line.enterprise,
      measureKindWords[line.kind as MeasureKind],
      measureInSheet(line.kind, line.baseline),
      line.baselineCurrency,
      measureInSheet(line.kind, line.latest),
      line.currency,
      line.latestYear,
      line.attribution,
    ]),
  });
});
