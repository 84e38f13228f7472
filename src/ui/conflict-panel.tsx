import type { ReactNode } from 'react';

interface ConflictPanelProps {
  what: string;
  rows: readonly { label: string; mine: ReactNode; theirs: ReactNode }[];
  /** Where the form shows what is stored now. */
  reloadHref: string;
}

/** Both versions of a record that two people changed: only the fields that differ. */
export function ConflictPanel({ what, rows, reloadHref }: ConflictPanelProps) {
  const different = rows.filter((row) => !isSame(row.mine, row.theirs));
  return (
    <section className="app-panel app-conflict" role="alert">
      <h2 className="govuk-heading-m">Somebody else changed this {what} meanwhile</h2>
      <p className="govuk-body">
        Nothing was overwritten. What you typed is still in the form below: save it again to put
        your version in place, or <a href={reloadHref}>take theirs</a>.
      </p>
      <table className="govuk-table">
        <caption className="govuk-visually-hidden">The two versions</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              Field
            </th>
            <th scope="col" className="govuk-table__header">
              Yours
            </th>
            <th scope="col" className="govuk-table__header">
              Stored now
            </th>
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {different.map((row) => (
            <tr className="govuk-table__row" key={row.label}>
              <th scope="row" className="govuk-table__header">
                {row.label}
              </th>
              <td className="govuk-table__cell">{row.mine}</td>
              <td className="govuk-table__cell">{row.theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A number in the record and the same number as typed are the same. */
function isSame(mine: ReactNode, theirs: ReactNode): boolean {
  const isText = (node: ReactNode): node is string | number =>
    typeof node === 'string' || typeof node === 'number';
  return isText(mine) && isText(theirs) ? `${mine}` === `${theirs}` : mine === theirs;
}
