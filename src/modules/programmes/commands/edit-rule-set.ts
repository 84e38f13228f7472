import { z } from 'zod';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { command, messagesByField } from '../../../platform/command.ts';
import { programmePermissions } from '../permissions.ts';
import { ruleSetSchema } from '../rule-set.ts';

/** Writes the next version of a rule set; the version edited stays as it is for those who adopted it. */
export const editRuleSet = command({
  name: 'edit-rule-set',
  permission: programmePermissions.ruleSet.edit,
  input: z.strictObject({
    ruleSetId: z.uuid(),
    version: z.string().trim().min(1, 'Name the new version.').max(40),
    body: z.record(z.string().max(40), z.unknown()),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const based = await tx
      .selectFrom('rule_set')
      .select(['id', 'code', 'version', 'copied_from'])
      .where('id', '=', input.ruleSetId)
      .forUpdate()
      .executeTakeFirst();
    if (!based) throw notFound('rule set');
    const parsed = ruleSetSchema.safeParse({
      ...input.body,
      code: based.code,
      version: input.version,
    });
    if (!parsed.success) throw invalid(messagesByField(parsed.error));
    const clash = await tx
      .selectFrom('rule_set')
      .select('id')
      .where('code', '=', based.code)
      .where('version', '=', input.version)
      .executeTakeFirst();
    if (clash) throw invalid({ version: `There is a version ${input.version} already.` });
    const id = newId();
    await tx
      .insertInto('rule_set')
      .values({
        org_id: ctx.orgId,
        id,
        code: based.code,
        version: input.version,
        name: parsed.data.name,
        effective_from: parsed.data.effectiveFrom,
        body: JSON.stringify(parsed.data),
        copied_from: based.copied_from,
        created_by: ctx.actor.personId,
      })
      .execute();
    await audit({
      subject: ['rule_set', id],
      changes: { basedOn: based.id, version: [based.version, input.version] },
    });
    return { ruleSetId: id };
  },
});
