import { formatInstant } from '../../../../kernel/calendar.ts';
import { Panel } from '../../../../ui/card.tsx';
import { ButtonRow } from '../../../../ui/form.tsx';
import { Details } from '../../../../ui/summary-list.tsx';
import { type Edit, editWords } from '../allocation.ts';
import type { Change, Totals } from '../proposal.ts';
import { costWords, moveWords } from '../words.ts';
import { DeskButton } from './desk-form.tsx';
import type { DraftKey } from './open-desk.ts';

interface LastStepProps {
  draft: DraftKey;
  done: readonly Edit[];
  undone: readonly Edit[];
  last: { edit: Edit; changes: readonly Change[]; before: Totals; after: Totals } | null;
  names: ReadonlyMap<string, string>;
  zone: string;
}

/** What the last step changed and cost, the way back and forward, and every step so far with its reason. */
export function LastStep({ draft, done, undone, last, names, zone }: LastStepProps) {
  const name = (id: string) => names.get(id) ?? 'Somebody who is gone';
  const words = (edit: Edit) =>
    editWords(edit, { need: name(edit.needId ?? ''), mentor: name(edit.mentorId ?? '') });
  const next = undone.at(-1);
  if (!last && !next) return null;
  return (
    <div className="app-last-step">
      <Panel id="steps">
        <h2 className="govuk-visually-hidden">Steps</h2>
        {last ? (
          <>
            <p className="govuk-body">
              <strong>{words(last.edit)}.</strong>{' '}
              {costWords(last.before, last.after, last.changes)}
            </p>
            {last.changes.length > 0 ? (
              <Details summary={`What moved (${last.changes.length})`}>
                <ul className="govuk-list govuk-list--bullet">
                  {last.changes.map((change) => (
                    <li key={change.needId}>{moveWords(change, name, name)}.</li>
                  ))}
                </ul>
              </Details>
            ) : null}
          </>
        ) : null}
        <ButtonRow>
          {last ? (
            <DeskButton draft={draft} doing="undo" values={lineValues(last.edit)}>
              Undo<span className="govuk-visually-hidden">: {words(last.edit)}</span>
            </DeskButton>
          ) : null}
          {next ? (
            <DeskButton draft={draft} doing="redo" values={lineValues(next)}>
              Redo<span className="govuk-visually-hidden">: {words(next)}</span>
            </DeskButton>
          ) : null}
        </ButtonRow>
        {done.length > 0 ? (
          <Details summary={`Every step in force (${done.length})`}>
            <ol className="govuk-list govuk-list--number">
              {done.map((edit) => (
                <li key={edit.number}>
                  {words(edit)}, {name(edit.madeBy ?? '')}, {formatInstant(edit.madeAt, zone)}
                  {edit.reason === '' ? '' : `: ${edit.reason}`}
                </li>
              ))}
            </ol>
          </Details>
        ) : null}
      </Panel>
    </div>
  );
}

/** Whose line the page opens at afterwards. */
function lineValues({ needId, mentorId }: Edit): Record<string, string> {
  if (needId !== null) return { needId };
  return mentorId === null ? {} : { mentorId };
}
