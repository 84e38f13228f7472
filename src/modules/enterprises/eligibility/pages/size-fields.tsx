import type { FormAnswer } from '../../../../kernel/form-answer.ts';
import { Fieldset } from '../../../../ui/choice-fields.tsx';
import { DateField, MoneyField, NumberField } from '../../../../ui/text-fields.tsx';
import { Fact, type FormGround } from './fact.tsx';
import { RateFields } from './rate-fields.tsx';

interface SizeFieldsProps {
  ground: FormGround;
  answer: FormAnswer;
}

/** Figures of the last closed year and the one before, and the rate when the limits are in another currency. */
export function SizeFields({ ground, answer }: SizeFieldsProps) {
  const isForeign = ground.currency !== ground.rulesCurrency;
  return (
    <>
      <p className="govuk-body">
        The figures of the firm alone. Partner and linked firms are entered below; their share is
        added and the sum shown line by line. Staff are employees, working owners and partners who
        work in the firm; part-time, seasonal and part of the year count as their part. Apprentices
        and students in vocational training do not count, nor does maternity or parental leave. Give
        a shorter or longer year as it would be for twelve months, turnover without VAT.
      </p>
      <YearFields prefix="last" legend="Last closed year" ground={ground} answer={answer} />
      <YearFields
        prefix="earlier"
        legend="Year before (a size changes only after two years in a row)"
        ground={ground}
        answer={answer}
        isOptional
      />
      {isForeign ? (
        <RateFields
          ground={ground}
          answer={answer}
          hint={`The limits are in ${ground.rulesCurrency}: how many ${ground.rulesCurrency} for 1 ${ground.currency}.`}
        />
      ) : null}
      <Fact
        name="isEstimate"
        label="A new firm: these are good-faith estimates"
        ground={ground}
        answer={answer}
      />
      <Fact
        name="hasOwnerChanged"
        label="It changed hands in the last year"
        ground={ground}
        answer={answer}
      />
      <Fact
        name="areRelationsDeclared"
        label="The firm has declared all firms that hold, or are held by, it with 25 % or more, or that it has none"
        ground={ground}
        answer={answer}
      />
    </>
  );
}

interface YearFieldsProps extends SizeFieldsProps {
  prefix: string;
  legend: string;
  isOptional?: boolean;
}

function YearFields({ prefix, legend, ground, answer, isOptional = false }: YearFieldsProps) {
  const value = (name: string) => ground.values[`${prefix}${name}`];
  return (
    <Fieldset legend={legend} id={`year-${prefix}`}>
      <div className="app-row">
        <DateField
          name={`${prefix}YearEnd`}
          label="Year ended on"
          value={value('YearEnd')}
          answer={answer}
          isOptional={isOptional}
        />
        <NumberField
          name={`${prefix}Staff`}
          label="Staff, full-time equivalents"
          isDecimal
          value={value('Staff')}
          answer={answer}
          isOptional={isOptional}
        />
        <NumberField
          name={`${prefix}Apprentices`}
          label="Of these in vocational training"
          isDecimal
          value={value('Apprentices')}
          answer={answer}
          isOptional
        />
        <NumberField
          name={`${prefix}Leave`}
          label="Of these on parental leave"
          isDecimal
          value={value('Leave')}
          answer={answer}
          isOptional
        />
        <MoneyField
          name={`${prefix}Turnover`}
          label="Turnover"
          currency={ground.currency}
          value={value('Turnover')}
          answer={answer}
          isOptional={isOptional}
        />
        <MoneyField
          name={`${prefix}Balance`}
          label="Balance sheet total"
          currency={ground.currency}
          value={value('Balance')}
          answer={answer}
          isOptional={isOptional}
        />
      </div>
    </Fieldset>
  );
}
