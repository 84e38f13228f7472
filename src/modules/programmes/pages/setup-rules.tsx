import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { optionalOf, textOf } from '../../../kernel/form-answer.ts';
import { invalid } from '../../../kernel/errors.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { listWords } from '../../../kernel/text.ts';
import type { Ctx } from '../../../platform/context.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { RadioGroup } from '../../../ui/choice-fields.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Warning } from '../../../ui/notification-banner.tsx';
import { DateField } from '../../../ui/text-fields.tsx';
import { adoptRuleSet } from '../commands/adopt-rule-set.ts';
import { copyRuleSet } from '../commands/copy-rule-set.ts';
import { ruleSets } from '../reads.ts';
import { sourceLabel } from '../rule-set.ts';
import { shippedRuleSets } from '../shipped-rule-sets/shipped.ts';
import { afterStep, editFields, loadSetup, SetupStep } from './setup-step.tsx';

export const loader = loadPage(async (args) => {
  const own = await ruleSets(args.tx);
  const held = new Set(own.map((set) => `${set.code}/${set.version}`));
  return {
    ...(await loadSetup(args)),
    own,
    shipped: shippedRuleSets
      .filter((set) => !held.has(`${set.code}/${set.version}`))
      .map(({ code, name, version, effectiveFrom }) => ({ code, name, version, effectiveFrom })),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const choice = optionalOf(form, 'ruleSetId');
  if (choice === undefined) throw invalid({ ruleSetId: 'Choose a rule set.' });
  const { programmeId, version, reason } = editFields(form);
  const ruleSetId = await chosenRuleSet(ctx, choice);
  const { strayTargets } = await adoptRuleSet(ctx, {
    programmeId,
    version,
    ruleSetId,
    adoptedOn: textOf(form, 'adoptedOn'),
    ...(reason === undefined ? {} : { reason }),
  });
  const isDraft = form['reason'] === undefined;
  return done(
    afterStep(ctx.org.slug, params['programme'] ?? '', 'rules', isDraft),
    strayTargets.length === 0
      ? 'Saved.'
      : `Saved. There are targets for ${listWords(strayTargets)}, which these rules do not know: go over the targets.`,
  );
});

/** The copy has no key of its own: were it repeated, the second finds the set in the list. */
async function chosenRuleSet(ctx: Ctx, choice: string): Promise<string> {
  if (!choice.startsWith('shipped:')) return choice;
  const code = choice.slice('shipped:'.length);
  return (await copyRuleSet({ ...ctx, idempotencyKey: undefined }, { code })).ruleSetId;
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const now = page.adoptions[0];
  const options = [
    ...page.own.map((set) => ({
      value: set.id,
      label: `${set.name}, version ${set.version}`,
      hint: `In your list. In effect from ${formatDate(set.effectiveFrom)}.`,
    })),
    ...page.shipped.map((set) => ({
      value: `shipped:${set.code}`,
      label: `${set.name}, version ${set.version}`,
      hint: `Comes with Espalier. In effect from ${formatDate(set.effectiveFrom)}.`,
    })),
  ];
  return (
    <SetupStep
      page={page}
      step="rules"
      title="Rule set"
      caption="Thresholds, counted time, sizes and subsidy limits of the funder. They are data: you can copy and edit them."
      answer={answer}
      clash={[
        {
          label: 'Rule set',
          mine:
            options.find(({ value }) => value === textOf(answer.values, 'ruleSetId'))?.label ?? '',
          theirs: now ? `${now.name}, version ${now.version}` : '',
        },
        {
          label: 'In force from',
          mine: textOf(answer.values, 'adoptedOn'),
          theirs: now?.adoptedOn ?? '',
        },
      ]}
    >
      <Warning>{sourceLabel}. Ours is a starting point; your agreement decides.</Warning>
      <RadioGroup
        name="ruleSetId"
        label="Which rules does the programme work by?"
        value={now?.ruleSetId}
        options={options}
        answer={answer}
        hint={
          <>
            Read them first in the <a href={orgPaths(page.org).ruleSets}>list of rule sets</a>.
          </>
        }
      />
      <DateField
        name="adoptedOn"
        label={page.programme.state === 'draft' ? 'Agreed on' : 'In force for us from'}
        hint="The version agreed stays in force until a dated change adopts another."
        value={now?.adoptedOn ?? page.programme.starts_on}
        answer={answer}
      />
    </SetupStep>
  );
}
