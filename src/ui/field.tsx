import type { ReactNode } from 'react';
import { type FormAnswer, textOf } from '../kernel/form-answer.ts';

export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** The value on the first visit; what was typed wins. */
  value?: string | number | null | undefined;
  /** What the action gave back. */
  answer?: FormAnswer;
  isOptional?: boolean;
  /** Keeps ids apart when a page holds the same form several times. */
  scope?: string;
  /** The label as a heading of the page. */
  isHeading?: boolean;
  hidesLabel?: boolean;
}

/** Ids and texts that tie a field to its hint and error. */
export function fieldParts({ name, value, answer, hint, scope }: FieldProps) {
  const error = answer?.errors?.[name];
  const id = fieldId(name, scope);
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean);
  const typed = answer?.values[name];
  return {
    id,
    error,
    current: typed === undefined ? String(value ?? '') : textOf(answer?.values, name),
    describedBy: described.length > 0 ? described.join(' ') : undefined,
  };
}

/** The id of a field, from its name. */
export function fieldId(name: string, scope?: string): string {
  const own = scope === undefined ? name : `${scope}-${name}`;
  return `field-${own.replace(/[^A-Za-z0-9_-]/g, '-')}`;
}

/** Label, hint and error around one control (GOV.UK form group). */
export function FieldGroup(props: FieldProps & { children: ReactNode }) {
  const { id, error } = fieldParts(props);
  const size = props.isHeading ? ' govuk-label--l' : '';
  const hidden = props.hidesLabel ? ' govuk-visually-hidden' : '';
  const label = (
    <label className={`govuk-label${size}${hidden}`} htmlFor={id}>
      {props.label}
      {props.isOptional ? <span className="app-optional"> (optional)</span> : null}
    </label>
  );
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      {props.isHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label}
      <FieldNotes id={id} hint={props.hint} error={error} />
      {props.children}
    </div>
  );
}

/** The hint above a control and its error. */
export function FieldNotes({
  id,
  hint,
  error,
}: {
  id: string;
  hint?: ReactNode;
  error?: string | undefined;
}) {
  return (
    <>
      {hint ? (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error: </span>
          {error}
        </p>
      ) : null}
    </>
  );
}

interface ErrorSummaryProps {
  answer: FormAnswer;
  scope?: string;
}

/** What stands against the form, at the top, with links to the fields. */
export function ErrorSummary({ answer, scope }: ErrorSummaryProps) {
  const errors = Object.entries(answer.errors ?? {});
  if (errors.length === 0 && !answer.problem) return null;
  return (
    <div className="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 className="govuk-error-summary__title">
          {errors.length === 0 ? 'This could not be done' : 'There is a problem'}
        </h2>
        <div className="govuk-error-summary__body">
          {answer.problem ? <p>{answer.problem}</p> : null}
          {errors.length === 0 ? null : (
            <ul className="govuk-list govuk-error-summary__list">
              {errors.map(([name, message]) => (
                <li key={name}>
                  <a href={`#${fieldId(name, scope)}`}>{message}</a>
                </li>
              ))}
            </ul>
          )}
          {answer.see ? (
            <p>
              <a href={answer.see.href}>{answer.see.label}</a>
            </p>
          ) : null}
        </div>
      </div>
    </div>
  );
}
