import type { FormValues } from '../kernel/form-answer.ts';

/** What was typed or chosen, without the values that a page sends along by itself. */
function wordsOf(values: FormValues): string[] {
  return Object.entries(values)
    .filter(([name]) => !name.startsWith('_'))
    .flatMap(([, value]) => value)
    .filter((text) => /\s/.test(text) || text.length > 40)
    .filter((text) => !/^[0-9a-f-]{36}$/.test(text));
}

/** Sentences of a form that was not taken, so that they can be read and copied. */
export function TypedWords({ values }: { values: FormValues }) {
  const words = wordsOf(values);
  if (words.length === 0) return null;
  return (
    <>
      {words.map((text, at) => (
        <div className="govuk-form-group" key={text}>
          <label className="govuk-label" htmlFor={`typed-${at}`}>
            {words.length === 1 ? 'What you typed' : `What you typed, part ${at + 1}`}
          </label>
          <textarea
            className="govuk-textarea"
            id={`typed-${at}`}
            rows={Math.min(12, 2 + text.length / 80)}
            readOnly
            defaultValue={text}
          />
        </div>
      ))}
    </>
  );
}

/** Every value of a form as it was sent, its key included: however often it is sent, it does one thing. */
export function HiddenValues({ values }: { values: FormValues }) {
  return (
    <>
      {Object.entries(values).flatMap(([name, value]) =>
        [value]
          .flat()
          .map((text, at) => (
            <input key={`${name} ${at}`} type="hidden" name={name} value={text} />
          )),
      )}
    </>
  );
}
