import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { Checkbox } from '../../../ui/choice-fields.tsx';
import { Panel } from '../../../ui/card.tsx';
import { DateField, TextArea, TextField } from '../../../ui/text-fields.tsx';
import type { FormFields } from './enterprise-form-values.ts';

interface EnterpriseFormProps {
  values: FormFields;
  answer: FormAnswer;
}

/** The fields of an enterprise, for a new one and for a change. */
export function EnterpriseForm({ values, answer }: EnterpriseFormProps) {
  return (
    <>
      <Panel title="Who it is">
        <TextField name="name" label="Name" value={values.name} answer={answer} />
        <TextField
          name="tradingName"
          label="Trading name"
          hint="If it is known by another name."
          value={values.tradingName}
          answer={answer}
          isOptional
        />
        <Checkbox
          name="isPreStart"
          label="Not trading yet: a person with an idea"
          isChecked={values.isPreStart}
          answer={answer}
        />
        <TextField
          name="companyNumber"
          label="Company number"
          hint="As at Companies House, 8 characters. Sole traders have none."
          value={values.companyNumber}
          answer={answer}
          width={10}
          spellCheck={false}
          isOptional
        />
        <TextField
          name="vatNumber"
          label="VAT number"
          value={values.vatNumber}
          answer={answer}
          width={20}
          spellCheck={false}
          isOptional
        />
        <TextField
          name="legalForm"
          label="Legal form"
          hint="For example private limited company, sole trader, partnership."
          value={values.legalForm}
          answer={answer}
          width={20}
          isOptional
        />
        <DateField
          name="incorporatedOn"
          label="Incorporated on"
          value={values.incorporatedOn}
          answer={answer}
          isOptional
        />
        <DateField
          name="tradingSince"
          label="Trading since"
          hint="The first sale, not the day of incorporation."
          value={values.tradingSince}
          answer={answer}
          isOptional
        />
      </Panel>
      <Panel title="Where it is">
        <TextArea
          name="tradingAddress"
          label="Trading address"
          hint="Where the work is done. An adviser confirms the local authority later."
          value={values.tradingAddress}
          answer={answer}
          isOptional
        />
        <TextField
          name="tradingPostcode"
          label="Postcode of the trading address"
          value={values.tradingPostcode}
          answer={answer}
          width={10}
          autoComplete="off"
          isOptional
        />
        <TextArea
          name="registeredAddress"
          label="Registered office"
          value={values.registeredAddress}
          answer={answer}
          isOptional
        />
        <TextField
          name="registeredPostcode"
          label="Postcode of the registered office"
          value={values.registeredPostcode}
          answer={answer}
          width={10}
          autoComplete="off"
          isOptional
        />
        <TextField
          name="phone"
          label="Telephone"
          type="tel"
          value={values.phone}
          answer={answer}
          width={20}
          isOptional
        />
        <TextField
          name="website"
          label="Website"
          value={values.website}
          answer={answer}
          spellCheck={false}
          isOptional
        />
      </Panel>
      <Panel title="What it does">
        <TextArea
          name="sicCodes"
          label="Activity codes"
          hint="Five-digit SIC 2007 codes, one per line or separated by commas, for example 62012."
          rows={2}
          value={values.sicCodes}
          answer={answer}
          isOptional
        />
        <TextField
          name="sector"
          label="Sector in your own words"
          value={values.sector}
          answer={answer}
          width={30}
          isOptional
        />
        <TextArea
          name="description"
          label="What it makes or does"
          rows={4}
          value={values.description}
          answer={answer}
          maxLength={4000}
          isOptional
        />
        <TextArea
          name="notes"
          label="Notes for staff"
          hint="The firm and its mentors do not see them."
          rows={4}
          value={values.notes}
          answer={answer}
          maxLength={4000}
          isOptional
        />
      </Panel>
    </>
  );
}
