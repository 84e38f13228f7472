interface ChartTableProps {
  caption: string;
  heads: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly (readonly string[])[];
}

/** The numbers of a chart, for those who cannot or will not read the drawing. */
export function ChartTable({ caption, heads, rows }: ChartTableProps) {
  return (
    <details className="app-why">
      <summary>Show as a table</summary>
      <table className="govuk-table app-chart__table">
        <caption className="govuk-visually-hidden">{caption}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {heads.map((head, at) =>
              head === '' ? (
                <td key={at} className="govuk-table__header" />
              ) : (
                <th
                  key={at}
                  scope="col"
                  className={`govuk-table__header${at > 0 ? ' govuk-table__header--numeric' : ''}`}
                >
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map(([name, ...cells], at) => (
            <tr className="govuk-table__row" key={at}>
              <th scope="row" className="govuk-table__header">
                {name}
              </th>
              {cells.map((cell, column) => (
                <td key={column} className="govuk-table__cell govuk-table__cell--numeric">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
