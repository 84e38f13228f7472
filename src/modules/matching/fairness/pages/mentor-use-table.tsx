import { formatMinutes } from '../../../../kernel/minutes.ts';
import { plural } from '../../../../kernel/text.ts';
import { DataTable } from '../../../../ui/data-table.tsx';
import { isNeverChosen, type LoadSpread, type MentorUse, spreadWords } from '../mentor-use.ts';

interface MentorUseTableProps {
  mentors: readonly MentorUse[];
  spread: LoadSpread;
}

/** What mentors offer and what is used of it, those never chosen first with the reason. */
export function MentorUseTable({ mentors, spread }: MentorUseTableProps) {
  const never = (row: MentorUse) => Number(isNeverChosen(row));
  const rows = mentors.toSorted((a, b) => never(b) - never(a) || b.liveMatches - a.liveMatches);
  return (
    <section aria-labelledby="mentors">
      <h2 className="govuk-heading-m" id="mentors">
        Mentors
      </h2>
      <p className="govuk-body">{spreadWords(spread)}</p>
      <p className="govuk-body">
        Offered: {formatMinutes(spread.offered)} a month. Used with firms in the last 90 days:{' '}
        {formatMinutes(spread.used)} a month. {plural(spread.offers, 'offer')} went out,{' '}
        {spread.declined === 0 ? 'none' : spread.declined} of them declined.
      </p>
      {rows.length === 0 ? null : (
        <DataTable
          caption="Mentors with their load, hours and offers"
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', label: 'Mentor', isHeader: true, cell: (row) => row.name },
            {
              key: 'load',
              label: 'Matches now',
              isNumeric: true,
              cell: (row) => `${row.liveMatches} of ${plural(row.places, 'place')}`,
            },
            {
              key: 'hours',
              label: 'Used a month',
              isNumeric: true,
              cell: (row) =>
                `${formatMinutes(Math.round(row.usedMinutes / 3))} of ${formatMinutes(row.minutesPerMonth)}`,
            },
            {
              key: 'offers',
              label: 'Offers here',
              isNumeric: true,
              cell: (row) =>
                row.declined === 0 ? row.offers : `${row.offers}, ${row.declined} declined`,
            },
            {
              key: 'why',
              label: 'Never chosen here, because',
              cell: (row) =>
                isNeverChosen(row) ? (row.neverChosen ?? 'Not worked out for so many.') : '–',
            },
          ]}
        />
      )}
    </section>
  );
}
