import { z } from 'zod';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { programmePermissions } from '../permissions.ts';
import { shippedRuleSets } from '../shipped-rule-sets/shipped.ts';

/** Takes a shipped rule set into the organisation's own list, where programmes can adopt and edit it. */
export const copyRuleSet = command({
  name: 'copy-rule-set',
  permission: programmePermissions.ruleSet.edit,
  input: z.strictObject({ code: z.string().max(60) }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const shipped = shippedRuleSets.find((set) => set.code === input.code);
    if (!shipped) throw notFound('rule set');
    const known = await tx
      .selectFrom('rule_set')
      .select('id')
      .where('code', '=', shipped.code)
      .where('version', '=', shipped.version)
      .executeTakeFirst();
    if (known) {
      throw invalid({
        code: `${shipped.name}, version ${shipped.version}, is already in your list.`,
      });
    }
    const id = newId();
    await tx
      .insertInto('rule_set')
      .values({
        org_id: ctx.orgId,
        id,
        code: shipped.code,
        version: shipped.version,
        name: shipped.name,
        effective_from: shipped.effectiveFrom,
        body: JSON.stringify(shipped),
        copied_from: shipped.code,
        created_by: ctx.actor.personId,
      })
      .execute();
    await audit({
      subject: ['rule_set', id],
      changes: { code: shipped.code, version: shipped.version },
    });
    return { ruleSetId: id };
  },
});
