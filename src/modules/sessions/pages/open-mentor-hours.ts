import { notFound } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { may } from '../../../platform/permission.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { monthsUntil, payStateOf } from '../mentor-time.ts';
import { latestMonthOf, mentorSessionsOf } from '../mentor-time-rows.ts';
import { sessionPermissions } from '../permissions.ts';

interface Asked {
  ctx: Ctx;
  tx: Tx;
  params: Record<string, string>;
  url: URL;
}

/**
 * Mentors' sessions of one month with what can be paid: the month of the address, and else the latest with a session.
 * On the first of a month what is to be paid is in the one before.
 */
export async function openMentorHours({ ctx, tx, params, url }: Asked) {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, sessionPermissions.hours.readOfMentors, { programmeId: programme.id })) {
    throw notFound('programme');
  }
  const months = monthsUntil(programme.starts_on, ctx.clock.today(programme.zone));
  const wanted = url.searchParams.get('month') ?? '';
  const latest = months.includes(wanted) ? wanted : await latestMonthOf(tx, programme);
  const month = months.find((one) => one === latest) ?? months[0] ?? '';
  const sessions = (await mentorSessionsOf(tx, programme, month)).map((session) => ({
    ...session,
    ...payStateOf(session, programme.zone),
  }));
  return { programme, months, month, sessions };
}
