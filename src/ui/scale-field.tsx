import type { ReactNode } from 'react';
import { type FormAnswer, textOf } from '../kernel/form-answer.ts';
import { type FieldProps, fieldId } from './field.tsx';
import { Fieldset, RadioGroup } from './choice-fields.tsx';

/** One value of a scale, all its written anchors in sight; the first anchor stands for 0. */
export function ScaleField(
  props: FieldProps & {
    anchors: readonly string[];
    /** A last choice that takes the others back. */
    unknown?: string;
  },
) {
  const { anchors, unknown, ...field } = props;
  const options = [
    ...anchors.map((anchor, at) => ({ value: String(at), label: `${at} – ${anchor}` })),
    ...(unknown === undefined ? [] : [{ value: 'unknown', label: unknown }]),
  ];
  return <RadioGroup {...field} options={options} isSmall />;
}

export interface ScaleRow {
  name: string;
  label: string;
  hint?: ReactNode;
  value?: number | null;
  /** Anchors of this row alone. */
  anchors?: readonly string[];
}

interface ScaleTableProps {
  legend: ReactNode;
  hint?: ReactNode;
  rows: readonly ScaleRow[];
  /** What each value means; the first stands for 0. */
  anchors: readonly string[];
  answer?: FormAnswer;
  scope?: string;
}

/** Many areas on one scale: a row of radios each, the anchors written once above. */
export function ScaleTable({ legend, hint, rows, anchors, answer, scope }: ScaleTableProps) {
  return (
    <Fieldset legend={legend} hint={hint} id={fieldId('scale', scope)}>
      <ol className="app-scale__anchors" start={0}>
        {anchors.map((anchor, at) => (
          <li key={at}>
            <strong>{at}</strong> {anchor}
          </li>
        ))}
      </ol>
      <table className="app-scale">
        <thead>
          <tr>
            <th scope="col">Area</th>
            {anchors.map((anchor, at) => (
              <th scope="col" key={at}>
                {at}
                <span className="govuk-visually-hidden"> {anchor}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ScaleTableRow
              key={row.name}
              row={row}
              anchors={row.anchors ?? anchors}
              {...(answer === undefined ? {} : { answer })}
              {...(scope === undefined ? {} : { scope })}
            />
          ))}
        </tbody>
      </table>
    </Fieldset>
  );
}

interface RowProps extends Pick<ScaleTableProps, 'anchors' | 'answer' | 'scope'> {
  row: ScaleRow;
}

function ScaleTableRow({ row, anchors, answer, scope }: RowProps) {
  const id = fieldId(row.name, scope);
  const error = answer?.errors?.[row.name];
  const isTyped = answer !== undefined && Object.keys(answer.values).length > 0;
  const current = isTyped ? textOf(answer.values, row.name) : String(row.value ?? '');
  return (
    <tr className={error ? 'app-scale__row--error' : undefined}>
      <th scope="row">
        {row.label}
        {row.hint ? <span className="app-scale__hint">{row.hint}</span> : null}
        {error ? (
          <span className="app-scale__error" id={`${id}-error`}>
            <span className="govuk-visually-hidden">Error: </span>
            {error}
          </span>
        ) : null}
      </th>
      {anchors.map((anchor, at) => (
        <td key={at}>
          <label className="app-scale__choice">
            <input
              id={at === 0 ? id : `${id}-${at}`}
              type="radio"
              name={row.name}
              value={at}
              defaultChecked={current === String(at)}
              aria-describedby={error ? `${id}-error` : undefined}
            />
            <span title={anchor}>
              <span className="govuk-visually-hidden">{row.label}: </span>
              {at}
              <span className="govuk-visually-hidden"> {anchor}</span>
            </span>
          </label>
        </td>
      ))}
    </tr>
  );
}
