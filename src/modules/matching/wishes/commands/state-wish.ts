import { z } from 'zod';
import { enrolmentById } from '../../../enterprises/reads.ts';
import { command } from '../../../../platform/command.ts';
import { matchingPermissions } from '../../permissions.ts';
import { traits } from '../trait.ts';

/**
 * A founder's own wish about who the mentor is, or that there is none. It works only with mentors who gave that trait
 * for this purpose.
 */
export const stateWish = command({
  name: 'state-wish',
  permission: matchingPermissions.traitWish.state,
  input: z.strictObject({
    enrolmentId: z.uuid(),
    /** Null takes the wish back. */
    trait: z.enum(traits, 'Choose one of these.').nullable(),
    isMust: z.boolean().default(false),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const { programmeId, enterpriseId } = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId, enterpriseId });
    await tx.deleteFrom('trait_wish').where('enterprise_id', '=', enterpriseId).execute();
    if (input.trait !== null) {
      await tx
        .insertInto('trait_wish')
        .values({
          org_id: ctx.orgId,
          enterprise_id: enterpriseId,
          trait: input.trait,
          is_must: input.isMust,
          stated_by: ctx.actor.personId,
          stated_at: ctx.clock.now(),
        })
        .execute();
    }
    await audit({
      subject: ['enterprise', enterpriseId],
      changes: { hasWish: input.trait !== null, isMust: input.isMust },
    });
    return { enterpriseId };
  },
});
