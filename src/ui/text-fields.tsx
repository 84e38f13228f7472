import { type FieldProps, FieldGroup, fieldParts } from './field.tsx';
import { PasswordField } from './password-field.tsx';

type Width = 2 | 3 | 4 | 5 | 10 | 20 | 30;

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search';
  autoComplete?: string;
  width?: Width;
  inputMode?: 'numeric' | 'decimal' | 'text';
  maxLength?: number;
  prefix?: string;
  suffix?: string;
  list?: readonly string[];
  spellCheck?: boolean;
}

/** One line of text. A password is never given back. */
export function TextField(props: TextFieldProps) {
  return props.type === 'password' ? <PasswordField {...props} /> : <LineField {...props} />;
}

function LineField(props: TextFieldProps) {
  const { id, error, current, describedBy } = fieldParts(props);
  const { type = 'text', width, prefix, suffix } = props;
  const input = (
    <input
      id={id}
      name={props.name}
      type={type}
      className={[
        'govuk-input',
        width ? `govuk-input--width-${width}` : '',
        error ? 'govuk-input--error' : '',
      ]
        .filter(Boolean)
        .join(' ')}
      defaultValue={current}
      aria-describedby={describedBy}
      autoComplete={props.autoComplete}
      inputMode={props.inputMode}
      maxLength={props.maxLength}
      spellCheck={props.spellCheck}
      dir={type === 'text' ? 'auto' : undefined}
      list={props.list ? `${id}-list` : undefined}
    />
  );
  return (
    <FieldGroup {...props}>
      {prefix || suffix ? (
        <div className="govuk-input__wrapper">
          {prefix ? (
            <div className="govuk-input__prefix" aria-hidden="true">
              {prefix}
            </div>
          ) : null}
          {input}
          {suffix ? (
            <div className="govuk-input__suffix" aria-hidden="true">
              {suffix}
            </div>
          ) : null}
        </div>
      ) : (
        input
      )}
      {props.list ? (
        <datalist id={`${id}-list`}>
          {props.list.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      ) : null}
    </FieldGroup>
  );
}

/** A whole or decimal number. */
export function NumberField(props: Omit<TextFieldProps, 'type'> & { isDecimal?: boolean }) {
  const { isDecimal, ...rest } = props;
  return (
    <TextField
      width={5}
      {...rest}
      inputMode={isDecimal ? 'decimal' : 'numeric'}
      spellCheck={false}
    />
  );
}

/** An amount of money in major units; the page turns it into minor units. */
export function MoneyField(props: Omit<TextFieldProps, 'type'> & { currency?: string }) {
  const { currency = 'GBP', ...rest } = props;
  const symbol = { GBP: '£', EUR: '€', USD: '$' }[currency] ?? currency;
  return <TextField width={10} {...rest} prefix={symbol} inputMode="decimal" spellCheck={false} />;
}

interface TextAreaProps extends FieldProps {
  rows?: number;
  /** Never copied into the browser: a private note or remark. */
  isPrivate?: boolean;
  maxLength?: number;
}

/** Several lines; with `maxLength` the characters left are counted. */
export function TextArea(props: TextAreaProps) {
  const { id, error, current, describedBy } = fieldParts(props);
  const { maxLength } = props;
  const describes = [describedBy, maxLength ? `${id}-info` : null].filter(Boolean).join(' ');
  const group = (
    <FieldGroup {...props}>
      <textarea
        id={id}
        name={props.name}
        rows={props.rows ?? 3}
        className={[
          'govuk-textarea',
          maxLength ? 'govuk-js-character-count' : '',
          error ? 'govuk-textarea--error' : '',
        ]
          .filter(Boolean)
          .join(' ')}
        defaultValue={current}
        dir="auto"
        data-private={props.isPrivate ? '' : undefined}
        aria-describedby={describes === '' ? undefined : describes}
      />
      {maxLength ? (
        <div id={`${id}-info`} className="govuk-hint govuk-character-count__message">
          You can enter up to {maxLength.toLocaleString('en-GB')} characters.
        </div>
      ) : null}
    </FieldGroup>
  );
  if (!maxLength) return group;
  return (
    <div
      className="govuk-character-count"
      data-module="govuk-character-count"
      data-maxlength={maxLength}
      data-threshold="75"
    >
      {group}
    </div>
  );
}

/** A calendar day, `YYYY-MM-DD`, in the browser's own date field. */
export function DateField(props: FieldProps & { min?: string; max?: string }) {
  const { id, error, current, describedBy } = fieldParts(props);
  return (
    <FieldGroup {...props}>
      <input
        id={id}
        name={props.name}
        type="date"
        className={`govuk-input app-date${error ? ' govuk-input--error' : ''}`}
        defaultValue={current}
        min={props.min}
        max={props.max}
        aria-describedby={describedBy}
      />
    </FieldGroup>
  );
}

/** A time of day, `HH:MM`. */
export function TimeField(props: FieldProps) {
  const { id, error, current, describedBy } = fieldParts(props);
  return (
    <FieldGroup {...props}>
      <input
        id={id}
        name={props.name}
        type="time"
        className={`govuk-input app-time${error ? ' govuk-input--error' : ''}`}
        defaultValue={current}
        aria-describedby={describedBy}
      />
    </FieldGroup>
  );
}

/** A file to send; the hint names kinds and size. */
export function FileField(props: FieldProps & { accept?: string }) {
  const { id, error, describedBy } = fieldParts(props);
  return (
    <FieldGroup {...props}>
      <input
        id={id}
        name={props.name}
        type="file"
        accept={props.accept}
        className={`govuk-file-upload${error ? ' govuk-file-upload--error' : ''}`}
        aria-describedby={describedBy}
      />
    </FieldGroup>
  );
}
