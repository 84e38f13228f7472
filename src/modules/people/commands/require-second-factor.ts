import { z } from 'zod';
import { checkVersion, command } from '../../../platform/command.ts';
import { keepSettingChange } from '../history/keep-setting-change-step.ts';
import { changedLines } from '../history/setting-change.ts';
import { peoplePermissions } from '../permissions.ts';
import { type SecondFactorRule, secondFactorRules, secondFactorWords } from '../second-factor.ts';

/** Says who must have a second factor; whoever the rule is newly about has a week. */
export const requireSecondFactor = command({
  name: 'require-second-factor',
  permission: peoplePermissions.organisation.secure,
  input: z.strictObject({
    rule: z.enum(secondFactorRules, 'Choose who needs a second factor.'),
    version: z.int().positive(),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const stored = await tx
      .selectFrom('organisation')
      .select(['name', 'second_factor as rule', 'version'])
      .where('org_id', '=', ctx.orgId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    checkVersion(stored, input.version, 'organisation');
    const version = stored.version + 1;
    await tx
      .updateTable('organisation')
      .set({ second_factor: input.rule, second_factor_since: ctx.clock.now(), version })
      .where('org_id', '=', ctx.orgId)
      .execute();
    const settingChange = await keepSettingChange(tx, ctx, {
      ...{ programmeId: null, kind: 'second-factor' },
      lines: changedLines(shown(stored.rule as SecondFactorRule), shown(input.rule)),
    });
    await audit({
      subject: ['organisation', ctx.orgId],
      changes: { before: stored.rule, rule: input.rule, settingChange },
    });
    return { version };
  },
});

const shown = (rule: SecondFactorRule) => [
  { key: 'rule', field: 'Who needs a second factor', text: secondFactorWords[rule] },
];
