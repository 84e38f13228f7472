import { formatDate, formatInstant } from '../../../../kernel/calendar.ts';
import { notFound } from '../../../../kernel/errors.ts';
import type { PageArgs } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { matchingPermissions } from '../../permissions.ts';
import { adviceFor } from '../reads.ts';

/** What recruitment needs to know of a programme. */
export async function openScarcity({ ctx, tx, params }: Pick<PageArgs, 'ctx' | 'tx' | 'params'>) {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, matchingPermissions.ranking.read, subject)) throw notFound();
  const { advice, solvedAt } = await adviceFor(tx, ctx, programme.id);
  const today = formatDate(ctx.clock.today(programme.zone));
  return {
    programme,
    advice,
    today,
    asOf: solvedAt === null ? `today, ${today}` : formatInstant(solvedAt, programme.zone),
  };
}
