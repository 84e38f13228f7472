import { type CalendarDate, formatDate } from '../../../kernel/calendar.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { type AreaKey, areaLabels } from '../../programmes/area.ts';
import type { MentorMatch } from '../reads.ts';

interface MentorMatchesProps {
  org: string;
  /** Those in programmes that the reader sees. */
  matches: readonly (MentorMatch & { mayOpen: boolean })[];
  /** How many there are at present in all programmes. */
  liveMatches: number;
  today: CalendarDate;
}

/** With whom a mentor works and has worked, each row opening its match. */
export function MentorMatches({ org, matches, liveMatches, today }: MentorMatchesProps) {
  const shown = matches.filter(
    ({ endCause, toOn }) => endCause === null && (toOn === null || toOn > today),
  );
  const elsewhere = liveMatches - shown.length;
  const note =
    elsewhere > 0 ? (
      <p className="govuk-body-s">
        {plural(elsewhere, 'place is', 'places are')} used in programmes that you do not see.
      </p>
    ) : null;
  if (matches.length === 0) {
    return (
      <Panel title="Matches">{note ?? <p className="govuk-body">Not matched so far.</p>}</Panel>
    );
  }
  return (
    <Panel title="Matches">
      <DataTable
        caption="Matches, present ones first"
        rows={matches}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'enterprise',
            label: 'Enterprise',
            isHeader: true,
            cell: (row) =>
              row.mayOpen ? (
                <a href={programmePaths(org, row.programmeSlug).match(row.id)}>
                  {row.enterpriseName}
                </a>
              ) : (
                row.enterpriseName
              ),
          },
          {
            key: 'need',
            label: 'Need',
            cell: (row) => areaLabels[row.area as AreaKey] ?? row.area,
          },
          { key: 'from', label: 'From', cell: (row) => formatDate(row.fromOn) },
          {
            key: 'to',
            label: 'To',
            cell: (row) => (row.endCause && row.toOn ? formatDate(row.toOn) : 'goes on'),
          },
        ]}
      />
      {note}
    </Panel>
  );
}
