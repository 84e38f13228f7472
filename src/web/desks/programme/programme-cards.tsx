import type { ReactNode } from 'react';
import type { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { formatQuantity } from '../../../modules/programmes/quantity.ts';
import { recentDays } from '../../../modules/sessions/log/reads.ts';
import { Card, CardGrid } from '../../../ui/card.tsx';
import type { IndicatorFigures } from './indicator-figures.ts';
import { Figure } from './figure.tsx';
import type { programmeFigures } from './programme-reads.ts';

interface ProgrammeCardsProps {
  /** The indicator that leads the programme. */
  first: IndicatorFigures | undefined;
  currency: string;
  figures: Awaited<ReturnType<typeof programmeFigures>>;
  openNeeds: number;
  introductionDays: number;
  /** Lists that the reader may open; the others are figures without a link. */
  opens: {
    enterprises: boolean;
    mentors: boolean;
    needs: boolean;
    sessions: boolean;
    outputs: boolean;
  };
  paths: ReturnType<typeof programmePaths>;
}

/** The programme at a glance; what nothing is known of yet is left out. Each number opens what it counts. */
export function ProgrammeCards(props: ProgrammeCardsProps) {
  const { first, currency, figures, openNeeds, introductionDays, opens, paths } = props;
  const held = figures.held + figures.missed;
  const sessions = (attendance: string) =>
    `${paths.sessions}?attendance=${attendance}&days=${recentDays}`;
  const open = (isOpen: boolean, n: number, href: string, words: ReactNode) => (
    <Figure href={isOpen && n > 0 ? href : null}>{words}</Figure>
  );
  return (
    <CardGrid>
      {first ? <FirstIndicator {...{ first, currency, paths }} opens={opens.outputs} /> : null}
      <Card
        label="Enterprises eligible"
        value={open(
          opens.enterprises,
          figures.eligible,
          `${paths.enterprises}?state=eligible`,
          figures.eligible,
        )}
        note={open(
          opens.enterprises,
          figures.applied,
          `${paths.enterprises}?state=applied`,
          `${figures.applied} to decide`,
        )}
      />
      <Card
        label="With a mentor now"
        value={open(
          opens.enterprises,
          figures.withMentor,
          `${paths.enterprises}?mentor=now`,
          figures.withMentor,
        )}
        note={open(opens.needs, openNeeds, paths.needs, plural(openNeeds, 'open need'))}
      />
      <Card
        label="Mentor places free"
        value={open(
          opens.mentors,
          figures.freePlaces,
          `${paths.mentors}?state=live&place=free`,
          figures.freePlaces,
        )}
        note={open(
          opens.mentors,
          figures.liveMentors,
          `${paths.mentors}?state=live`,
          plural(figures.liveMentors, 'live mentor'),
        )}
      />
      {held === 0 ? null : (
        <Card
          label="Sessions attended, 90 days"
          value={`${Math.round((figures.held / held) * 100)} %`}
          note={
            <>
              {open(opens.sessions, figures.held, sessions('held'), `${figures.held} took place`)},{' '}
              {open(opens.sessions, figures.missed, sessions('missed'), `${figures.missed} missed`)}
            </>
          }
        />
      )}
      {figures.medianIntroduction === null ? null : (
        <Card
          label="From need to introduction"
          value={plural(Math.round(figures.medianIntroduction), 'day')}
          note={
            <>
              median of{' '}
              {open(
                opens.needs,
                figures.introduced,
                paths.introducedNeeds,
                plural(figures.introduced, 'introduction'),
              )}
              ; target {plural(introductionDays, 'day')}
            </>
          }
        />
      )}
    </CardGrid>
  );
}

function FirstIndicator({
  first,
  currency,
  opens,
  paths,
}: {
  first: IndicatorFigures;
  currency: string;
  opens: boolean;
  paths: ReturnType<typeof programmePaths>;
}) {
  const { line } = first;
  const show = (amount: number) => formatQuantity(amount, first.unit, currency);
  const page = paths.indicator(first.code);
  return (
    <Card
      label={`${first.label} (${first.code})`}
      value={
        <>
          <Figure href={opens && line.total > 0 ? `${page}#counted` : null}>
            {show(line.total)}
          </Figure>
          {line.target === 0 ? null : (
            <>
              {' '}
              of <Figure href={opens ? `${page}#profile` : null}>{show(line.target)}</Figure>
            </>
          )}
        </>
      }
      {...(line.target === 0
        ? {}
        : { bar: { value: line.total, most: line.target, label: first.label } })}
      note={
        first.unproved > 0 ? (
          <>
            and <Figure href={opens ? `${page}#to-verify` : null}>{show(first.unproved)}</Figure>{' '}
            that nobody has verified
          </>
        ) : line.target === 0 ? (
          'no target is set'
        ) : null
      }
    />
  );
}
