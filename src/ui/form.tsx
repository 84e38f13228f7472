import type { ReactNode } from 'react';
import { newId } from '../kernel/ids.ts';

interface FormProps {
  children: ReactNode;
  /** Where to post; the page itself when left out. */
  action?: string;
  /** The version of the record being edited; a changed record is then noticed. */
  version?: number;
  /** For file fields. */
  hasFiles?: boolean;
  /** Warns before leaving with unsaved entries. */
  guardsLeaving?: boolean;
  label?: string;
  /** For controls that stand outside and name the form. */
  id?: string;
  /**
   * Sends the entries with `_draft=yes` and without a key a while after typing stops. The action keeps such
   * a draft without raising the record's version.
   */
  savesDraft?: boolean;
}

/** A form that posts once: its key makes a double click or a re-sent form do one thing. */
export function Form(props: FormProps) {
  const { children, action, version, hasFiles, guardsLeaving, label, id, savesDraft } = props;
  return (
    <form
      method="post"
      noValidate
      {...(action === undefined ? {} : { action })}
      {...(hasFiles ? { encType: 'multipart/form-data' } : {})}
      {...(guardsLeaving ? { 'data-guards-leaving': '' } : {})}
      {...(savesDraft ? { 'data-saves-draft': '' } : {})}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(id === undefined ? {} : { id })}
    >
      <input type="hidden" name="_key" value={newId()} />
      {version === undefined ? null : <input type="hidden" name="_version" value={version} />}
      {children}
      {savesDraft ? <p className="app-draft-state" role="status" data-draft-state /> : null}
    </form>
  );
}

/** A hidden value of a form. */
export function HiddenField({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />;
}

interface ButtonProps {
  children: ReactNode;
  kind?: 'primary' | 'secondary' | 'warning';
  name?: string;
  value?: string;
}

const buttonClass = {
  primary: 'govuk-button',
  secondary: 'govuk-button govuk-button--secondary',
  warning: 'govuk-button govuk-button--warning',
};

/** Sends the form it stands in. */
export function Button({ children, kind = 'primary', name, value }: ButtonProps) {
  return (
    <button
      type="submit"
      className={buttonClass[kind]}
      data-module="govuk-button"
      data-prevent-double-click="true"
      {...(name === undefined ? {} : { name })}
      {...(value === undefined ? {} : { value })}
    >
      {children}
    </button>
  );
}

interface LinkButtonProps {
  href: string;
  children: ReactNode;
  kind?: 'primary' | 'secondary' | 'warning';
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ href, children, kind = 'primary' }: LinkButtonProps) {
  return (
    <a
      href={href}
      role="button"
      draggable="false"
      className={buttonClass[kind]}
      data-module="govuk-button"
    >
      {children}
    </a>
  );
}

interface PostButtonProps {
  children: ReactNode;
  action?: string;
  kind?: 'primary' | 'secondary' | 'warning';
  /** Hidden values sent with it. */
  values?: Record<string, string | number>;
}

/** One button as a form of its own. */
export function PostButton({ children, action, kind = 'secondary', values = {} }: PostButtonProps) {
  return (
    <Form {...(action === undefined ? {} : { action })}>
      {Object.entries(values).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <Button kind={kind}>{children}</Button>
    </Form>
  );
}

/** Buttons beside each other; below each other on a phone. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="govuk-button-group app-button-row">{children}</div>;
}
