import type { ReactNode } from 'react';
import { tableHref, type TableQuery } from './table-query.ts';

export interface Column<R> {
  key: string;
  label: string;
  cell: (row: R) => ReactNode;
  isNumeric?: boolean;
  isSortable?: boolean;
  /** The cell that names the row. */
  isHeader?: boolean;
}

interface DataTableProps<R> {
  caption: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** Without it the table is neither sorted nor paged by the address. */
  query?: TableQuery;
  showsCaption?: boolean;
  /** Boxes at the start of the rows, sent with the form of this id (see `BulkBar`). */
  pick?: { form: string; name: string; label: (row: R) => string };
  /** Totals below, by column key. */
  foot?: Readonly<Record<string, ReactNode>>;
}

/** A table whose columns sort by links and whose rows become cards on a phone. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { columns, rows, query, pick, foot } = props;
  // What was looked for, and what else to try, stands in the tools above.
  if (query && rows.length === 0) return null;
  return (
    <div className="app-table-wrap">
      <table className="govuk-table app-table">
        <caption className={props.showsCaption ? 'govuk-table__caption' : 'govuk-visually-hidden'}>
          {props.caption}
        </caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {pick ? (
              <th scope="col" className="govuk-table__header">
                <span className="govuk-visually-hidden">Choose</span>
              </th>
            ) : null}
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} query={query} />
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map((row) => (
            <tr className="govuk-table__row" key={props.rowKey(row)}>
              {pick ? (
                <td className="govuk-table__cell" data-label="">
                  <label className="app-pick">
                    <span className="govuk-visually-hidden">{pick.label(row)}</span>
                    <input
                      type="checkbox"
                      form={pick.form}
                      name={pick.name}
                      value={props.rowKey(row)}
                    />
                  </label>
                </td>
              ) : null}
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {foot ? (
          <tfoot>
            <tr className="govuk-table__row">
              {pick ? <td className="govuk-table__cell" /> : null}
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={`govuk-table__cell${column.isNumeric ? ' govuk-table__cell--numeric' : ''}`}
                  data-label={foot[column.key] === undefined ? '' : column.label}
                >
                  {foot[column.key]}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

interface HeadColumn {
  key: string;
  label: string;
  isNumeric?: boolean;
  isSortable?: boolean;
}

function HeadCell({ column, query }: { column: HeadColumn; query: TableQuery | undefined }) {
  const numeric = column.isNumeric ? ' govuk-table__header--numeric' : '';
  if (column.label === '') return <td className="govuk-table__header" />;
  if (!query || !column.isSortable) {
    return (
      <th scope="col" className={`govuk-table__header${numeric}`}>
        {column.label}
      </th>
    );
  }
  const isCurrent = query.sort === column.key;
  const direction = isCurrent && query.direction === 'asc' ? 'desc' : 'asc';
  const sorted = query.direction === 'asc' ? 'ascending' : 'descending';
  return (
    <th
      scope="col"
      className={`govuk-table__header${numeric}`}
      aria-sort={isCurrent ? sorted : 'none'}
    >
      <a className="app-sort" href={tableHref(query, { sort: column.key, direction })}>
        {column.label}
        <span aria-hidden="true">{isCurrent ? (query.direction === 'asc' ? ' ↑' : ' ↓') : ''}</span>
      </a>
    </th>
  );
}

function BodyCell<R>({ column, row }: { column: Column<R>; row: R }) {
  if (column.isHeader) {
    return (
      <th scope="row" className="govuk-table__header" data-label={column.label}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td
      className={`govuk-table__cell${column.isNumeric ? ' govuk-table__cell--numeric' : ''}`}
      data-label={column.label}
    >
      {column.cell(row)}
    </td>
  );
}
