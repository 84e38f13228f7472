import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { todayIn } from '../../programmes/reads.ts';
import { needState, reopenNeed as reopened } from '../need.ts';
import { asNeed } from '../need-of-row.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { needForUpdate } from '../reads.ts';

/** Takes the closing of a need back. One that another need has replaced stays closed. */
export const reopenNeed = command({
  name: 'reopen-need',
  permission: diagnosisPermissions.need.write,
  input: z.strictObject({ needId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const need = await needForUpdate(tx, input.needId);
    allow({ programmeId: need.programme_id, enterpriseId: need.enterprise_id });
    if (need.enrolment_state === 'closed' || need.enrolment_state === 'withdrawn') {
      throw precondition('This enterprise is no longer in the programme.');
    }
    const outcome = reopened(asNeed(need), await todayIn(tx, ctx, need.programme_id));
    if (!outcome.ok) throw precondition(outcome.message);
    const successor = await tx
      .selectFrom('need')
      .select('id')
      .where('replaces_id', '=', need.id)
      .executeTakeFirst();
    if (successor) throw precondition('Another need has taken its place. Work with that one.');
    const state = needState(outcome.value);
    await tx
      .updateTable('need')
      .set({
        state,
        waits_since: outcome.value.waitsSince,
        closed_on: null,
        result: null,
        result_note: null,
        version: need.version + 1,
      })
      .where('id', '=', need.id)
      .execute();
    await audit({ subject: ['need', need.id], changes: { state: ['closed', state] } });
    return { needId: need.id };
  },
});
