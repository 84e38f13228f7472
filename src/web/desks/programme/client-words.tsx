import { type CalendarDate, formatDate } from '../../../kernel/calendar.ts';
import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { Panel } from '../../../ui/card.tsx';
import { Checkbox, SelectField } from '../../../ui/choice-fields.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';

interface ClientWordsProps {
  comments: readonly {
    id: string;
    body: string;
    saidBy: string | null;
    saidOn: CalendarDate;
    mayPublish: boolean;
  }[];
  /** Who of the firm can have said it. */
  people: readonly { value: string; label: string }[];
  mayAdd: boolean;
  answer: FormAnswer;
}

/** What the client said, word for word, and the form to keep more of it. */
export function ClientWords({ comments, people, mayAdd, answer }: ClientWordsProps) {
  return (
    <Panel title="In their own words">
      {comments.length === 0 ? <p className="govuk-body">Nothing yet.</p> : null}
      {comments.map((comment) => (
        <blockquote className="app-quote" key={comment.id}>
          <p>{comment.body}</p>
          <footer>
            {comment.saidBy ? `${comment.saidBy}, ` : ''}
            {formatDate(comment.saidOn)}
            {comment.mayPublish ? ' (may be published)' : ''}
          </footer>
        </blockquote>
      ))}
      {mayAdd ? (
        <Details summary="Add what they said" isOpen={answer.errors?.['body'] !== undefined}>
          <Form label="Add what they said">
            <HiddenField name="do" value="comment" />
            <TextArea name="body" label="What they said, word for word" answer={answer} />
            {people.length === 0 ? null : (
              <SelectField
                name="saidBy"
                label="Who said it"
                emptyLabel="Not known"
                options={people}
                answer={answer}
              />
            )}
            <Checkbox
              name="mayPublish"
              label="They agree that it is published with their name"
              answer={answer}
            />
            <Button>Keep</Button>
          </Form>
        </Details>
      ) : null}
    </Panel>
  );
}
