import type { ReactNode } from 'react';
import { Panel } from './card.tsx';
import { Button, ButtonRow, Form } from './form.tsx';

interface ConfirmPanelProps {
  title: string;
  /** What will happen, to whom, and whether it can be undone. */
  children: ReactNode;
  verb: string;
  cancelHref: string;
  isDangerous?: boolean;
  version?: number;
}

/** Asks before something is done that cannot simply be taken back. Fields for a reason go among the children. */
export function ConfirmPanel(props: ConfirmPanelProps) {
  const { version } = props;
  return (
    <Panel title={props.title}>
      <Form {...(version === undefined ? {} : { version })}>
        {props.children}
        <ButtonRow>
          <Button kind={props.isDangerous ? 'warning' : 'primary'}>{props.verb}</Button>
          <a className="govuk-link" href={props.cancelHref}>
            Cancel
          </a>
        </ButtonRow>
      </Form>
    </Panel>
  );
}
