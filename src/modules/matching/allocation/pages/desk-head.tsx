import { programmePaths } from '../../../../kernel/paths.ts';
import { plural } from '../../../../kernel/text.ts';
import { Card, CardGrid } from '../../../../ui/card.tsx';
import { LinkButton } from '../../../../ui/form.tsx';
import { Tabs } from '../../../../ui/navigation-links.tsx';
import { Inset } from '../../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { PrintButton } from '../../../../ui/print.tsx';
import type { Totals } from '../proposal.ts';
import { fitWords } from '../words.ts';
import { toPlace } from '../../queue/reads.ts';

interface DeskHeadProps {
  org: string;
  programme: string;
  totals: Totals;
  placesLeft: number;
  isProved: boolean;
  /** The caption below the heading: whose draft it is and since when. */
  since: string;
  view: 'list' | 'matrix';
}

/** Title, views, figures and the proof; the same above the list and the matrix. */
export function DeskHead(props: DeskHeadProps) {
  const { totals, view } = props;
  const paths = programmePaths(props.org, props.programme);
  const list = view === 'list' ? '' : paths.matchDesk;
  return (
    <>
      <PageHeading
        title="Match desk"
        caption={props.since}
        actions={
          <>
            {totals.served > 0 ? (
              <LinkButton href={paths.matchDeskLetters}>Read the letters</LinkButton>
            ) : null}
            <PrintButton />
          </>
        }
      />
      <Tabs
        label="Views of the proposal"
        links={[
          { label: 'List', href: paths.matchDesk, isCurrent: view === 'list' },
          { label: 'Matrix', href: paths.matchDeskMatrix, isCurrent: view === 'matrix' },
          { label: 'Existing matches', href: paths.matchDeskLoyalty },
          { label: 'Earlier allocations', href: paths.allocations },
        ]}
      />
      <CardGrid>
        <Card label="Needs to place" value={totals.open} href={`${paths.needs}?state=${toPlace}`} />
        <Card
          label="Get a mentor"
          value={totals.served}
          {...(totals.open === 0 ? {} : { href: `${list}#proposal` })}
          bar={{ value: totals.served, most: totals.open, label: 'Needs that get a mentor' }}
        />
        <Card
          label="Get nobody"
          value={totals.open - totals.served}
          {...(totals.open === 0 ? {} : { href: `${list}#nobody` })}
          note={`${plural(props.placesLeft, 'place')} left over`}
        />
        <Card
          label="Mean fit"
          value={totals.meanFit === null ? '–' : fitWords(totals.meanFit)}
          note={totals.meanFit === null ? 'Nobody proposed' : 'of 100'}
        />
      </CardGrid>
      {totals.open === 0 ? null : (
        <Inset>
          {props.isProved
            ? 'Proved: no other way to give these needs to these mentors serves the programme better, given the weights and your steps. '
            : 'This proposal could not be proved. Do not send it; tell whoever runs Espalier. '}
          The evidence on matching is thin: you decide.
          {totals.moved > 0
            ? ` ${plural(totals.moved, 'existing match', 'existing matches')} would move; those are changed one by one.`
            : ''}
        </Inset>
      )}
    </>
  );
}
