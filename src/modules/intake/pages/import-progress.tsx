import { ProgressBar } from '../../../ui/card.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import type { ImportRunView } from '../reads.ts';

const words = {
  checking: { noun: 'rows', verb: 'checked', again: 'check' },
  taking: { noun: 'rows', verb: 'taken in', again: 'take' },
  undoing: { noun: 'records', verb: 'looked at', again: 'undo' },
} as const;

/** How far a check, a taking or an undo is. The page asks again by itself, without scripts. */
export function ImportProgress({ run, mayRun }: { run: ImportRunView; mayRun: boolean }) {
  const { verb, noun, again } =
    words[run.state === 'checking' || run.state === 'undoing' ? run.state : 'taking'];
  const most = Math.max(run.total, 1);
  return (
    <>
      <meta httpEquiv="refresh" content="2" />
      <div role="status">
        <ProgressBar
          value={Math.min(run.progress, most)}
          most={most}
          label={`${noun === 'rows' ? 'Rows' : 'Records'} ${verb}`}
          text={`${run.progress.toLocaleString('en-GB')} of ${run.total.toLocaleString('en-GB')} ${noun} ${verb}`}
        />
      </div>
      <p className="govuk-body">
        You can leave this page; the work goes on, and you find it again under Imports.
      </p>
      {mayRun ? (
        <Details summary="It does not move">
          <p className="govuk-body">
            After a restart the work goes on by itself within some minutes. You can also start it
            again; what is done is not done twice.
          </p>
          <PostButton values={{ do: again }}>Go on now</PostButton>
        </Details>
      ) : null}
    </>
  );
}
