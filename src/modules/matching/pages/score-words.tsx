import type { PartScore } from '../ranking.ts';

interface ReasonsProps {
  mentor: { plus: readonly PartScore[]; minus: readonly PartScore[] };
}

/** The three strongest parts and the two weakest, each with the data it rests on. */
export function Reasons({ mentor }: ReasonsProps) {
  return (
    <div className="app-rank__reasons">
      <div>
        <p>Strongest</p>
        <ul>
          {mentor.plus.map((part) => (
            <li key={part.part}>
              {part.label} {part.value}: {part.because}
            </li>
          ))}
        </ul>
      </div>
      {mentor.minus.length > 0 ? (
        <div>
          <p>Weakest</p>
          <ul>
            {mentor.minus.map((part) => (
              <li key={part.part}>
                {part.label} {part.value}: {part.because}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

/** Every part: value, weight, points and reason; the points sum to the total. */
export function PartsTable({ parts }: { parts: readonly PartScore[] }) {
  return (
    <table className="govuk-table app-table">
      <caption className="govuk-visually-hidden">Parts of the score</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {['Part', 'Value', 'Weight', 'Points', 'Because'].map((head) => (
            <th scope="col" className="govuk-table__header" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {parts.map((part) => (
          <tr className="govuk-table__row" key={part.part}>
            <th scope="row" className="govuk-table__header" data-label="Part">
              {part.label}
            </th>
            <td className="govuk-table__cell" data-label="Value">
              {part.known ? part.value : `${part.value} (not known)`}
            </td>
            <td className="govuk-table__cell" data-label="Weight">
              {part.weight}
            </td>
            <td className="govuk-table__cell" data-label="Points">
              {(part.points / 100).toFixed(1)}
            </td>
            <td className="govuk-table__cell" data-label="Because">
              {part.because}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
