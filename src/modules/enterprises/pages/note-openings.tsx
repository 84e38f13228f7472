import { formatInstant } from '../../../kernel/calendar.ts';
import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { Panel } from '../../../ui/card.tsx';
import { Button, ButtonRow, Form, HiddenField, PostButton } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import type { openingsOf } from '../note-openings/reads.ts';

type Opening = Awaited<ReturnType<typeof openingsOf>>[number] & { isOwn: boolean };

interface NoteOpeningsProps {
  openings: readonly Opening[];
  zone: string;
  mayAsk: boolean;
  answer: FormAnswer;
}

/** Asking to open the notes with a reason, answering such a request, and what was opened before. */
export function NoteOpenings({ openings, zone, mayAsk, answer }: NoteOpeningsProps) {
  const waiting = openings.filter((one) => one.state === 'waiting');
  const earlier = openings.filter((one) => one.state !== 'waiting');
  const asksAlready = waiting.some((one) => one.isOwn);
  return (
    <>
      {waiting.map((one) => (
        <Panel key={one.id} title="A request to open these notes">
          <p className="govuk-body">
            {one.isOwn ? 'You asked' : `${one.askedBy} asks`},{' '}
            {formatInstant(one.requestedAt, zone)}:
          </p>
          <p className="govuk-body app-lines">{one.reason}</p>
          <ButtonRow>
            {one.isOwn ? null : (
              <PostButton kind="primary" values={{ do: 'confirm', opening: one.id }}>
                Let {one.askedBy} read them for a day
              </PostButton>
            )}
            <PostButton values={{ do: 'drop', opening: one.id }}>
              {one.isOwn ? 'Take the request back' : 'Refuse'}
            </PostButton>
          </ButtonRow>
        </Panel>
      ))}
      {mayAsk && !asksAlready ? (
        <Panel title="Ask to open these notes">
          <p className="govuk-body">
            When they must be read all the same, say why. They open to you for a day when a second
            person confirms, and whoever wrote them is told, with your reason.
          </p>
          <Form label="Ask to open these notes">
            <HiddenField name="do" value="ask" />
            <TextArea name="reason" label="Why" rows={3} answer={answer} maxLength={1000} />
            <Button>Ask a second person</Button>
          </Form>
        </Panel>
      ) : null}
      {earlier.length === 0 ? null : (
        <Panel title="Opened before">
          <ul className="govuk-list govuk-list--bullet">
            {earlier.map((one) => (
              <li key={one.id}>
                {formatInstant(one.requestedAt, zone)}, {one.askedBy}: {outcomeOf(one)}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function outcomeOf({ state, answeredBy, reason }: Opening): string {
  if (state === 'withdrawn') return 'taken back';
  if (state === 'refused') return `refused by ${answeredBy ?? 'somebody who has left'}`;
  return `opened, confirmed by ${answeredBy ?? 'somebody who has left'}. ${reason}`;
}
