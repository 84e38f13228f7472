import { useLoaderData } from 'react-router';
import { listOf, numberOf, textOf } from '../../../kernel/form-answer.ts';
import { slugify } from '../../../kernel/text.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { Checkbox, CheckboxGroup } from '../../../ui/choice-fields.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Details } from '../../../ui/summary-list.tsx';
import { NumberField, TextArea } from '../../../ui/text-fields.tsx';
import { setProgrammeRemit } from '../commands/set-programme-remit.ts';
import { divisionGroups } from '../divisions.ts';
import { type SizeBand, sizeBands, sizeBandWords } from '../rule-set.ts';
import { afterStep, editFields, loadSetup, SetupStep } from './setup-step.tsx';

export const loader = loadPage(loadSetup);

export const action = actPage(async ({ ctx, form, params, done }) => {
  await setProgrammeRemit(ctx, {
    ...editFields(form),
    sicDivisions: listOf(form, 'sicDivisions'),
    description: textOf(form, 'description'),
    sizeBands: listOf(form, 'sizeBands') as SizeBand[],
    tradingAtLeastMonths: numberOf(form, 'tradingAtLeastMonths') ?? null,
    tradingBelowMonths: numberOf(form, 'tradingBelowMonths') ?? null,
    takesPotentialEntrepreneurs: textOf(form, 'takesPotentialEntrepreneurs') === 'yes',
    businessSalesAtLeast: numberOf(form, 'businessSalesAtLeast') ?? null,
  });
  const isDraft = form['reason'] === undefined;
  return done(afterStep(ctx.org.slug, params['programme'] ?? '', 'remit', isDraft), 'Saved.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { programme } = page;
  const isNew = programme.state === 'draft' && programme.sic_divisions.length === 0;
  const chosen = isNew
    ? divisionGroups.filter((group) => group.isPreset).flatMap((group) => group.codes)
    : programme.sic_divisions;
  return (
    <SetupStep
      page={page}
      step="remit"
      title="Remit and size"
      caption="Which enterprises the programme is for. A code alone never decides: an adviser can accept others with a reason."
      answer={answer}
    >
      <CheckboxGroup
        name="sizeBands"
        label="Sizes allowed"
        hint="By staff, turnover and balance sheet, partner and linked enterprises included."
        values={isNew ? (page.ruleSet?.allowedBands ?? programme.size_bands) : programme.size_bands}
        options={sizeBands.map((band) => ({ value: band, label: sizeBandWords[band] }))}
        answer={answer}
        isInline
      />
      <Details
        summary={`Activities presumed in remit (SIC 2007 divisions, ${chosen.length} chosen)`}
        isOpen={isNew}
      >
        {divisionGroups.map((group) => (
          <CheckboxGroup
            key={group.label}
            scope={slugify(group.label)}
            name="sicDivisions"
            label={group.label}
            values={chosen}
            options={group.codes.map((code) => ({
              value: code,
              label: `${code} ${group.names[code] ?? ''}`,
            }))}
            answer={answer}
            isSmall
            isInline
          />
        ))}
      </Details>
      <TextArea
        name="description"
        label="The remit in words"
        hint="For example technology-based or knowledge-intensive firms with an ambition to grow."
        value={programme.remit_description}
        answer={answer}
        isOptional
      />
      <NumberField
        name="tradingAtLeastMonths"
        label="Trading for at least"
        suffix="months"
        value={programme.trading_at_least_months}
        answer={answer}
        isOptional
      />
      <NumberField
        name="tradingBelowMonths"
        label="Trading for less than"
        suffix="months"
        value={programme.trading_below_months}
        answer={answer}
        isOptional
      />
      <NumberField
        name="businessSalesAtLeast"
        label="Share of sales to other businesses, at least"
        suffix="%"
        value={programme.business_sales_at_least}
        answer={answer}
        isOptional
      />
      <Checkbox
        name="takesPotentialEntrepreneurs"
        label="People who do not trade yet can apply too"
        isChecked={programme.takes_potential_entrepreneurs}
        answer={answer}
      />
    </SetupStep>
  );
}
