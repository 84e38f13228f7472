import { useLoaderData } from 'react-router';
import { type FormValues, listOf, numberOf, textOf } from '../../../kernel/form-answer.ts';
import { notFound } from '../../../kernel/errors.ts';
import { parseMoney } from '../../../kernel/money.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { mayAnywhere } from '../../../platform/permission.ts';
import { CheckboxGroup, Fieldset } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { DateField, MoneyField, NumberField, TextField } from '../../../ui/text-fields.tsx';
import { editRuleSet } from '../commands/edit-rule-set.ts';
import { minuteTypes, minuteTypeWords } from '../indicator.ts';
import { programmePermissions } from '../permissions.ts';
import { ruleSetById } from '../reads.ts';
import { type RuleSet, sizeBands, sizeBandWords } from '../rule-set.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  if (!mayAnywhere(ctx.actor, programmePermissions.ruleSet.edit)) throw notFound('rule set');
  const { id, ruleSet } = await ruleSetById(tx, params['ruleSet'] ?? '');
  return { org: ctx.org.slug, id, ruleSet };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const id = params['ruleSet'] ?? '';
  const { ruleSet } = await ctx.app.database.read(ctx.orgId, (tx) => ruleSetById(tx, id));
  const { ruleSetId } = await editRuleSet(ctx, {
    ruleSetId: id,
    version: textOf(form, 'version'),
    body: changed(ruleSet, form),
  });
  return done(orgPaths(ctx.org.slug).ruleSet(ruleSetId), 'The new version is in your list.');
});

/** The edited set: what the form holds replaces what was; the rest stays. The command checks it whole. */
function changed(ruleSet: RuleSet, form: FormValues): Record<string, unknown> {
  const hours = (name: string) => {
    const value = numberOf(form, name);
    return value === undefined ? null : Math.round(value * 60);
  };
  return {
    ...ruleSet,
    name: textOf(form, 'name'),
    effectiveFrom: textOf(form, 'effectiveFrom'),
    countedMinutes: listOf(form, 'countedMinutes'),
    allowedBands: listOf(form, 'allowedBands'),
    newEnterpriseMonths: numberOf(form, 'newEnterpriseMonths'),
    fteWeeklyMinutes: hours('fteHours'),
    subsidy: ruleSet.subsidy && {
      ...ruleSet.subsidy,
      limitMinor: parseMoney(textOf(form, 'subsidyLimit')) ?? Number.NaN,
      years: numberOf(form, 'subsidyYears'),
    },
    indicators: ruleSet.indicators.map((indicator) => {
      const minutes = hours(`hours.${indicator.code}`);
      const moneyMinor = indicator.threshold?.moneyMinor ?? null;
      return {
        ...indicator,
        label: textOf(form, `label.${indicator.code}`),
        threshold: minutes === null && moneyMinor === null ? null : { minutes, moneyMinor },
      };
    }),
  };
}

export default function Screen() {
  const { org, id, ruleSet } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>{`New version of ${ruleSet.name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={`New version of ${ruleSet.name}`}
        caption={`Version ${ruleSet.version} stays as it is for the programmes that adopted it.`}
        back={{ label: ruleSet.name, href: orgPaths(org).ruleSet(id) }}
      />
      <Form guardsLeaving>
        <TextField
          name="version"
          label="What is the new version called?"
          hint={`The present one is ${ruleSet.version}.`}
          answer={answer}
          width={10}
        />
        <TextField name="name" label="Name" value={ruleSet.name} answer={answer} />
        <DateField
          name="effectiveFrom"
          label="In effect from"
          value={ruleSet.effectiveFrom}
          answer={answer}
        />
        <CheckboxGroup
          name="countedMinutes"
          label="Time that counts"
          values={ruleSet.countedMinutes}
          options={minuteTypes.map((type) => ({ value: type, label: minuteTypeWords[type] }))}
          answer={answer}
          isSmall
        />
        <CheckboxGroup
          name="allowedBands"
          label="Sizes allowed"
          values={ruleSet.allowedBands}
          options={sizeBands.map((band) => ({ value: band, label: sizeBandWords[band] }))}
          answer={answer}
          isInline
          isSmall
        />
        <NumberField
          name="newEnterpriseMonths"
          label="A new enterprise is younger than"
          suffix="months"
          width={3}
          value={ruleSet.newEnterpriseMonths}
          answer={answer}
        />
        <NumberField
          name="fteHours"
          label="Hours of a full-time week"
          suffix="hours"
          width={3}
          isDecimal
          value={ruleSet.fteWeeklyMinutes / 60}
          answer={answer}
        />
        {ruleSet.subsidy ? (
          <>
            <MoneyField
              name="subsidyLimit"
              label={`Limit of ${ruleSet.subsidy.label}`}
              currency={ruleSet.subsidy.currency}
              value={ruleSet.subsidy.limitMinor / 100}
              answer={answer}
            />
            <NumberField
              name="subsidyYears"
              label="Years that count together"
              width={2}
              value={ruleSet.subsidy.years}
              answer={answer}
            />
          </>
        ) : null}
        {ruleSet.indicators.map((indicator) => (
          <Fieldset key={indicator.code} legend={indicator.code}>
            <TextField
              name={`label.${indicator.code}`}
              label="Name"
              value={indicator.label}
              answer={answer}
            />
            <NumberField
              name={`hours.${indicator.code}`}
              label="Hours of support to reach"
              hint="Leave empty when hours do not count for it."
              suffix="hours"
              width={4}
              isDecimal
              value={indicator.threshold?.minutes ? indicator.threshold.minutes / 60 : ''}
              answer={answer}
            />
          </Fieldset>
        ))}
        <Button>Save as a new version</Button>
      </Form>
    </>
  );
}
