import type { FormAnswer, FormValues } from '../../../kernel/form-answer.ts';
import { listOf, textOf } from '../../../kernel/form-answer.ts';
import { CheckboxGroup } from '../../../ui/choice-fields.tsx';
import { Button, Form } from '../../../ui/form.tsx';
import { TextArea, TextField } from '../../../ui/text-fields.tsx';
import { meetingModes } from '../profile.ts';
import { availabilityOf, slotsIn, styleOf, wordsOf } from '../profile-form.ts';
import type { workingStyleOf } from '../reads.ts';
import { meetingWords } from '../profile-words.ts';
import { SlotGrid } from './slot-grid.tsx';
import { StyleFields } from './style-fields.tsx';

type Stored = Awaited<ReturnType<typeof workingStyleOf>>;

interface WorkingStyleFormProps {
  stored: Stored;
  answer: FormAnswer;
  mayRecord: boolean;
}

/** How an enterprise wishes to be worked with; it and its adviser fill in the same form. */
export function WorkingStyleForm({ stored, answer, mayRecord }: WorkingStyleFormProps) {
  return (
    <Form guardsLeaving>
      <TextArea
        name="wish"
        label="What should your mentor be like?"
        hint="In your own words. Mentors are told, so leave out what only your adviser should know."
        value={stored?.wish}
        answer={answer}
        maxLength={1000}
        rows={4}
      />
      <h2 className="govuk-heading-m">How should they work with you?</h2>
      <StyleFields values={stored?.axes ?? {}} answer={answer} />
      <CheckboxGroup
        name="meets"
        label="How do you want to meet?"
        hint="Leave all open if you do not mind"
        options={meetingModes.map((value) => ({ value, label: meetingWords[value] }))}
        values={stored?.meets ?? []}
        answer={answer}
        isSmall
      />
      <TextField
        name="languages"
        label="Languages"
        hint="Only if the mentor must speak one of them; parted by commas"
        value={stored?.languages.join(', ')}
        answer={answer}
        isOptional
      />
      <SlotGrid
        legend="When does it suit you?"
        values={slotsIn(stored?.availability ?? [])}
        answer={answer}
      />
      {mayRecord ? <Button>Save</Button> : null}
    </Form>
  );
}

/** What the form says, for the command. */
export function workingStyleInput(enterpriseId: string, form: FormValues) {
  return {
    enterpriseId,
    axes: styleOf(form),
    wish: textOf(form, 'wish'),
    languages: wordsOf(form, 'languages'),
    meets: listOf(form, 'meets') as (typeof meetingModes)[number][],
    availability: availabilityOf(form),
  };
}
