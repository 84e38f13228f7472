import { z } from 'zod';
import { notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import { keepSettingChange } from '../../people/history/keep-setting-change-step.ts';
import { changedLines } from '../../people/history/setting-change.ts';
import { programmePermissions } from '../../programmes/permissions.ts';
import { scoreWeightsOf } from '../../programmes/reads.ts';
import { defaultWeights, shownWeights, weightsSchema } from '../weights.ts';

/** Sets the weights of the matching score for this programme, as a new version; they sum to 100. */
export const setScoreWeights = command({
  name: 'set-score-weights',
  permission: programmePermissions.weights.edit,
  input: z.strictObject({
    programmeId: z.uuid(),
    weights: weightsSchema,
    /** Of the weights that the page showed, 0 for the defaults: two people do not set them at once without being told. */
    version: z.int().min(0).optional(),
    reason: z.string().trim().min(1, 'Say why the weights change.').max(2000),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    const programme = await tx
      .selectFrom('programme')
      .select('id')
      .where('id', '=', input.programmeId)
      .forUpdate()
      .executeTakeFirst();
    if (!programme) throw notFound('programme');
    const last = await scoreWeightsOf(tx, programme.id);
    if (input.version !== undefined) {
      checkVersion({ version: last?.version ?? 0 }, input.version, 'score');
    }
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
    const settingChange = await keepSettingChange(tx, ctx, {
      ...{ programmeId: programme.id, kind: 'weights', reason: input.reason },
      lines: changedLines(
        shownWeights(last?.weights ?? defaultWeights),
        shownWeights(input.weights),
      ),
    });
    await audit({
      subject: ['programme', programme.id],
      reason: input.reason,
      changes: { version, weights: input.weights, settingChange },
    });
    return { version };
  },
});
