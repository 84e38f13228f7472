import { programmePaths } from '../../../../kernel/paths.ts';
import { plural } from '../../../../kernel/text.ts';
import { DataTable } from '../../../../ui/data-table.tsx';
import { areaLabels } from '../../../programmes/area.ts';
import type { Advice } from '../scarcity.ts';
import { funnelWords, servingWords } from '../scarcity-words.ts';

/** So many are listed; the rest is in the download. */
const mostLines = 100;

/** Needs that nobody serves, how many mentors each rule keeps out, and which further mentor would serve them. */
export function UnservedTable({
  advice,
  org,
  programme,
}: {
  advice: Advice;
  org: string;
  programme: string;
}) {
  const paths = programmePaths(org, programme);
  const rest = advice.unserved.length - mostLines;
  return (
    <>
      <DataTable
        caption="Needs that nobody serves"
        rows={advice.unserved.slice(0, mostLines)}
        rowKey={(need) => need.needId}
        columns={[
          {
            key: 'need',
            label: 'Need',
            isHeader: true,
            cell: (need) => (
              <>
                <a href={paths.enrolment(need.enrolmentId).need(need.needId)}>{need.firm}</a>
                <span className="govuk-hint app-under">{areaLabels[need.area]}</span>
              </>
            ),
          },
          {
            key: 'days',
            label: 'Waits',
            cell: (need) => <span className="app-nowrap">{plural(need.days, 'day')}</span>,
          },
          { key: 'why', label: 'Why nobody', cell: (need) => funnelWords(need) },
          {
            key: 'who',
            label: 'Who would serve it',
            cell: (need) => servingWords(advice, need),
          },
        ]}
      />
      {rest > 0 ? (
        <p className="govuk-body">
          And {plural(rest, 'need')} more, all in the list to download above.
        </p>
      ) : null}
    </>
  );
}
