import { type FormAnswer, textOf } from '../../../kernel/form-answer.ts';
import { type StyleAnswers, styleAxes, styleWords } from '../working-style.ts';

interface StyleFieldsProps {
  values: StyleAnswers;
  answer: FormAnswer;
}

/** The eight axes, a row of five choices each with words at both ends; any may be left open. */
export function StyleFields({ values, answer }: StyleFieldsProps) {
  const isTyped = Object.keys(answer.values).length > 0;
  return (
    <div className="app-axes">
      {styleAxes.map((axis) => {
        const [one, five] = styleWords[axis];
        const current = isTyped
          ? textOf(answer.values, `axis-${axis}`)
          : String(values[axis] ?? '');
        return (
          <fieldset className="app-axis" key={axis}>
            <legend className="govuk-visually-hidden">
              From “{one}” to “{five}”
            </legend>
            <span className="app-axis__end">{one}</span>
            <span className="app-axis__choices">
              {[1, 2, 3, 4, 5].map((value) => (
                <label className="app-dot" key={value}>
                  <input
                    type="radio"
                    name={`axis-${axis}`}
                    value={value}
                    defaultChecked={current === String(value)}
                  />
                  <span className="govuk-visually-hidden">{pointWords(value, one, five)}</span>
                </label>
              ))}
            </span>
            <span className="app-axis__end">{five}</span>
          </fieldset>
        );
      })}
    </div>
  );
}

function pointWords(value: number, one: string, five: string): string {
  return [one, `rather ${one}`, 'in between', `rather ${five}`, five][value - 1] ?? '';
}
