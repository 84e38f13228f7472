import type { FormAnswer } from '../../../../kernel/form-answer.ts';
import { Checkbox, RadioGroup, SelectField } from '../../../../ui/choice-fields.tsx';
import { Button, ButtonRow } from '../../../../ui/form.tsx';
import { NumberField, TextArea, TextField } from '../../../../ui/text-fields.tsx';
import { seenByWords } from '../../../diagnosis/need-form.ts';
import { areaKeys, areaLabels } from '../../../programmes/area.ts';
import { priorityWords } from '../../queue/step.ts';
import type { RematchPage } from './open-rematch.ts';

interface FieldsProps {
  page: RematchPage;
  answer: FormAnswer;
}

const results = [
  { value: 'changed', label: 'Something else matters more now' },
  { value: 'met', label: 'Met' },
  { value: 'partly-met', label: 'Partly met' },
  { value: 'not-met', label: 'Not met' },
  { value: 'withdrawn', label: 'Withdrawn' },
];

/** What the need becomes, and whether the present mentor goes on with it. */
export function NeedFields({ page, answer }: FieldsProps) {
  const { match, next } = page;
  const against = next.goingOn?.against ?? [];
  return (
    <>
      <SelectField
        name="result"
        label="What came of the need so far?"
        value="changed"
        options={results}
        answer={answer}
      />
      <TextField name="resultNote" label="In a sentence" answer={answer} isOptional />
      <SelectField
        name="next.area"
        label="What is needed next"
        value={page.area}
        emptyLabel="Choose"
        options={areaKeys.map((value) => ({ value, label: areaLabels[value] }))}
        answer={answer}
      />
      <TextArea
        name="next.detail"
        label="In a sentence or two"
        value={page.said}
        answer={answer}
        maxLength={2000}
      />
      <TextField
        name="next.topics"
        label="Topics"
        hint="Parted by commas"
        answer={answer}
        isOptional
      />
      <RadioGroup
        name="next.seenBy"
        label="Who sees it so?"
        hint="The firm’s letter says “you said” only where it did."
        value={page.said === '' ? 'adviser' : 'enterprise'}
        options={Object.entries(seenByWords).map(([value, label]) => ({ value, label }))}
        answer={answer}
        isInline
        isSmall
      />
      <SelectField
        name="next.priority"
        label="How pressing"
        value={match.priority}
        options={Object.entries(priorityWords).map(([value, label]) => ({ value, label }))}
        answer={answer}
      />
      <NumberField
        name="hours"
        label="Hours a month"
        value={match.minutesPerMonth / 60}
        answer={answer}
        isDecimal
      />
      <RadioGroup
        name="mentor"
        label={`Does ${match.mentorName} go on?`}
        value="end"
        options={[
          {
            value: 'keep',
            label: `Yes, ${match.mentorName} goes on with the next need`,
            ...(against.length === 0
              ? {}
              : { hint: `Against it: ${against.map((each) => each.because).join(' ')}` }),
          },
          { value: 'end', label: 'No, the match ends and another mentor is found' },
        ]}
        isSmall
        answer={answer}
      />
      {against.length > 0 || answer.errors?.['overrideReason'] ? (
        <TextArea
          name="overrideReason"
          isPrivate
          label={`Why ${match.mentorName} goes on all the same`}
          hint="Needed where a rule speaks against it. For staff."
          answer={answer}
          rows={2}
          isOptional
        />
      ) : null}
    </>
  );
}

/** What the next mentor must know, and what only staff see. */
export function HandoverFields({ page, answer }: FieldsProps) {
  const { match } = page;
  return (
    <>
      <TextArea
        name="handover"
        label="What must the next mentor know?"
        hint="A draft from shared summaries and open actions. The next mentor reads it in the briefing."
        value={page.draft}
        answer={answer}
        rows={8}
        maxLength={5000}
      />
      <TextArea name="note" isPrivate label="For staff only" answer={answer} rows={2} isOptional />
      {page.cause === 'need-changed' ? null : (
        <>
          <Checkbox
            name="apart"
            label={`Never match ${match.mentorName} with them again`}
            answer={answer}
          />
          <TextArea
            name="keepApart"
            isPrivate
            label="Why they are kept apart"
            hint="Only staff see it."
            answer={answer}
            rows={2}
            isOptional
          />
        </>
      )}
    </>
  );
}

/** Both letters as they will go out, to be edited, and the button that sends them; first the one that drafts them. */
export function LetterFields({ page, answer }: FieldsProps) {
  const { match } = page;
  const isDrafted = answer.values['lettersShown'] === 'yes';
  if (!isDrafted) {
    return (
      <ButtonRow>
        <Button name="letters" value="draft">
          See both letters
        </Button>
      </ButtonRow>
    );
  }
  return (
    <>
      <h3 className="govuk-heading-s">The letters, before they go</h3>
      <input type="hidden" name="lettersShown" value="yes" />
      <TextArea
        name="toMentor"
        label={`To ${match.mentorName}`}
        hint="Between the greeting and the last line. Cancelled meetings are named by themselves."
        answer={answer}
        rows={5}
        maxLength={3000}
      />
      <TextArea
        name="toEnterprise"
        label={`To ${match.enterpriseName}`}
        hint="Cancelled meetings, and the question how it went, are added by themselves."
        answer={answer}
        rows={5}
        maxLength={3000}
      />
      <ButtonRow>
        <Button>
          {page.cause === 'need-changed'
            ? 'Open the next need and send the letters'
            : 'End it and send the letters'}
        </Button>
        <Button kind="secondary" name="letters" value="draft">
          Draft the letters anew
        </Button>
      </ButtonRow>
    </>
  );
}
