import type { FormAnswer } from '../../../../kernel/form-answer.ts';
import { RadioGroup, SelectField } from '../../../../ui/choice-fields.tsx';
import { Button, ButtonRow, Form, HiddenField } from '../../../../ui/form.tsx';
import {
  DateField,
  MoneyField,
  NumberField,
  TextArea,
  TextField,
} from '../../../../ui/text-fields.tsx';
import { describeSic } from '../../sic.ts';
import type { FormGround } from './fact.tsx';
import { SizeFields } from './size-fields.tsx';
import { SubsidyFields } from './subsidy-fields.tsx';
import { authorities } from '../../../programmes/authorities.ts';

interface FactsFormProps {
  ground: FormGround;
  answer: FormAnswer;
}

/** The form of one named test: its facts, the adviser's judgement, the evidence. */
export function FactsForm({ ground, answer }: FactsFormProps) {
  if (ground.test === 'size-band') {
    return <p className="govuk-body">This follows from the size test; nothing is entered here.</p>;
  }
  return (
    <Form label="Facts" guardsLeaving>
      <HiddenField name="form" value="facts" />
      <TestFields ground={ground} answer={answer} />
      {ground.test === 'area' ? null : (
        <TextArea
          name="evidence"
          label="Evidence"
          hint="What you saw and where it is kept."
          rows={2}
          value={ground.evidence}
          answer={answer}
          maxLength={2000}
          isOptional
        />
      )}
      <ButtonRow>
        <Button>Save and work it out</Button>
        <Button kind="secondary" name="next" value="yes">
          Save, next test
        </Button>
      </ButtonRow>
    </Form>
  );
}

function TestFields({ ground, answer }: FactsFormProps) {
  const { values } = ground;
  switch (ground.test) {
    case 'area':
      return <AreaFields ground={ground} answer={answer} />;
    case 'size':
      return <SizeFields ground={ground} answer={answer} />;
    case 'remit':
      return (
        <>
          <p className="govuk-body">
            Activity codes: {ground.sicCodes.map(sicWords).join('; ') || 'none recorded'}. A code
            only presumes; what the firm does decides.{' '}
            <a href={ground.editHref}>Change the codes</a>
          </p>
          <JudgementFields values={values} answer={answer} question="Is it in the remit?" />
        </>
      );
    case 'trading-age':
      return (
        <DateField
          name="tradingSince"
          label="Trading since"
          hint="The day of the first sale, not of incorporation."
          value={values['tradingSince']}
          answer={answer}
        />
      );
    case 'business-sales':
      return (
        <NumberField
          name="percent"
          label="Share of sales to other businesses"
          suffix="%"
          value={values['percent']}
          answer={answer}
          width={3}
        />
      );
    case 'excluded-sector':
      return (
        <RadioGroup
          name="inSector"
          label="Does it work in one of the sectors that the funder excludes?"
          value={values['inSector']}
          answer={answer}
          isSmall
          options={[
            { value: 'none', label: 'None of them: I looked at what it really does' },
            ...ground.sectors.map(({ key, label }) => ({ value: key, label })),
          ]}
        />
      );
    case 'difficulty':
      return <DifficultyFields ground={ground} answer={answer} />;
    case 'subsidy-headroom':
      return <SubsidyFields ground={ground} answer={answer} />;
    case 'duplication':
      return <DuplicationFields ground={ground} answer={answer} />;
    default:
      return (
        <>
          <TextArea
            name="intention"
            label="What the enterprise wants to reach, in its own words"
            value={values['intention']}
            answer={answer}
            maxLength={2000}
          />
          <JudgementFields values={values} answer={answer} question="Does it mean to grow?" />
        </>
      );
  }
}

function AreaFields({ ground, answer }: FactsFormProps) {
  const { values, area } = ground;
  return (
    <>
      <SelectField
        name="authority"
        label="Local authority where it really trades"
        hint="From a visit, a lease or a bill. A postcode or the registered office is no proof."
        value={values['authority']}
        answer={answer}
        emptyLabel="Choose"
        options={[
          ...area.map(({ code, name }) => ({ value: code, label: name })),
          { value: 'other', label: 'Another one, outside the area' },
        ]}
      />
      <TextField
        name="otherName"
        label="Name of the other authority"
        value={values['otherName']}
        list={authorities.map(({ name }) => name)}
        answer={answer}
        width={20}
        isOptional
      />
      <TextField
        name="evidence"
        label="How you know"
        hint="For example: visit on 3 March; lease seen, kept under Documents."
        value={ground.evidence}
        answer={answer}
      />
    </>
  );
}

function DifficultyFields({ ground, answer }: FactsFormProps) {
  const { values, currency } = ground;
  return (
    <>
      <RadioGroup
        name="isInsolvent"
        label="Are insolvency proceedings open?"
        value={values['isInsolvent']}
        answer={answer}
        isSmall
        isInline
        options={[
          { value: 'no', label: 'No' },
          { value: 'yes', label: 'Yes' },
        ]}
      />
      <MoneyField
        name="capital"
        label="Subscribed capital with share premium"
        hint="From the latest balance sheet."
        currency={currency}
        value={values['capital']}
        answer={answer}
      />
      <MoneyField
        name="losses"
        label="Accumulated losses"
        hint="As a positive amount; 0 when there are none."
        currency={currency}
        value={values['losses']}
        answer={answer}
      />
    </>
  );
}

function DuplicationFields({ ground, answer }: FactsFormProps) {
  const { values } = ground;
  return (
    <>
      <p className="govuk-body">
        Which other programmes or agencies help the enterprise now? Leave all empty when none does.
      </p>
      {[0, 1, 2, 3].map((at) => (
        <div className="app-row" key={at}>
          <TextField
            name={`programme${at}`}
            label={`Programme ${at + 1}`}
            value={values[`programme${at}`]}
            answer={answer}
            width={20}
            isOptional
          />
          <SelectField
            name={`same${at}`}
            label="The same support?"
            value={values[`same${at}`]}
            answer={answer}
            emptyLabel="Not known"
            options={[
              { value: 'no', label: 'No, something else' },
              { value: 'yes', label: 'Yes' },
            ]}
          />
        </div>
      ))}
      <JudgementFields
        values={values}
        answer={answer}
        question="If it may be the same: is it acceptable?"
      />
    </>
  );
}

interface JudgementFieldsProps {
  values: Readonly<Record<string, string>>;
  answer: FormAnswer;
  question: string;
}

function JudgementFields({ values, answer, question }: JudgementFieldsProps) {
  return (
    <>
      <RadioGroup
        name="judgement"
        label={question}
        value={values['judgement'] ?? 'open'}
        answer={answer}
        isSmall
        isInline
        options={[
          { value: 'open', label: 'No judgement yet' },
          { value: 'accept', label: 'Yes' },
          { value: 'refuse', label: 'No' },
        ]}
      />
      <TextArea
        name="reason"
        label="Your reason"
        hint="Needed with a judgement; the applicant may read it."
        rows={2}
        value={values['reason']}
        answer={answer}
        maxLength={1000}
        isOptional
      />
    </>
  );
}

function sicWords(code: string): string {
  const known = describeSic(code);
  return known ? `${code} (${known.division})` : code;
}
