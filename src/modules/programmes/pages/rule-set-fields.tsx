import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { CheckboxGroup, Fieldset, RadioGroup, SelectField } from '../../../ui/choice-fields.tsx';
import { HiddenField } from '../../../ui/form.tsx';
import { MoneyField, NumberField, TextField } from '../../../ui/text-fields.tsx';
import { minuteTypes, minuteTypeWords } from '../indicator.ts';
import { type RuleSet, sizeBands, sizeBandWords } from '../rule-set.ts';
import { ceilingBands, spareSectors } from '../rule-set-form.ts';
import { groupRuleWords } from '../rule-set-words.ts';

export interface RuleSetFieldsProps {
  ruleSet: RuleSet;
  answer: FormAnswer;
}

/** The choices of a rule whose answers are worded. */
export const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What counts, and for whom. */
export function CountingFields({ ruleSet, answer }: RuleSetFieldsProps) {
  return (
    <>
      <CheckboxGroup
        name="countedMinutes"
        label="Time that counts"
        values={ruleSet.countedMinutes}
        options={minuteTypes.map((type) => ({ value: type, label: minuteTypeWords[type] }))}
        answer={answer}
        isSmall
      />
      <RadioGroup
        name="groupRule"
        label="How does a group session count?"
        value={ruleSet.groupRule}
        options={optionsOf(groupRuleWords)}
        answer={answer}
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
        name="fteWeeklyMinutes"
        label="Hours of a full-time week"
        suffix="hours"
        width={3}
        isDecimal
        value={ruleSet.fteWeeklyMinutes / 60}
        answer={answer}
      />
    </>
  );
}

/** How large a firm may be, and what makes it so large. */
export function SizeFields({ ruleSet, answer }: RuleSetFieldsProps) {
  const { size } = ruleSet;
  return (
    <>
      <CheckboxGroup
        name="allowedBands"
        label="Sizes allowed"
        values={ruleSet.allowedBands}
        options={sizeBands.map((band) => ({ value: band, label: sizeBandWords[band] }))}
        answer={answer}
        isInline
        isSmall
      />
      <TextField
        name="size.source"
        label="Where the ceilings are taken from"
        value={size.source}
        answer={answer}
        isOptional
      />
      {ceilingBands.map((band, at) => {
        const ceiling = size.ceilings.find((one) => one.band === band);
        const name = (field: string) => `size.ceilings.${at}.${field}`;
        const inMajor = (minor: number | null | undefined) => (minor ? minor / 100 : '');
        return (
          <Fieldset
            key={band}
            id={`ceiling-${band}`}
            legend={`Ceilings of ${sizeBandWords[band]} firms`}
          >
            <div className="app-row">
              <NumberField
                name={name('staffBelow')}
                label="Fewer staff than"
                width={4}
                value={ceiling?.staffBelow ?? ''}
                answer={answer}
              />
              <MoneyField
                name={name('turnoverAtMost')}
                label="Turnover at most"
                currency={size.currency}
                value={inMajor(ceiling?.turnoverAtMost)}
                answer={answer}
                isOptional
              />
              <MoneyField
                name={name('balanceSheetAtMost')}
                label="Balance sheet at most"
                currency={size.currency}
                value={inMajor(ceiling?.balanceSheetAtMost)}
                answer={answer}
                isOptional
              />
            </div>
          </Fieldset>
        );
      })}
      <NumberField
        name="size.consecutiveYears"
        label="A size is gained or lost after"
        suffix="years in a row"
        width={2}
        value={size.consecutiveYears}
        answer={answer}
      />
    </>
  );
}

/** Which firms and how much public money are left out. */
export function LimitFields({ ruleSet, answer }: RuleSetFieldsProps) {
  const { subsidy, excludedSectors } = ruleSet;
  const currency = textOf(answer.values, 'subsidy.currency', subsidy?.currency ?? 'GBP');
  return (
    <>
      <RadioGroup
        name="hasSubsidy"
        label="Is there a limit of public money for a firm?"
        value={subsidy === null ? 'no' : 'yes'}
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        answer={answer}
        isSmall
      />
      <TextField
        name="subsidy.label"
        label="What the limit is called"
        value={subsidy?.label ?? ''}
        answer={answer}
        isOptional
      />
      <div className="app-row">
        <SelectField
          name="subsidy.currency"
          label="Currency"
          value={currency}
          options={[
            'GBP',
            'EUR',
            'USD',
            ...(['GBP', 'EUR', 'USD'].includes(currency) ? [] : [currency]),
          ].map((code) => ({ value: code, label: code }))}
          answer={answer}
        />
        <TextField
          name="subsidy.limitMinor"
          label="Limit"
          inputMode="decimal"
          width={10}
          value={subsidy === null ? '' : subsidy.limitMinor / 100}
          answer={answer}
          isOptional
        />
        <NumberField
          name="subsidy.years"
          label="Years that count together"
          width={2}
          value={subsidy?.years ?? 3}
          answer={answer}
        />
      </div>
      <SelectField
        name="subsidy.window"
        label="Which years"
        value={subsidy?.window ?? 'rolling'}
        options={[
          { value: 'rolling', label: 'any run of years that ends on the award' },
          { value: 'fiscal', label: 'this financial year and those before' },
        ]}
        answer={answer}
      />
      <NumberField
        name="difficultyAfterMonths"
        label="The test of difficulty starts after"
        hint="Leave empty when the rules know no such test."
        suffix="months of trading"
        width={3}
        value={ruleSet.difficultyAfterMonths ?? ''}
        answer={answer}
        isOptional
      />
      <Fieldset
        id="sectors"
        legend="Sectors left out"
        hint="A sector with neither name nor codes is taken out. Codes are the leading digits of SIC 2007."
      >
        {[...excludedSectors, ...Array.from({ length: spareSectors }, () => null)].map(
          (sector, at) => (
            <div className="app-row" key={at}>
              <HiddenField name={`excludedSectors.${at}.key`} value={sector?.key ?? ''} />
              <TextField
                name={`excludedSectors.${at}.label`}
                label={`Sector ${at + 1}`}
                value={sector?.label ?? ''}
                width={20}
                answer={answer}
                isOptional
              />
              <TextField
                name={`excludedSectors.${at}.sic`}
                label={`SIC codes of sector ${at + 1}`}
                value={sector?.sic.join(', ') ?? ''}
                width={10}
                answer={answer}
                isOptional
              />
            </div>
          ),
        )}
      </Fieldset>
    </>
  );
}
