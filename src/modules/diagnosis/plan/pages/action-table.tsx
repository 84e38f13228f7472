import { formatDate } from '../../../../kernel/calendar.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { Button, Form, HiddenField } from '../../../../ui/form.tsx';
import { Tag } from '../../../../ui/tag.tsx';
import { areas } from '../../areas.ts';
import { actionOwnerWords, isOverdue } from '../action.ts';
import type { ActionLine } from '../reads.ts';

interface ActionTableProps {
  caption: string;
  rows: readonly ActionLine[];
  today: string;
  mayWrite: boolean;
}

/** Actions with the buttons that end them or take that back. */
export function ActionTable({ caption, rows, today, mayWrite }: ActionTableProps) {
  const columns: Column<ActionLine>[] = [
    {
      key: 'title',
      label: 'Action',
      isHeader: true,
      cell: (row) => (
        <>
          {row.title}
          {row.needArea ? (
            <div className="govuk-body-s">For {areas[row.needArea].label}</div>
          ) : null}
        </>
      ),
    },
    { key: 'owner', label: 'Who', cell: (row) => actionOwnerWords[row.owner] },
    {
      key: 'due',
      label: 'By',
      cell: (row) => (
        <div>
          {row.dueOn ? formatDate(row.dueOn) : 'No date'}{' '}
          {isOverdue(row, today) ? <Tag tone="bad">Overdue</Tag> : null}
        </div>
      ),
    },
    { key: 'measure', label: 'Done when', cell: (row) => row.measure || '—' },
  ];
  if (rows.some((row) => row.state !== 'open')) {
    columns.push({
      key: 'state',
      label: 'State',
      cell: (row) => (
        <div>
          <Tag tone={row.state === 'done' ? 'good' : 'neutral'}>{row.state}</Tag>{' '}
          {row.endedOn ? formatDate(row.endedOn) : ''}
        </div>
      ),
    });
  }
  if (mayWrite) columns.push({ key: 'verbs', label: 'Change', cell: (row) => <Verbs row={row} /> });
  return <DataTable caption={caption} rows={rows} rowKey={(row) => row.id} columns={columns} />;
}

function Verbs({ row }: { row: ActionLine }) {
  const what = <span className="govuk-visually-hidden">: {row.title}</span>;
  return (
    <Form label={`Change ${row.title}`}>
      <HiddenField name="actionId" value={row.id} />
      <div className="app-button-row">
        {row.state === 'open' ? (
          <>
            <Button kind="secondary" name="do" value="finish">
              Done{what}
            </Button>
            <Button kind="secondary" name="do" value="drop">
              Drop{what}
            </Button>
          </>
        ) : (
          <Button kind="secondary" name="do" value="reopen">
            Undo{what}
          </Button>
        )}
      </div>
    </Form>
  );
}
