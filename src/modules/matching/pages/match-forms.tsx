import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { Panel } from '../../../ui/card.tsx';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import { barCauseWords, endCauses, endCauseWords } from '../match.ts';

/** Ends a match: why, and what the next mentor must know. */
export function EndForm({ version, answer }: { version: number; answer: FormAnswer }) {
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
  match: { enrolmentId: string; mentorId: string };
  answer: FormAnswer;
}

/** Keeps the two apart in future rankings. */
export function BarForm({ match, answer }: BarFormProps) {
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
        <Button kind="secondary">Keep apart</Button>
      </Form>
    </Details>
  );
}
