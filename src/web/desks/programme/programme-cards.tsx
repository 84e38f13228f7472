import type { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { Card, CardGrid } from '../../../ui/card.tsx';
import type { programmeFigures } from './programme-reads.ts';
import type { Trajectory } from './trajectory.ts';

interface ProgrammeCardsProps {
  /** The indicator that leads the programme. */
  first: { code: string; label: string; line: Trajectory } | undefined;
  figures: Awaited<ReturnType<typeof programmeFigures>>;
  introductionDays: number;
  /** Lists that the reader may open; the others are figures without a link. */
  opens: { enterprises: boolean; mentors: boolean; needs: boolean };
  paths: ReturnType<typeof programmePaths>;
}

/** The programme at a glance; what nothing is known of yet is left out. */
export function ProgrammeCards(props: ProgrammeCardsProps) {
  const { first, figures, introductionDays, opens, paths } = props;
  const held = figures.held + figures.missed;
  return (
    <CardGrid>
      {first ? (
        <Card
          label={`${first.label} (${first.code})`}
          value={
            first.line.target === 0
              ? first.line.total
              : `${first.line.total} / ${first.line.target}`
          }
          href={paths.indicator(first.code)}
          {...(first.line.target === 0
            ? { note: 'no target is set' }
            : {
                bar: { value: first.line.total, most: first.line.target, label: first.label },
              })}
        />
      ) : null}
      <Card
        label="Enterprises eligible"
        value={figures.eligible}
        {...(opens.enterprises ? { href: `${paths.enterprises}?state=eligible` } : {})}
        note={`${figures.applied} to decide`}
      />
      <Card
        label="With a mentor now"
        value={figures.withMentor}
        {...(opens.enterprises ? { href: paths.enterprises } : {})}
        note={plural(figures.openNeeds, 'open need')}
      />
      <Card
        label="Mentor places free"
        value={figures.freePlaces}
        {...(opens.mentors ? { href: paths.mentors } : {})}
        note={plural(figures.liveMentors, 'live mentor')}
      />
      {held === 0 ? null : (
        <Card
          label="Sessions attended, 90 days"
          value={`${Math.round((figures.held / held) * 100)} %`}
          href={`${paths.sessions}?attendance=missed`}
          note={`${figures.missed} missed`}
        />
      )}
      {figures.medianIntroduction === null ? null : (
        <Card
          label="From need to introduction"
          value={plural(Math.round(figures.medianIntroduction), 'day')}
          {...(opens.needs ? { href: paths.needs } : {})}
          note={`median; target ${plural(introductionDays, 'day')}`}
        />
      )}
    </CardGrid>
  );
}
