import { plural } from '../../../../kernel/text.ts';
import { Details } from '../../../../ui/summary-list.tsx';
import type { MatrixRow } from './open-matrix.ts';

interface RuledOutProps {
  rows: readonly MatrixRow[];
  names: ReadonlyMap<string, string>;
}

/** Every pair that a hard rule forbids, with the reason, for reading without pointing at cells. */
export function RuledOut({ rows, names }: RuledOutProps) {
  const count = rows.reduce(
    (sum, row) => sum + row.cells.filter((cell) => cell.total === null).length,
    0,
  );
  if (count === 0) return null;
  return (
    <Details summary={`What the hard rules forbid, and why (${plural(count, 'pair')})`}>
      {rows.map((row) => {
        const out = Map.groupBy(
          row.cells.filter((cell) => cell.total === null),
          (cell) => cell.because,
        );
        if (out.size === 0) return null;
        return (
          <div key={row.needId}>
            <p className="govuk-body-s app-under">
              <strong>{row.firm}</strong>
            </p>
            <ul className="govuk-list govuk-list--bullet govuk-body-s">
              {[...out].map(([because, cells]) => (
                <li key={because}>
                  {cells.map((cell) => names.get(cell.mentorId) ?? '').join(', ')}: {because}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Details>
  );
}
