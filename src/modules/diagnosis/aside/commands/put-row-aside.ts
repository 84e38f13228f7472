import { z } from 'zod';
import { addDays, isCalendarDate } from '../../../../kernel/calendar.ts';
import { invalid } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { command } from '../../../../platform/command.ts';
import { programmeById } from '../../../programmes/reads.ts';
import { keepIssue } from '../../contacts/settle-issue-step.ts';
import { diagnosisPermissions } from '../../permissions.ts';
import { longestDays } from '../aside.ts';

/** Puts a row of Today off to a day, or keeps it as it is with a reason; it comes back when its cause changes. */
export const putRowAside = command({
  name: 'put-row-aside',
  permission: diagnosisPermissions.today.putAside,
  input: z.strictObject({
    programmeId: z.uuid(),
    rowKey: z
      .string()
      .max(200)
      .regex(/^[a-z][a-z-]*\/[\w/-]+$/),
    cause: z.string().max(200),
    /** Not before this day; without one the row is kept as it is. */
    until: z.string().refine(isCalendarDate, 'Enter a real date.').optional(),
    reason: z.string().trim().max(2000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    const programme = await programmeById(tx, input.programmeId);
    const today = ctx.clock.today(programme.zone);
    const { until = null, reason, rowKey } = input;
    if (until === null && reason === '') throw invalid({ reason: 'Say why it is fine as it is.' });
    if (until !== null && until <= today) throw invalid({ until: 'Choose a day after today.' });
    if (until !== null && until > addDays(today, longestDays)) {
      throw invalid({ until: 'Choose a day within six months.' });
    }
    const now = ctx.clock.now();
    await tx
      .updateTable('aside')
      .set({ ended_by: ctx.actor.personId, ended_at: now })
      .where('programme_id', '=', programme.id)
      .where('row_key', '=', rowKey)
      .where('ended_at', 'is', null)
      .execute();
    const id = newId();
    await tx
      .insertInto('aside')
      .values({
        org_id: ctx.orgId,
        id,
        programme_id: programme.id,
        row_key: rowKey,
        cause: input.cause,
        until,
        reason,
        put_by: ctx.actor.personId,
        put_at: now,
      })
      .execute();
    if (until === null) await keepIssue(tx, ctx, programme.id, rowKey);
    await audit({ subject: ['aside', id], changes: { rowKey, until } });
    return { asideId: id };
  },
});
