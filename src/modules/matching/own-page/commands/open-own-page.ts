import { z } from 'zod';
import { notFound } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { makeLink, renewedDays } from '../../../../platform/links.ts';
import { matchingPermissions } from '../../permissions.ts';

/**
 * The holder of a letter's link says that it is theirs and goes on to their own page, by a link that is made for
 * this device and named in no letter.
 */
export const openOwnPage = command({
  name: 'open-own-page',
  permission: matchingPermissions.ownPage.open,
  input: z.strictObject({ page: z.enum(['mentor-page', 'firm-page']) }),
  sealsAnswer: true,
  async run({ ctx, tx, input, allow, audit }) {
    const { personId, mentorId, ownEnterpriseIds } = ctx.actor;
    const hasPage = input.page === 'mentor-page' ? mentorId !== null : ownEnterpriseIds.size > 0;
    if (personId === null || !hasPage) throw notFound();
    allow({ personId });
    const days = renewedDays[input.page] ?? 90;
    const link = await makeLink(tx, ctx, { purpose: input.page, personId, days });
    await audit({
      subject: ['person', personId],
      changes: { page: input.page, link: link.id, isByLink: ctx.actor.kind === 'link' },
    });
    return { path: link.path };
  },
});
