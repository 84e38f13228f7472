import { programmePaths } from '../../../../kernel/paths.ts';
import { plural } from '../../../../kernel/text.ts';
import { Details } from '../../../../ui/summary-list.tsx';
import { type AreaKey, areaLabels } from '../../../programmes/area.ts';
import type { Held } from '../desk.ts';

interface NotInItProps {
  org: string;
  programme: string;
  needs: readonly {
    id: string;
    enterpriseName: string;
    area: AreaKey;
    days: number;
    held: Held | null;
  }[];
  nameOf: (id: string) => string;
}

/** Needs that wait for somebody's answer: they are locked and take no part. */
export function NotInIt({ org, programme, needs, nameOf }: NotInItProps) {
  if (needs.length === 0) return null;
  const paths = programmePaths(org, programme);
  return (
    <Details summary={`${plural(needs.length, 'need')} waiting for an answer, not part of this`}>
      <ul className="govuk-list">
        {needs.map((need) => (
          <li key={need.id}>
            <a href={paths.matching(need.id)}>{need.enterpriseName}</a>,{' '}
            {areaLabels[need.area].toLowerCase()}:{' '}
            {need.held?.kind === 'offer'
              ? `${nameOf(need.held.mentorId ?? '')} is asked`
              : 'the enterprise is choosing'}
            , open for {plural(need.days, 'day')}
          </li>
        ))}
      </ul>
    </Details>
  );
}
