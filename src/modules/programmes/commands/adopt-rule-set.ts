import { z } from 'zod';
import { isCalendarDate } from '../../../kernel/calendar.ts';
import { invalid, notFound, precondition } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import { programmePermissions } from '../permissions.ts';
import { shownColumns } from '../programme-conflict.ts';
import { adoptionProblems, ruleSetSchema } from '../rule-set.ts';
import { programmeForUpdate, saveProgramme } from '../store.ts';

/**
 * Takes a rule set into use from a day on. A draft replaces its choice freely; afterwards the version agreed
 * stays in force until a dated change with a reason (ESIF-GN-1-002, domain notes 3.1).
 */
export const adoptRuleSet = command({
  name: 'adopt-rule-set',
  permission: programmePermissions.ruleSet.adopt,
  input: z.strictObject({
    programmeId: z.uuid(),
    /** As it was when the page was opened: two people do not adopt at once without being told. */
    version: z.int().positive().optional(),
    ruleSetId: z.uuid(),
    adoptedOn: z.string().refine(isCalendarDate, 'Enter a real date.'),
    reason: z.string().trim().max(2000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    const programme = await programmeForUpdate(tx, input.programmeId);
    if (programme.state === 'closed') throw precondition('A closed programme keeps its rules.');
    if (input.version !== undefined) {
      checkVersion(programme, input.version, 'programme', ...shownColumns);
    }
    const ruleSet = await tx
      .selectFrom('rule_set')
      .select(['id', 'body'])
      .where('id', '=', input.ruleSetId)
      .executeTakeFirst();
    if (!ruleSet) throw notFound('rule set');
    if (programme.state === 'draft') {
      await tx.deleteFrom('rule_set_adoption').where('programme_id', '=', programme.id).execute();
    }
    const earlier = await tx
      .selectFrom('rule_set_adoption')
      .select(['rule_set_id as ruleSetId', 'adopted_on as adoptedFrom', 'reason'])
      .where('programme_id', '=', programme.id)
      .execute();
    const problems = adoptionProblems(earlier, {
      ruleSetId: input.ruleSetId,
      adoptedFrom: input.adoptedOn,
      reason: input.reason,
    });
    if (Object.keys(problems).length > 0) throw invalid(namedAsHere(problems));
    const id = newId();
    await tx
      .insertInto('rule_set_adoption')
      .values({
        org_id: ctx.orgId,
        id,
        programme_id: programme.id,
        rule_set_id: input.ruleSetId,
        adopted_on: input.adoptedOn,
        reason: input.reason || 'Agreed with the funder',
        adopted_by: ctx.actor.personId,
      })
      .execute();
    const { costs, indicators } = ruleSetSchema.parse(ruleSet.body);
    const { currency } = costs;
    const saved = await saveProgramme(tx, ctx, {
      ...{ programme, kind: 'rules', reason: input.reason },
      fields: { currency },
    });
    await audit({
      subject: ['programme', programme.id],
      ...(input.reason ? { reason: input.reason } : {}),
      changes: {
        ruleSet: input.ruleSetId,
        adoptedOn: input.adoptedOn,
        settingChange: saved.settingChange,
      },
    });
    const targets = await tx
      .selectFrom('target')
      .select('indicator')
      .distinct()
      .where('programme_id', '=', programme.id)
      .orderBy('indicator')
      .execute();
    const known = new Set(indicators.map(({ code }) => code));
    const strayTargets = targets.map((one) => one.indicator).filter((code) => !known.has(code));
    return { ...saved, adoptionId: id, strayTargets };
  },
});

function namedAsHere(problems: Record<string, string>): Record<string, string> {
  const { adoptedFrom, ...rest } = problems;
  return adoptedFrom === undefined ? rest : { ...rest, adoptedOn: adoptedFrom };
}
