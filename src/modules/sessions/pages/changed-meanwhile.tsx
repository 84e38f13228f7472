interface ChangedMeanwhileProps {
  changes: readonly { key: string; was: string; is: string }[];
}

/** What changed between opening the page and answering; the answer was not taken. */
export function ChangedMeanwhile({ changes }: ChangedMeanwhileProps) {
  if (changes.length === 0) return null;
  return (
    <section className="app-panel app-conflict">
      <h2 className="govuk-heading-m">This has changed while you looked at it</h2>
      <p className="govuk-body">Nothing is confirmed yet. Please look again and answer for it.</p>
      <table className="govuk-table">
        <caption className="govuk-visually-hidden">What changed</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              What
            </th>
            <th scope="col" className="govuk-table__header">
              When you opened the page
            </th>
            <th scope="col" className="govuk-table__header">
              Now
            </th>
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {changes.map((change) => (
            <tr className="govuk-table__row" key={change.key}>
              <th scope="row" className="govuk-table__header">
                {change.key}
              </th>
              <td className="govuk-table__cell">{change.was || 'Nothing'}</td>
              <td className="govuk-table__cell">{change.is || 'Nothing'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
