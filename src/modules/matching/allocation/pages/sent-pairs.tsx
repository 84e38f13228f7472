import { programmePaths } from '../../../../kernel/paths.ts';
import { plural } from '../../../../kernel/text.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { Tag, type Tone } from '../../../../ui/tag.tsx';
import { type AreaKey, areaLabels } from '../../../programmes/area.ts';
import { type OfferState, offerStateWords } from '../../offer.ts';
import type { SentPair } from '../reads.ts';
import { fitWords } from '../words.ts';

interface SentPairsProps {
  /** Whether an outcome leads to its offer. */
  seesOffers: boolean;
  org: string;
  programme: string;
  pairs: readonly SentPair[];
  mayRank: boolean;
}

/** What became of each pair: who was asked, what was left out, and why. */
export function SentPairs({ org, programme, pairs, mayRank, seesOffers }: SentPairsProps) {
  const skipped = pairs.filter((pair) => pair.outcome === 'skipped');
  const held = pairs.filter((pair) => pair.outcome === 'held');
  const sent = pairs.filter((pair) => pair.outcome === 'offered' || pair.outcome === 'listed');
  const paths = programmePaths(org, programme);
  const tables = [
    { title: plural(sent.length, 'letter'), rows: sent, caption: 'Letters that went out' },
    {
      title: `${plural(skipped.length, 'pair')} left out`,
      rows: skipped,
      caption: 'Pairs that did not hold any more',
    },
    {
      title: `${plural(held.length, 'pair')} kept back`,
      rows: held,
      caption: 'Pairs nobody was asked about',
    },
  ];
  return tables
    .filter((table) => table.rows.length > 0)
    .map((table) => (
      <section key={table.caption}>
        <h2 className="govuk-heading-m">{table.title}</h2>
        <DataTable
          caption={table.caption}
          rows={table.rows}
          rowKey={(pair) => String(pair.position)}
          columns={columnsOf(paths, { mayRank, seesOffers })}
        />
      </section>
    ));
}

const outcomes: Record<SentPair['outcome'], { label: string; tone: Tone }> = {
  offered: { label: 'Mentor asked', tone: 'info' },
  listed: { label: 'Enterprise chooses', tone: 'info' },
  held: { label: 'Kept back', tone: 'neutral' },
  skipped: { label: 'Left out', tone: 'warn' },
};

const listWordsOf: Record<string, string> = {
  sent: 'The enterprise is choosing',
  chosen: 'Chosen',
  declined: 'None fits',
  withdrawn: 'Withdrawn',
  expired: 'Not answered in time',
};

function columnsOf(
  paths: ReturnType<typeof programmePaths>,
  { mayRank, seesOffers }: { mayRank: boolean; seesOffers: boolean },
): Column<SentPair>[] {
  return [
    {
      key: 'need',
      label: 'Need',
      isHeader: true,
      cell: (pair) => (
        <>
          {mayRank ? (
            <a href={paths.matching(pair.needId)}>{pair.enterpriseName}</a>
          ) : (
            pair.enterpriseName
          )}
          <span className="govuk-hint app-under">{areaLabels[pair.area as AreaKey]}</span>
        </>
      ),
    },
    {
      key: 'mentor',
      label: 'Mentor',
      cell: (pair) => (
        <>
          {pair.mentorName} {pair.isPinned ? <Tag tone="good">Decided</Tag> : null}
          {pair.proposedMentorName !== null && pair.proposedMentorName !== pair.mentorName ? (
            <span className="govuk-hint app-under">
              When it was sent the proposal had moved on to {pair.proposedMentorName}
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: 'fit',
      label: 'Fit',
      isNumeric: true,
      cell: (pair) => (pair.fit > 0 ? fitWords(pair.fit) : '–'),
    },
    {
      key: 'outcome',
      label: 'What happened',
      cell: (pair) => (
        <>
          <Tag tone={outcomes[pair.outcome].tone}>{outcomes[pair.outcome].label}</Tag>
          {pair.state === null ? null : (
            <span className="app-under">
              {pair.offerId && seesOffers ? (
                <a href={paths.offer(pair.offerId)}>{offerStateWords[pair.state as OfferState]}</a>
              ) : pair.offerId ? (
                offerStateWords[pair.state as OfferState]
              ) : (
                listWordsOf[pair.state]
              )}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'why',
      label: 'Note',
      cell: (pair) => [pair.note, pair.reason].filter(Boolean).join(' ') || '–',
    },
  ];
}
