import type { ReactNode } from 'react';
import { Form } from './form.tsx';

interface BulkBarProps {
  /** The id that the table's `pick.form` names. */
  id: string;
  /** The names of the boxes, for "choose all". */
  picks: string;
  label: string;
  action?: string;
  /** Fields and buttons; a button's name and value say what to do. */
  children: ReactNode;
}

/** What can be done with the rows that are chosen in the table. */
export function BulkBar({ id, picks, label, action, children }: BulkBarProps) {
  return (
    <Form id={id} label={label} {...(action === undefined ? {} : { action })}>
      <div className="app-bulk">
        <label className="app-bulk__all" hidden data-picks-all={picks}>
          <input type="checkbox" /> Choose all on this page
        </label>
        {children}
      </div>
    </Form>
  );
}
