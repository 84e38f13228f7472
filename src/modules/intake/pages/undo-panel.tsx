import { formatInstant } from '../../../kernel/calendar.ts';
import { plural } from '../../../kernel/text.ts';
import { Panel } from '../../../ui/card.tsx';
import { ButtonRow, LinkButton, PostButton } from '../../../ui/form.tsx';
import { undoUntil } from '../import/undo-rule.ts';
import type { ImportRunView } from '../reads.ts';

interface Props {
  run: ImportRunView;
  zone: string;
  /** The question was asked; otherwise only the way to it is shown. */
  asks: boolean;
}

/** The way back from an import, for some days: first a question, then the work. */
export function UndoPanel({ run, zone, asks }: Props) {
  const until = formatInstant(undoUntil(run.finishedAt ?? run.createdAt), zone);
  if (!asks) {
    return (
      <p className="govuk-body">
        Was this the wrong list? <a href="?step=undo">Undo the import</a>, until {until}.
      </p>
    );
  }
  const { created = 0, updated = 0 } = run.counts;
  return (
    <Panel title="Undo this import?">
      <p className="govuk-body">
        {created === 0 ? '' : `What ${plural(created, 'row')} made is deleted. `}
        {updated === 0 ? '' : `What ${plural(updated, 'row')} changed goes back to what it was. `}
        Records that somebody has changed or used since stay as they are; you then see which, and
        why.
      </p>
      <ButtonRow>
        <PostButton kind="primary" values={{ do: 'undo' }}>
          Undo the import
        </PostButton>
        <LinkButton href="?" kind="secondary">
          Keep it
        </LinkButton>
      </ButtonRow>
    </Panel>
  );
}

/** What an undo left, above the rows. */
export function UndoneSummary({ run }: { run: ImportRunView }) {
  const { undone = 0, kept = 0 } = run.counts;
  return (
    <Panel title="This import was undone">
      <p className="govuk-body">
        {plural(undone, 'row')} taken back.{' '}
        {kept === 0 ? (
          'Nothing of it is left.'
        ) : (
          <>
            <a href="?undo=kept">{plural(kept, 'row')}</a> stay as they are; the reasons stand
            beside them.
          </>
        )}
      </p>
    </Panel>
  );
}
