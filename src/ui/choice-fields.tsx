import type { ReactNode } from 'react';
import { listOf } from '../kernel/form-answer.ts';
import { type FieldProps, FieldGroup, FieldNotes, fieldParts } from './field.tsx';

export interface Option {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Fields that show while this radio or box is chosen; without scripts they always show. */
  reveals?: ReactNode;
}

/** One of many, folded away. An `emptyLabel` adds a first choice that is none. */
export function SelectField(
  props: FieldProps & { options: readonly Option[]; emptyLabel?: string },
) {
  const { id, error, current, describedBy } = fieldParts(props);
  return (
    <FieldGroup {...props}>
      <select
        id={id}
        name={props.name}
        className={`govuk-select${error ? ' govuk-select--error' : ''}`}
        defaultValue={current}
        aria-describedby={describedBy}
      >
        {props.emptyLabel === undefined ? null : <option value="">{props.emptyLabel}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldGroup>
  );
}

interface FieldsetProps {
  legend: ReactNode;
  children: ReactNode;
  isHeading?: boolean;
  hint?: ReactNode;
  /** Ties hint and error to the group; `fieldId(name)` of its field. */
  id?: string;
  error?: string | undefined;
  hidesLegend?: boolean;
}

/** A group of controls under one legend. */
export function Fieldset({
  legend,
  children,
  isHeading,
  hint,
  id = 'field-group',
  error,
  hidesLegend,
}: FieldsetProps) {
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <fieldset
        className="govuk-fieldset"
        aria-describedby={described === '' ? undefined : described}
      >
        <legend
          className={`govuk-fieldset__legend${isHeading ? ' govuk-fieldset__legend--l' : ' govuk-fieldset__legend--s'}${hidesLegend ? ' govuk-visually-hidden' : ''}`}
        >
          {isHeading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
        <FieldNotes id={id} hint={hint} error={error} />
        {children}
      </fieldset>
    </div>
  );
}

interface GroupProps extends FieldProps {
  options: readonly Option[];
  isInline?: boolean;
  isSmall?: boolean;
}

/** One of a few, all in sight. The first choice takes the field's id, so that error links land on it. */
export function RadioGroup(props: GroupProps) {
  const { id, error, current } = fieldParts(props);
  return (
    <Fieldset legend={legendOf(props)} hint={props.hint} id={id} error={error} {...flags(props)}>
      <div
        className={`govuk-radios${props.isInline ? ' govuk-radios--inline' : ''}${props.isSmall ? ' govuk-radios--small' : ''}`}
      >
        {props.options.map((option, at) => {
          const own = at === 0 ? id : `${id}-${at}`;
          return [
            <div className="govuk-radios__item" key={option.value}>
              <input
                className="govuk-radios__input"
                id={own}
                name={props.name}
                type="radio"
                value={option.value}
                defaultChecked={current === option.value}
                data-reveals={option.reveals ? `${own}-reveals` : undefined}
                aria-describedby={option.hint ? `${own}-item-hint` : undefined}
              />
              <label className="govuk-label govuk-radios__label" htmlFor={own}>
                {option.label}
              </label>
              {option.hint ? (
                <div id={`${own}-item-hint`} className="govuk-hint govuk-radios__hint">
                  {option.hint}
                </div>
              ) : null}
            </div>,
            option.reveals ? (
              <div
                key={`${option.value} reveals`}
                id={`${own}-reveals`}
                className="govuk-radios__conditional"
              >
                {option.reveals}
              </div>
            ) : null,
          ];
        })}
      </div>
    </Fieldset>
  );
}

interface ManyProps extends Omit<GroupProps, 'value'> {
  values?: readonly string[];
}

/** Any number of choices. */
export function CheckboxGroup(props: ManyProps) {
  const { id, error } = fieldParts(props);
  const chosen = new Set(chosenOf(props));
  return (
    <Fieldset legend={legendOf(props)} hint={props.hint} id={id} error={error} {...flags(props)}>
      <div
        className={`govuk-checkboxes${props.isSmall ? ' govuk-checkboxes--small' : ''}${props.isInline ? ' app-checkboxes--inline' : ''}`}
      >
        {props.options.map((option, at) => {
          const own = at === 0 ? id : `${id}-${at}`;
          return [
            <div className="govuk-checkboxes__item" key={option.value}>
              <input
                className="govuk-checkboxes__input"
                id={own}
                name={props.name}
                type="checkbox"
                value={option.value}
                defaultChecked={chosen.has(option.value)}
                data-reveals={option.reveals ? `${own}-reveals` : undefined}
                aria-describedby={option.hint ? `${own}-item-hint` : undefined}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={own}>
                {option.label}
              </label>
              {option.hint ? (
                <div id={`${own}-item-hint`} className="govuk-hint govuk-checkboxes__hint">
                  {option.hint}
                </div>
              ) : null}
            </div>,
            option.reveals ? (
              <div
                key={`${option.value} reveals`}
                id={`${own}-reveals`}
                className="govuk-checkboxes__conditional"
              >
                {option.reveals}
              </div>
            ) : null,
          ];
        })}
      </div>
    </Fieldset>
  );
}

/** One yes-or-nothing box; its value is `yes`. */
export function Checkbox(props: FieldProps & { isChecked?: boolean }) {
  const { id, error, describedBy } = fieldParts(props);
  const typed = props.answer && Object.keys(props.answer.values).length > 0;
  const isChecked = typed ? props.answer?.values[props.name] === 'yes' : props.isChecked === true;
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      {error ? <FieldNotes id={id} error={error} /> : null}
      <div className="govuk-checkboxes govuk-checkboxes--small">
        <div className="govuk-checkboxes__item">
          <input
            className="govuk-checkboxes__input"
            id={id}
            name={props.name}
            type="checkbox"
            value="yes"
            defaultChecked={isChecked}
            aria-describedby={describedBy}
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
            {props.label}
          </label>
          {props.hint ? (
            <div id={`${id}-hint`} className="govuk-hint govuk-checkboxes__hint">
              {props.hint}
            </div>
          ) : null}
        </div>
      </div>
    </div>
  );
}

/** Choices as chips, big enough for a thumb; `isSingle` lets one be chosen. */
export function ChipGroup(props: ManyProps & { isSingle?: boolean }) {
  const { id, error } = fieldParts(props);
  const chosen = new Set(chosenOf(props));
  return (
    <Fieldset legend={legendOf(props)} hint={props.hint} id={id} error={error} {...flags(props)}>
      <div className="app-chips">
        {props.options.map((option, at) => {
          const own = at === 0 ? id : `${id}-${at}`;
          return (
            <div className="app-chip" key={option.value}>
              <input
                className="app-chip__input"
                id={own}
                name={props.name}
                type={props.isSingle ? 'radio' : 'checkbox'}
                value={option.value}
                defaultChecked={chosen.has(option.value)}
              />
              <label className="app-chip__label" htmlFor={own}>
                {option.label}
              </label>
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}

function chosenOf({ name, values = [], answer }: ManyProps): readonly string[] {
  const isTyped = answer && Object.keys(answer.values).length > 0;
  return isTyped ? listOf(answer.values, name) : values;
}

function legendOf({ label, isOptional }: Pick<FieldProps, 'label' | 'isOptional'>) {
  return isOptional ? (
    <>
      {label}
      <span className="app-optional"> (optional)</span>
    </>
  ) : (
    label
  );
}

function flags({ isHeading, hidesLabel }: Pick<FieldProps, 'isHeading' | 'hidesLabel'>) {
  return {
    ...(isHeading === undefined ? {} : { isHeading }),
    ...(hidesLabel === undefined ? {} : { hidesLegend: hidesLabel }),
  };
}
