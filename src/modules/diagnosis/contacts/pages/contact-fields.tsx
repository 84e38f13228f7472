import type { FormAnswer } from '../../../../kernel/form-answer.ts';
import { ChipGroup, RadioGroup, SelectField } from '../../../../ui/choice-fields.tsx';
import { Details } from '../../../../ui/summary-list.tsx';
import { DateField, TextArea, TimeField } from '../../../../ui/text-fields.tsx';
import { contactKinds, contactKindWords } from '../../contact.ts';
import { weeklyQuestions } from '../contact-form.ts';

interface ContactFieldsProps {
  answer: FormAnswer;
  today: string;
  people: readonly { id: string; name: string }[];
  /** Whom to ring now. */
  proposed: string | null;
  matches: readonly { id: string; words: string }[];
  nextHint: string;
  showsNote: boolean;
}

/** One call on one screen, in the order in which it is talked through. */
export function ContactFields(props: ContactFieldsProps) {
  const { answer, today, people, matches } = props;
  const isLate = ['date', 'time'].some((name) => answer.errors?.[name] || answer.values[name]);
  return (
    <>
      <ChipGroup
        name="kind"
        label="How you were in touch"
        isSingle
        values={['call']}
        options={contactKinds.map((value) => ({ value, label: contactKindWords[value] }))}
        answer={answer}
      />
      {people.length === 0 ? null : (
        <SelectField
          name="withPersonId"
          label="With"
          value={props.proposed}
          emptyLabel="Somebody else"
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          answer={answer}
        />
      )}
      {weeklyQuestions.map(({ name, label }) => (
        <TextArea key={name} name={name} label={label} rows={2} answer={answer} isOptional />
      ))}
      <RadioGroup
        name="hasIssueChanged"
        label="Has the main issue changed?"
        isSmall
        options={[
          { value: 'no', label: 'No' },
          {
            value: 'yes',
            label: 'Yes',
            hint: 'After saving you go on to the next need and mentor.',
            reveals: (
              <>
                <TextArea
                  name="changedIssue"
                  label="What is it now?"
                  rows={2}
                  answer={answer}
                  isOptional
                />
                {matches.length > 1 ? (
                  <SelectField
                    name="matchId"
                    label="Which mentor worked on the old issue?"
                    options={matches.map(({ id, words }) => ({ value: id, label: words }))}
                    answer={answer}
                  />
                ) : null}
              </>
            ),
          },
        ]}
        answer={answer}
      />
      <DateField
        name="nextContactOn"
        label="Next contact"
        hint={props.nextHint}
        min={today}
        answer={answer}
        isOptional
      />
      <Details summary="It was not just now" isOpen={isLate}>
        <div className="app-line">
          <DateField name="date" label="Day" max={today} answer={answer} isOptional />
          <TimeField name="time" label="Time" answer={answer} isOptional />
        </div>
      </Details>
      {props.showsNote ? (
        <Details
          summary="Private note, for advisers only"
          isOpen={Boolean(answer.errors?.['privateNote'] ?? answer.values['privateNote'])}
        >
          <TextArea
            name="privateNote"
            isPrivate
            label="Private note"
            hint="Kept sealed and apart from the contact; each reading is recorded."
            rows={2}
            answer={answer}
            isOptional
          />
        </Details>
      ) : null}
    </>
  );
}
