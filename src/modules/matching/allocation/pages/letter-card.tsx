import { type FormAnswer, listOf, textOf } from '../../../../kernel/form-answer.ts';
import { plural } from '../../../../kernel/text.ts';
import { RadioGroup, SelectField } from '../../../../ui/choice-fields.tsx';
import { HiddenField } from '../../../../ui/form.tsx';
import { Details } from '../../../../ui/summary-list.tsx';
import { Tag } from '../../../../ui/tag.tsx';
import { TextArea, TextField } from '../../../../ui/text-fields.tsx';
import { matchRoles, roleWords } from '../../offer.ts';
import { fitWords } from '../words.ts';
import type { LetterChange } from './letter-change.ts';
import type { Letter } from './open-letters.ts';

interface LetterCardProps {
  letter: Letter;
  mentorHref: string;
  answer: FormAnswer;
  isTicked: boolean;
  change: LetterChange;
}

const changeWords: Record<Exclude<LetterChange, 'same'>, string> = {
  new: 'New since you looked',
  'other-mentor': 'Another mentor than you saw',
};

/** One pair: whether it goes out, to whom, in which words, and why this mentor. */
export function LetterCard({ letter, mentorHref, answer, isTicked, change }: LetterCardProps) {
  const { needId, mentor, firm } = letter;
  const name = (field: string) => `${field}.${needId}`;
  const chosen = listOf(answer.values, name('others'));
  const isFresh = answer.values['needs'] === undefined;
  return (
    <li className="app-rank">
      <HiddenField name="needs" value={needId} />
      <HiddenField name={name('mentor')} value={mentor.id} />
      <div className="app-rank__head">
        <label className="app-tick">
          <input
            type="checkbox"
            name="send"
            value={needId}
            defaultChecked={isTicked}
            {...(letter.needsPlace ? { 'data-picked-alone': '' } : {})}
          />
          <strong>
            {mentor.name} for {firm}
          </strong>
        </label>
        <p className="app-rank__score">
          <strong>{fitWords(letter.total)}</strong> of 100
        </p>
      </div>
      <p className="govuk-body-s app-under">
        {letter.area}, open for {plural(letter.days, 'day')}{' '}
        {change === 'same' ? null : <Tag tone="warn">{changeWords[change]}</Tag>}{' '}
        {letter.isDecided ? <Tag tone="good">Decided</Tag> : null}
        {letter.firmChooses && letter.others.length > 0 ? (
          <Tag tone="info">The firm chooses</Tag>
        ) : null}{' '}
        {letter.needsPlace ? (
          <>
            <Tag tone="warn">Needs one place more than agreed</Tag>{' '}
            <a href={mentorHref}>Agree it with {mentor.name}, then raise the places there</a>
          </>
        ) : null}
      </p>
      <Details
        isOpen={answer.errors?.[name('reason')] !== undefined}
        summary={
          <>
            Read and change the letter
            <Hidden text={` to ${mentor.name} about ${firm}`} />
          </>
        }
      >
        {letter.others.length === 0 ? null : (
          <RadioGroup
            name={name('way')}
            label="Who is asked"
            value={letter.firmChooses ? 'shortlist' : 'offer'}
            options={[
              { value: 'offer', label: `${mentor.name} is asked` },
              { value: 'shortlist', label: `${firm} chooses from a shortlist` },
            ]}
            answer={answer}
            isSmall
          />
        )}
        <p className="govuk-body-s">
          <strong>{letter.subject}</strong>
        </p>
        <p className="govuk-body-s app-prose">{letter.before}</p>
        <TextArea
          name={name('briefing')}
          label="What the mentor reads before saying yes"
          hint="Names are taken out before it leaves: who the firm is, the mentor learns after the yes."
          value={letter.briefing}
          answer={answer}
          rows={10}
          maxLength={9000}
        />
        <p className="govuk-body-s app-prose">{letter.after}</p>
        <SelectField
          name={name('role')}
          label="Role"
          value="specialist"
          options={matchRoles.map((value) => ({ value, label: roleWords[value].label }))}
          answer={answer}
        />
        {letter.firmChooses || letter.reason !== '' ? (
          <TextField
            name={name('reason')}
            {...(letter.firmChooses
              ? {
                  label: `Why ${mentor.name} is asked directly`,
                  hint: `In this programme the firm chooses. Say why only if ${mentor.name} is asked.`,
                }
              : { label: 'Why not the mentor ranked first for this need alone' })}
            value={letter.reason}
            answer={answer}
          />
        ) : null}
        {letter.others.length === 0 ? null : (
          <fieldset className="govuk-fieldset">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
              On the shortlist beside {mentor.name}, if {firm} chooses
            </legend>
            {letter.others.map((other) => (
              <label className="app-tick" key={other.id}>
                <input
                  type="checkbox"
                  name={name('others')}
                  value={other.id}
                  defaultChecked={isFresh || chosen.includes(other.id)}
                />{' '}
                {other.name}
              </label>
            ))}
            <TextArea
              name={name('message')}
              label="A word to the enterprise"
              value={textOf(answer.values, name('message'))}
              answer={answer}
              isOptional
              rows={2}
            />
          </fieldset>
        )}
      </Details>
    </li>
  );
}

function Hidden({ text }: { text: string }) {
  return <span className="govuk-visually-hidden">{text}</span>;
}
