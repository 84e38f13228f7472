import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { listOf } from '../../../kernel/form-answer.ts';
import { Fieldset } from '../../../ui/choice-fields.tsx';
import { dayNames, dayParts } from '../profile-form.ts';

interface SlotGridProps {
  legend: string;
  hint?: string;
  values: readonly string[];
  answer: FormAnswer;
}

/** The week as 21 boxes: which parts of which days suit. */
export function SlotGrid({ legend, hint, values, answer }: SlotGridProps) {
  const isTyped = Object.keys(answer.values).length > 0;
  const chosen = new Set(isTyped ? listOf(answer.values, 'slots') : values);
  return (
    <Fieldset legend={legend} {...(hint === undefined ? {} : { hint })} id="field-slots">
      <div className="app-scrolls">
        <table className="app-slots">
          <thead>
            <tr>
              <th scope="col">Day</th>
              {dayParts.map(({ part, label }) => (
                <th scope="col" key={part}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {dayNames.map((day, at) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                {dayParts.map(({ part, label }) => {
                  const value = `${at + 1}-${part}`;
                  return (
                    <td key={part}>
                      <label className="app-dot">
                        <input
                          type="checkbox"
                          name="slots"
                          value={value}
                          defaultChecked={chosen.has(value)}
                        />
                        <span className="govuk-visually-hidden">
                          {day} {label.toLowerCase()}
                        </span>
                      </label>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Fieldset>
  );
}
