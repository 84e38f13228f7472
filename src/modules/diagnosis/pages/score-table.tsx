import { ProgressBar } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { type AreaKey, areaKeys, areas, type Maturity, maturityWords } from '../areas.ts';
import { importanceWords, urgencyWords } from '../diagnosis-form.ts';
import type { ScoreRow } from '../score-of-row.ts';

type Row = ScoreRow & { area: AreaKey };

interface ScoreTableProps {
  scores: readonly ScoreRow[];
  /** The scores of the version before; null for the first. */
  before: readonly ScoreRow[] | null;
}

/** All areas that somebody scored, in their fixed order, with the anchor that was chosen. */
export function ScoreTable({ scores, before }: ScoreTableProps) {
  const rows = areaKeys.flatMap((area): Row[] => {
    const score = scores.find((one) => one.area === area);
    return score && (score.adviser_maturity !== null || score.self_maturity !== null)
      ? [{ ...score, area }]
      : [];
  });
  if (rows.length === 0) return <p className="govuk-body">No area is scored yet.</p>;
  const columns: Column<Row>[] = [
    { key: 'area', label: 'Area', isHeader: true, cell: (row) => areas[row.area].label },
    { key: 'adviser', label: 'Adviser', cell: (row) => <Score row={row} /> },
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
  ];
  if (before !== null) {
    const earlier = new Map(before.map((score) => [score.area, score.adviser_maturity]));
    columns.splice(1, 0, {
      key: 'before',
      label: 'Before',
      isNumeric: true,
      cell: (row) => earlier.get(row.area) ?? '—',
    });
  }
  return (
    <DataTable caption="Scores by area" rows={rows} rowKey={(row) => row.area} columns={columns} />
  );
}

/** On paper the bar stands for the picture and the anchor is left out, so that a report fits one page. */
function Score({ row }: { row: Row }) {
  if (row.adviser_maturity === null) return '—';
  const maturity = row.adviser_maturity as Maturity;
  return (
    <div>
      {maturity}, {maturityWords[maturity]}
      <ProgressBar
        value={maturity}
        most={5}
        label={areas[row.area].label}
        text={`${maturity} of 5`}
        hidesText
      />
      <span className="govuk-body-s govuk-!-display-none-print">
        {areas[row.area].anchors[maturity]}
      </span>
    </div>
  );
}
