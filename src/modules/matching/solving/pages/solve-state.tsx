import { ProgressBar } from '../../../../ui/card.tsx';
import { PostButton } from '../../../../ui/form.tsx';
import { Inset } from '../../../../ui/notification-banner.tsx';
import { Details } from '../../../../ui/summary-list.tsx';
import { solveStageWords } from '../desk-solve.ts';
import type { SolveRow } from '../reads.ts';

interface SolveStateProps {
  underWay: SolveRow | null;
  failed: SolveRow | null;
  /** Whether anything was worked out before. */
  hasShown: boolean;
  isCurrent: boolean;
  /** Steps of the draft that are in force. */
  steps: number;
  /** The page asks again by itself how far it is. */
  isWatching: boolean;
}

/** How far the solve is, or the button that begins one. The page asks again by itself, without scripts. */
export function SolveState({
  underWay,
  failed,
  hasShown,
  isCurrent,
  steps,
  isWatching,
}: SolveStateProps) {
  if (underWay) {
    const text = `${solveStageWords[underWay.stage]}, ${underWay.percent} %`;
    return (
      <>
        {isWatching ? <meta httpEquiv="refresh" content="3" /> : null}
        <div role="status">
          <ProgressBar value={underWay.percent} most={100} label="The proposal" text={text} />
        </div>
        <p className="govuk-body">
          You can leave this page; the work goes on, and you find it again under Match desk.{' '}
          {isWatching ? (
            <a href="?watch=no">Do not load this page again by itself</a>
          ) : (
            <a href="?">Look how far it is</a>
          )}
        </p>
        <Details summary="It does not move">
          <p className="govuk-body">
            After a restart the work goes on by itself within a quarter of an hour. You can also put
            it to the queue again.
          </p>
          <PostButton values={{ do: 'solve' }}>Go on now</PostButton>
        </Details>
      </>
    );
  }
  return (
    <>
      {failed ? (
        <Inset>
          The last attempt did not come to an end. Nothing is lost; try again, and tell whoever runs
          Espalier if it happens twice.
        </Inset>
      ) : null}
      {hasShown && !isCurrent ? (
        <Inset>
          {steps === 0
            ? 'The proposal below was worked out with steps that hold no more.'
            : 'Steps were taken since the proposal below was worked out. It does not know them yet.'}{' '}
          Letters can be looked at when it is worked out anew.
        </Inset>
      ) : null}
      <PostButton values={{ do: 'solve' }} kind={isCurrent ? 'secondary' : 'primary'}>
        {hasShown ? 'Work it out anew' : 'Work out the proposal'}
      </PostButton>
    </>
  );
}
