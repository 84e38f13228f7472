import { formatDate } from '../../../kernel/calendar.ts';
import type { programmePaths } from '../../../kernel/paths.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import type { NeedMatch } from '../reads.ts';

interface NeedMatchesProps {
  matches: readonly NeedMatch[];
  programme: ReturnType<typeof programmePaths>;
  mayChange: boolean;
  /** A mentor has been asked and has not answered. */
  isAsked: boolean;
}

/** The mentors who worked on a need and when, the latest first. */
export function NeedMatches({ matches, programme, mayChange, isAsked }: NeedMatchesProps) {
  if (matches.length === 0) {
    return (
      <p className="govuk-body">
        {isAsked
          ? 'A mentor has been asked and has not answered yet.'
          : 'No mentor was matched for it yet.'}
      </p>
    );
  }
  return (
    <DataTable
      caption="Mentors for this need"
      rows={matches}
      rowKey={(match) => match.id}
      columns={[
        {
          key: 'mentor',
          label: 'Mentor',
          isHeader: true,
          cell: (match) => <a href={programme.mentor(match.mentorId)}>{match.mentor}</a>,
        },
        { key: 'from', label: 'From', cell: (match) => formatDate(match.from) },
        {
          key: 'to',
          label: 'Until',
          cell: (match) => (match.to === null ? 'Goes on' : formatDate(match.to)),
        },
        {
          key: 'match',
          label: 'Match',
          cell: (match) => (
            <div>
              <a href={programme.match(match.id)}>Open</a>
              {mayChange && match.to === null ? (
                <>
                  {' · '}
                  <a href={programme.changeMatch(match.id)}>Change the mentor</a>
                </>
              ) : null}
            </div>
          ),
        },
      ]}
    />
  );
}
