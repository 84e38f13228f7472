import type { ReactNode } from 'react';
import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { Panel } from '../../../ui/card.tsx';
import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import type { Hanging } from '../hanging.ts';
import { EndingLetters } from './ending-letters.tsx';

interface EndingFormProps {
  verb: string;
  cancelHref: string;
  hanging: Hanging;
  answer: FormAnswer;
  /** The fields of this ending: its reason and what came of it. */
  children: ReactNode;
  version?: number;
  /** Where a match that stands in the way is ended. */
  matchHref?: (id: string) => string;
  /** For what can be taken back. */
  isMild?: boolean;
}

/** What ends, who is told and in which words, before anything happens. */
export function EndingForm(props: EndingFormProps) {
  const { hanging, answer, version, matchHref } = props;
  if (hanging.blocking.length > 0) {
    return (
      <Panel title="End these matches first, each with a handover">
        <ul className="govuk-list govuk-list--bullet">
          {hanging.blocking.map(({ id, label }) => (
            <li key={id}>{matchHref ? <a href={matchHref(id)}>{label}</a> : label}</li>
          ))}
        </ul>
        <a className="govuk-link" href={props.cancelHref}>
          Back
        </a>
      </Panel>
    );
  }
  return (
    <Form {...(version === undefined ? {} : { version })} label={props.verb}>
      {hanging.lines.length > 0 ? (
        <Panel title="What ends with it">
          <ul className="govuk-list govuk-list--bullet">
            {hanging.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {hanging.letters.length > 0 ? (
        <Panel title="Letters that go out with it">
          <p className="govuk-body">
            Change the words as you like. Greeting and farewell are added, and what must be said of
            meetings that were planned.
          </p>
          <EndingLetters letters={hanging.letters} answer={answer} />
        </Panel>
      ) : null}
      {props.children}
      <ButtonRow>
        <Button kind={props.isMild ? 'primary' : 'warning'}>{props.verb}</Button>
        <a className="govuk-link" href={props.cancelHref}>
          Cancel
        </a>
      </ButtonRow>
    </Form>
  );
}
