import { type FieldProps, fieldId } from './field.tsx';
import { Fieldset } from './choice-fields.tsx';
import { NumberField } from './text-fields.tsx';

interface DurationFieldProps extends Omit<FieldProps, 'value' | 'isHeading' | 'hidesLabel'> {
  /** Minutes on the first visit. */
  minutes?: number | null;
}

/** Hours and minutes as `<name>Hours` and `<name>Minutes`; `durationOf` reads them back. */
export function DurationField(props: DurationFieldProps) {
  const { name, minutes, answer, scope } = props;
  const error = answer?.errors?.[name];
  const given = minutes ?? null;
  const common = {
    ...(answer === undefined ? {} : { answer }),
    ...(scope === undefined ? {} : { scope }),
    width: 3 as const,
  };
  return (
    <Fieldset
      legend={
        <>
          {props.label}
          {props.isOptional ? <span className="app-optional"> (optional)</span> : null}
        </>
      }
      hint={props.hint}
      error={error}
      id={fieldId(name, scope)}
    >
      <div className="app-pair" id={fieldId(name, scope)}>
        <NumberField
          {...common}
          name={`${name}Hours`}
          label="Hours"
          value={given === null ? null : Math.floor(given / 60)}
        />
        <NumberField
          {...common}
          name={`${name}Minutes`}
          label="Minutes"
          value={given === null ? null : given % 60}
        />
      </div>
    </Fieldset>
  );
}
