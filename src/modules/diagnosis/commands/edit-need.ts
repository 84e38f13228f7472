import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import { needFields } from '../open-need-step.ts';
import { settleIssues } from '../contacts/settle-issue-step.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { needForUpdate } from '../reads.ts';

/** Describes an open need better. Another issue is another need: then change the match instead. */
export const editNeed = command({
  name: 'edit-need',
  permission: diagnosisPermissions.need.write,
  input: z.strictObject({ needId: z.uuid(), version: z.int().positive(), ...needFields }),
  async run({ ctx, tx, input, allow, audit }) {
    const need = await needForUpdate(tx, input.needId);
    allow({ programmeId: need.programme_id, enterpriseId: need.enterprise_id });
    if (need.state === 'closed') throw precondition('This need is closed.');
    checkVersion(need, input.version, 'need');
    const version = need.version + 1;
    await tx
      .updateTable('need')
      .set({
        area: input.area,
        detail: input.detail,
        topics: input.topics,
        seen_by: input.seenBy,
        priority: input.priority,
        minutes_per_month: input.minutesPerMonth,
        version,
      })
      .where('id', '=', need.id)
      .execute();
    if (need.area !== input.area || need.detail !== input.detail) {
      await settleIssues(tx, ctx, need.enrolment_id);
    }
    await audit({
      subject: ['need', need.id],
      changes: { area: [need.area, input.area], priority: [need.priority, input.priority] },
    });
    return { needId: need.id, version };
  },
});
