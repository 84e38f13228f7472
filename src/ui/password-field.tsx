import { type FieldProps, FieldGroup, fieldParts } from './field.tsx';

interface PasswordFieldProps extends FieldProps {
  autoComplete?: string | undefined;
  maxLength?: number | undefined;
}

/**
 * A password, never given back. Its button shows what is typed and appears with scripts only; its name says nothing of
 * "password", so that the field is the one control of that name.
 */
export function PasswordField(props: PasswordFieldProps) {
  const { id, error, describedBy } = fieldParts(props);
  return (
    <FieldGroup {...props}>
      <div
        className="govuk-input__wrapper govuk-password-input__wrapper"
        data-module="govuk-password-input"
      >
        <input
          id={id}
          name={props.name}
          type="password"
          className={`govuk-input govuk-password-input__input govuk-js-password-input-input govuk-input--width-30${error ? ' govuk-input--error' : ''}`}
          aria-describedby={describedBy}
          autoComplete={props.autoComplete}
          autoCapitalize="none"
          maxLength={props.maxLength}
          spellCheck={false}
        />
        <button
          type="button"
          className="govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle"
          aria-controls={id}
          aria-label="Show what is typed"
          hidden
        >
          Show
        </button>
      </div>
    </FieldGroup>
  );
}
