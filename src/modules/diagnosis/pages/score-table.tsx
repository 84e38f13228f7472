import { DataTable } from '../../../ui/data-table.tsx';
import { areaKeys, areas, type Maturity, maturityWords } from '../areas.ts';
import { importanceWords, urgencyWords } from '../diagnosis-form.ts';
import type { ScoreRow } from '../score-of-row.ts';

/** All areas that somebody scored, in their fixed order, with the anchor that was chosen. */
export function ScoreTable({ scores }: { scores: readonly ScoreRow[] }) {
  const rows = areaKeys.flatMap((area) => {
    const score = scores.find((one) => one.area === area);
    return score && (score.adviser_maturity !== null || score.self_maturity !== null)
      ? [{ ...score, area }]
      : [];
  });
  if (rows.length === 0) return <p className="govuk-body">No area is scored yet.</p>;
  return (
    <DataTable
      caption="Scores by area"
      rows={rows}
      rowKey={(row) => row.area}
      columns={[
        { key: 'area', label: 'Area', isHeader: true, cell: (row) => areas[row.area].label },
        {
          key: 'adviser',
          label: 'Adviser',
          cell: (row) => {
            if (row.adviser_maturity === null) return '—';
            const maturity = row.adviser_maturity as Maturity;
            return (
              <div>
                {maturity}, {maturityWords[maturity]}
                <br />
                <span className="govuk-body-s">{areas[row.area].anchors[maturity]}</span>
              </div>
            );
          },
        },
        { key: 'own', label: 'Firm', isNumeric: true, cell: (row) => row.self_maturity ?? '—' },
        {
          key: 'importance',
          label: 'Important',
          cell: (row) => (row.importance === null ? '—' : importanceWords[row.importance]),
        },
        {
          key: 'urgency',
          label: 'Urgent',
          cell: (row) => (row.urgency === null ? '—' : urgencyWords[row.urgency]),
        },
        { key: 'note', label: 'What the adviser saw', cell: (row) => row.note || '—' },
      ]}
    />
  );
}
