import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { TwoColumns } from '../../../ui/card.tsx';
import { ChipGroup } from '../../../ui/choice-fields.tsx';
import { ScaleField } from '../../../ui/scale-field.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import { type AreaKey, areas } from '../areas.ts';
import { earlierScore, importanceWords, urgencyWords } from '../diagnosis-form.ts';
import type { ScoreRow } from '../score-of-row.ts';

interface AreaFieldsProps {
  area: AreaKey;
  score: ScoreRow | undefined;
  /** The firm's own score beside the anchors; null while it is kept back or missing. */
  own: number | null;
  /** What an earlier version says of the area; null when it was not looked at. */
  before: ScoreRow | null;
  /** The name of that version. */
  beforeName: string;
  answer: FormAnswer;
}

const asOptions = (words: readonly string[]) =>
  words.map((label, at) => ({ value: String(at), label }));

const chosen = (value: number | null | undefined) =>
  value === null || value === undefined ? [] : [String(value)];

/** Everything an adviser says about one area. */
export function AreaFields({ area, score, own, before, beforeName, answer }: AreaFieldsProps) {
  return (
    <section className="app-panel" id={area}>
      <TwoColumns
        main={
          <ScaleField
            name={`maturity.${area}`}
            label={areas[area].label}
            hint={
              own === null && before === null ? undefined : (
                <>
                  {own === null ? null : `The firm’s own score: ${own}`}
                  {own === null || before === null ? null : <br />}
                  {before === null ? null : `${beforeName}: ${earlierScore(before)}`}
                </>
              )
            }
            anchors={areas[area].anchors}
            value={score?.adviser_maturity}
            answer={answer}
          />
        }
        side={
          <>
            <ChipGroup
              name={`importance.${area}`}
              label="How important for its plans"
              isSingle
              values={chosen(score?.importance)}
              options={asOptions(importanceWords)}
              answer={answer}
            />
            <ChipGroup
              name={`urgency.${area}`}
              label="How urgent"
              isSingle
              values={chosen(score?.urgency)}
              options={asOptions(urgencyWords)}
              answer={answer}
            />
            <TextArea
              name={`note.${area}`}
              label="What you saw"
              value={score?.note}
              answer={answer}
              rows={2}
              isOptional
            />
          </>
        }
      />
    </section>
  );
}
