import { z } from 'zod';
import { notFound } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { matchingPermissions } from '../../permissions.ts';
import { traits } from '../trait.ts';

/**
 * A mentor says what founders who ask for it may be matched by, or takes it back. Only the mentor can; the audit entry
 * holds how many and not which.
 */
export const giveTraits = command({
  name: 'give-traits',
  permission: matchingPermissions.mentorTrait.give,
  input: z.strictObject({
    mentorId: z.uuid(),
    traits: z.array(z.enum(traits)).max(traits.length),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ mentorId: input.mentorId });
    const mentor = await tx
      .selectFrom('mentor')
      .select('id')
      .where('id', '=', input.mentorId)
      .forUpdate()
      .executeTakeFirst();
    if (!mentor) throw notFound('mentor');
    const given = [...new Set(input.traits)];
    await tx.deleteFrom('mentor_trait').where('mentor_id', '=', mentor.id).execute();
    if (given.length > 0) {
      await tx
        .insertInto('mentor_trait')
        .values(
          given.map((trait) => ({
            org_id: ctx.orgId,
            mentor_id: mentor.id,
            trait,
            given_at: ctx.clock.now(),
          })),
        )
        .execute();
    }
    await audit({ subject: ['mentor', mentor.id], changes: { traits: given.length } });
    return { traits: given.length };
  },
});
