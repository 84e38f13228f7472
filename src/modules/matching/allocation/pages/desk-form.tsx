import type { ReactNode } from 'react';
import { Button, Form, HiddenField } from '../../../../ui/form.tsx';
import type { DraftKey } from './open-desk.ts';

interface DeskFormProps {
  draft: DraftKey;
  doing: string;
  values?: Record<string, string | number>;
  /** Where the desk's actions are answered; the page itself when left out. */
  action?: string;
  label?: string;
  children: ReactNode;
}

/** A form that changes one thing about the shared proposal. */
export function DeskForm({ draft, doing, values = {}, action, label, children }: DeskFormProps) {
  return (
    <Form
      version={draft.version}
      {...(action === undefined ? {} : { action })}
      {...(label === undefined ? {} : { label })}
    >
      <HiddenField name="do" value={doing} />
      <HiddenField name="allocationId" value={draft.id} />
      {Object.entries(values).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}

type DeskButtonProps = Omit<DeskFormProps, 'children'> & {
  children: ReactNode;
  kind?: 'primary' | 'secondary' | 'warning';
};

/** One change as one button. */
export function DeskButton({ children, kind = 'secondary', ...form }: DeskButtonProps) {
  return (
    <DeskForm {...form}>
      <Button kind={kind}>{children}</Button>
    </DeskForm>
  );
}
