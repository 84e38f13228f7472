import { z } from 'zod';
import { notFound, precondition } from '../../../kernel/errors.ts';
import { listWords } from '../../../kernel/text.ts';
import { command } from '../../../platform/command.ts';
import { adoptersOf } from '../adopter-rows.ts';
import { programmePermissions } from '../permissions.ts';

/** Takes a version that no programme has ever adopted out of the organisation's list, such as one made by mistake. */
export const removeRuleSet = command({
  name: 'remove-rule-set',
  permission: programmePermissions.ruleSet.edit,
  input: z.strictObject({ ruleSetId: z.uuid() }),
  async run({ tx, input, allow, audit }) {
    allow({});
    const ruleSet = await tx
      .selectFrom('rule_set')
      .select(['id', 'code', 'version', 'name'])
      .where('id', '=', input.ruleSetId)
      .forUpdate()
      .executeTakeFirst();
    if (!ruleSet) throw notFound('rule set');
    const adopters = await adoptersOf(tx, ruleSet.id);
    if (adopters.length > 0) {
      throw precondition(
        `${listWords(adopters)} adopted this version: it stays, because what was counted was counted by it.`,
      );
    }
    await tx.deleteFrom('rule_set').where('id', '=', ruleSet.id).execute();
    await audit({
      subject: ['rule_set', ruleSet.id],
      changes: { code: ruleSet.code, version: ruleSet.version },
    });
    return { name: ruleSet.name, version: ruleSet.version };
  },
});
