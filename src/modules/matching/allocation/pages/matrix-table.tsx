import { programmePaths } from '../../../../kernel/paths.ts';
import { plural } from '../../../../kernel/text.ts';
import { areaLabels } from '../../../programmes/area.ts';
import { fitWords, shortPrice } from '../words.ts';
import { needLine } from './line-anchor.ts';
import type { MentorLoadLine } from './open-desk.ts';
import type { MatrixCell, MatrixRow } from './open-matrix.ts';

interface MatrixTableProps {
  org: string;
  programme: string;
  rows: readonly MatrixRow[];
  loads: readonly MentorLoadLine[];
}

/** Fits of all pairs; each leads to why and to changing it. A marked fit can be dragged onto another of its row. */
export function MatrixTable({ org, programme, rows, loads }: MatrixTableProps) {
  const paths = programmePaths(org, programme);
  return (
    <section aria-labelledby="proposal">
      <h2 className="govuk-heading-m" id="proposal">
        Needs and mentors
      </h2>
      <p className="govuk-body-s">
        ● proposed, ◆ decided, × kept apart in this run, – a hard rule forbids it. Each figure opens
        the reasons. <a href="#move">Move a need without dragging</a>
      </p>
      <div className="app-matrix" tabIndex={0} role="region" aria-labelledby="proposal">
        <table>
          <caption className="govuk-visually-hidden">Fit of every need with every mentor</caption>
          <thead>
            <tr>
              <th scope="col">Need</th>
              {loads.map((load) => (
                <th scope="col" key={load.id}>
                  <a href={paths.mentor(load.id)}>{load.name}</a>
                  <span>
                    {load.mayBeAsked
                      ? load.left > 0
                        ? `${load.left} left`
                        : 'full'
                      : 'cannot be asked'}
                    {load.price > 0 ? `, ${shortPrice(load.price)}` : ''}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.needId} data-move-row={row.needId}>
                <th scope="row">
                  <a id={needLine(row.needId)} href={paths.matchDeskNeed(row.needId)}>
                    {row.firm}
                  </a>
                  <span>
                    {areaLabels[row.area]}, {plural(row.days, 'day')}
                  </span>
                </th>
                {row.cells.map((cell) => (
                  <Cell key={cell.mentorId} cell={cell} href={paths.matchDeskNeed(row.needId)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const marks = { proposed: '●', decided: '◆', barred: '×' };

function Cell({ cell, href }: { cell: MatrixCell; href: string }) {
  if (cell.total === null) {
    return (
      <td className="app-matrix__out" title={cell.because}>
        <a href={`${href}#m-${cell.mentorId}`} tabIndex={-1}>
          <span aria-hidden="true">–</span>
          <span className="govuk-visually-hidden">Not possible</span>
        </a>
      </td>
    );
  }
  const isHolder = cell.mark === 'proposed' || cell.mark === 'decided';
  const shade = Math.min(4, Math.max(0, Math.floor((cell.total - 4000) / 1200)));
  return (
    <td
      className={`app-matrix__fit--${shade}${isHolder ? ' app-matrix__on' : ''}`}
      data-move-to={cell.mentorId}
      {...(isHolder ? { 'data-move-from': cell.mentorId } : {})}
    >
      <a href={`${href}#m-${cell.mentorId}`}>
        {cell.mark ? <span aria-hidden="true">{marks[cell.mark]} </span> : null}
        {fitWords(cell.total)}
        {cell.mark ? (
          <span className="govuk-visually-hidden">
            , {cell.mark === 'barred' ? 'kept apart' : cell.mark}
          </span>
        ) : null}
      </a>
    </td>
  );
}
