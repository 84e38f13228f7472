import { formatInstant } from '../../../../kernel/calendar.ts';
import { Panel } from '../../../../ui/card.tsx';
import { ButtonRow } from '../../../../ui/form.tsx';
import { type Edit, editWords } from '../../allocation/allocation.ts';
import { DeskButton } from '../../allocation/pages/desk-form.tsx';
import type { DraftKey } from '../../allocation/pages/open-desk.ts';

interface StepsSoFarProps {
  draft: DraftKey;
  done: readonly Edit[];
  undone: readonly Edit[];
  zone: string;
  nameOf: (id: string) => string;
}

/** What was changed about the proposal, with the way back. */
export function StepsSoFar({ draft, done, undone, zone, nameOf }: StepsSoFarProps) {
  if (done.length === 0 && undone.length === 0) return null;
  const words = (edit: Edit) =>
    editWords(edit, { need: nameOf(edit.needId ?? ''), mentor: nameOf(edit.mentorId ?? '') });
  const last = done.at(-1);
  const next = undone.at(-1);
  return (
    <Panel title="Steps so far">
      {done.length === 0 ? (
        <p className="govuk-body">None is in force.</p>
      ) : (
        <ol className="govuk-list govuk-list--number">
          {done.map((edit) => (
            <li key={edit.number}>
              {words(edit)}, {formatInstant(edit.madeAt, zone)}
              {edit.reason === '' ? '' : `: ${edit.reason}`}
            </li>
          ))}
        </ol>
      )}
      <ButtonRow>
        {last ? (
          <DeskButton draft={draft} doing="undo">
            Undo<span className="govuk-visually-hidden">: {words(last)}</span>
          </DeskButton>
        ) : null}
        {next ? (
          <DeskButton draft={draft} doing="redo">
            Redo<span className="govuk-visually-hidden">: {words(next)}</span>
          </DeskButton>
        ) : null}
      </ButtonRow>
    </Panel>
  );
}
