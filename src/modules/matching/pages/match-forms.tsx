import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { Panel } from '../../../ui/card.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import { endingWords } from '../change-letter.ts';
import { barCauseWords, endCauses, endCauseWords } from '../match.ts';

interface EndFormProps {
  version: number;
  names: { mentor: string; enterprise: string };
  answer: FormAnswer;
}

/** Ends a match: why, what the next mentor must know, and both letters before they go. */
export function EndForm({ version, names, answer }: EndFormProps) {
  const drafts = endingWords(names);
  const own = answer.values['do'] === 'end' ? answer : { values: {} };
  return (
    <Panel title="End this match">
      <Form version={version}>
        <HiddenField name="do" value="end" />
        <SelectField
          name="cause"
          label="Why does it end?"
          emptyLabel="Choose"
          options={endCauses.map((value) => ({ value, label: endCauseWords[value] }))}
          answer={own}
        />
        <TextArea
          name="handover"
          label="What must the next mentor know?"
          hint="What was done, what was agreed, what is open. The next mentor reads it in the briefing."
          answer={own}
          rows={5}
          maxLength={5000}
        />
        <TextArea name="note" isPrivate label="For staff only" answer={own} rows={2} isOptional />
        <TextArea
          name="toMentor"
          label={`To ${names.mentor}`}
          hint="Between the greeting and the last line. Cancelled meetings are named by themselves."
          value={drafts.toMentor}
          answer={own}
          rows={6}
          maxLength={3000}
        />
        <TextArea
          name="toEnterprise"
          label={`To ${names.enterprise}`}
          hint="Cancelled meetings, and the question how it went, are added by themselves."
          value={drafts.toEnterprise}
          answer={own}
          rows={4}
          maxLength={3000}
        />
        <label className="app-tick">
          <input type="checkbox" name="next" value="find" /> Go on to find the next mentor
        </label>
        <Button kind="warning">End the match</Button>
      </Form>
    </Panel>
  );
}

/** Notes that the match is to change; the cause is asked on the next page, before anybody new is proposed. */
export function RematchForm({ answer }: { answer: FormAnswer }) {
  const isOpen = answer.values['do'] === 'rematch';
  return (
    <Details summary="Look for another mentor" isOpen={isOpen}>
      <Form label="Look for another mentor">
        <HiddenField name="do" value="rematch" />
        <TextArea
          name="rematchNote"
          label="What happened?"
          hint="Only staff see it"
          answer={isOpen ? answer : { values: {} }}
          rows={2}
          isOptional
        />
        <Button kind="secondary">Say why it changes</Button>
      </Form>
    </Details>
  );
}

const causes = Object.entries(barCauseWords).map(([value, label]) => ({ value, label }));

interface BarFormProps {
  match: { enrolmentId: string; mentorId: string; mentorName: string };
  /** Of a question that waits for the mentor about this enterprise, as the letter says that it is withdrawn. */
  letter: string | null;
  answer: FormAnswer;
}

/** Keeps the two apart in future rankings. */
export function BarForm({ match, letter, answer }: BarFormProps) {
  const own = answer.values['do'] === 'bar' ? answer : { values: {} };
  return (
    <Details summary="Keep these two apart" isOpen={answer.values['do'] === 'bar'}>
      <Form>
        <HiddenField name="do" value="bar" />
        <HiddenField name="enrolmentId" value={match.enrolmentId} />
        <HiddenField name="mentorId" value={match.mentorId} />
        <SelectField name="cause" label="Whose wish?" options={causes} scope="bar" answer={own} />
        <TextArea
          name="reason"
          label="Why"
          hint="Only staff see it"
          scope="bar"
          answer={own}
          rows={2}
        />
        {letter === null ? null : (
          <BarLetter to={match.mentorName} text={letter} scope="bar" answer={own} />
        )}
        <Button kind="secondary">Keep apart</Button>
      </Form>
    </Details>
  );
}

interface BarLetterProps {
  to: string;
  text: string;
  scope: string;
  answer: FormAnswer;
}

/** What a mentor reads whose question about the enterprise is withdrawn when the two are kept apart; never why. */
export function BarLetter({ to, text, scope, answer }: BarLetterProps) {
  return (
    <TextArea
      name="letter"
      label={`What ${to} reads`}
      hint="When a question about this enterprise waits for their answer, it is withdrawn. Say nothing of why."
      scope={scope}
      value={text}
      answer={answer}
      maxLength={4000}
      rows={3}
    />
  );
}
