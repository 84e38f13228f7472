import { z } from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { programmePermissions } from '../permissions.ts';
import { programmeForUpdate } from '../store.ts';

/** Sets the weights of the matching score for this programme, as a new version; they sum to 100. */
export const setScoreWeights = command({
  name: 'set-score-weights',
  permission: programmePermissions.weights.edit,
  input: z.strictObject({
    programmeId: z.uuid(),
    weights: z.record(z.string().max(40), z.int().min(0).max(100)),
    reason: z.string().trim().min(1, 'Say why the weights change.').max(2000),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    const programme = await programmeForUpdate(tx, input.programmeId);
    const sum = Object.values(input.weights).reduce((total, weight) => total + weight, 0);
    if (sum !== 100) throw invalid({ weights: `The weights must sum to 100; they sum to ${sum}.` });
    const last = await tx
      .selectFrom('score_weights')
      .select((by) => by.fn.max('version').as('version'))
      .where('programme_id', '=', programme.id)
      .executeTakeFirst();
    const version = (last?.version ?? 0) + 1;
    const id = newId();
    await tx
      .insertInto('score_weights')
      .values({
        org_id: ctx.orgId,
        id,
        programme_id: programme.id,
        version,
        weights: JSON.stringify(input.weights),
        reason: input.reason,
        set_by: ctx.actor.personId,
        set_at: ctx.clock.now(),
      })
      .execute();
    await audit({
      subject: ['programme', programme.id],
      reason: input.reason,
      changes: { version, weights: input.weights },
    });
    return { version };
  },
});
