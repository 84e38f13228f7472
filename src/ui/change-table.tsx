import { DataTable } from './data-table.tsx';
import { Details } from './summary-list.tsx';

interface Change {
  id: string;
  when: string;
  what: string;
  lines: readonly { field: string; before: string; after: string }[];
  reason: string;
  by: string;
}

/** What was changed: each field as it was and as it is, by whom, when and why. */
export function ChangeTable({ caption, rows }: { caption: string; rows: readonly Change[] }) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'when', label: 'When', isHeader: true, cell: (row) => row.when },
        { key: 'what', label: 'Setting', cell: (row) => row.what },
        { key: 'lines', label: 'Before and after', cell: (row) => <Lines lines={row.lines} /> },
        { key: 'reason', label: 'Reason', cell: (row) => row.reason || '—' },
        { key: 'by', label: 'By', cell: (row) => row.by },
      ]}
    />
  );
}

const mostOpen = 4;

/** A few lines stand there; many are opened. */
function Lines({ lines }: Pick<Change, 'lines'>) {
  const list = (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {lines.map(({ field, before, after }, at) => (
        <li key={at}>
          {field}: {before || 'nothing'} → <strong>{after || 'nothing'}</strong>
        </li>
      ))}
    </ul>
  );
  if (lines.length === 0) return 'As the rest of the record shows';
  if (lines.length <= mostOpen) return list;
  return <Details summary={`${lines.length.toLocaleString('en-GB')} changes`}>{list}</Details>;
}
