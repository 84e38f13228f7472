import { formatInstant } from '../../../../kernel/calendar.ts';
import type { programmePaths } from '../../../../kernel/paths.ts';
import { plural } from '../../../../kernel/text.ts';
import { Panel } from '../../../../ui/card.tsx';
import { areaLabels } from '../../../programmes/area.ts';
import { partKeys, partWords } from '../../weights.ts';
import type { WeightsPreview } from '../preview.ts';
import type { WeightsVersion } from '../reads.ts';

interface WhoChangesProps {
  preview: WeightsPreview;
  paths: ReturnType<typeof programmePaths>;
}

const mostShown = 50;

/** Needs whose first mentor would be another one, with both. */
export function WhoChanges({ preview, paths }: WhoChangesProps) {
  const { needs, changed } = preview;
  return (
    <Panel title="Who changes" id="preview">
      <p className="govuk-body">
        {changed.length === 0
          ? `Nobody: the same mentor comes first for ${needs === 1 ? 'the only open need' : `all ${needs} open needs`}.`
          : `For ${changed.length} of ${plural(needs, 'open need')} another mentor comes first. Nothing is saved yet.`}
      </p>
      {changed.length > 0 ? (
        <table className="govuk-table app-table">
          <caption className="govuk-visually-hidden">Needs whose first mentor changes</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              {['Need', 'First now', 'First then'].map((head) => (
                <th scope="col" className="govuk-table__header" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {changed.slice(0, mostShown).map((need) => (
              <tr className="govuk-table__row" key={need.needId}>
                <th scope="row" className="govuk-table__header" data-label="Need">
                  <a href={paths.matching(need.needId)}>{need.enterpriseName}</a>
                  <span className="govuk-hint app-under">{areaLabels[need.area]}</span>
                </th>
                <td className="govuk-table__cell" data-label="First now">
                  {need.before.name}, {Math.round(need.before.total / 100)} of 100
                </td>
                <td className="govuk-table__cell" data-label="First then">
                  {need.after.name}, {Math.round(need.after.total / 100)} of 100
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {changed.length > mostShown ? (
        <p className="govuk-body-s">And {plural(changed.length - mostShown, 'more need')}.</p>
      ) : null}
    </Panel>
  );
}

/** Every version of the weights with its reason; an offer keeps the version it was made with. */
export function WeightsHistory({ history, zone }: { history: WeightsVersion[]; zone: string }) {
  if (history.length === 0) return null;
  return (
    <Panel title="Versions">
      <div className="app-table-wrap">
        <table className="govuk-table">
          <caption className="govuk-visually-hidden">Versions of the weights</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              <th scope="col" className="govuk-table__header">
                Version
              </th>
              {partKeys.map((key) => (
                <th scope="col" className="govuk-table__header" key={key}>
                  {partWords[key]}
                </th>
              ))}
              <th scope="col" className="govuk-table__header">
                Why
              </th>
              <th scope="col" className="govuk-table__header">
                Offers
              </th>
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {history.map((each) => (
              <tr className="govuk-table__row" key={each.version} id={`version-${each.version}`}>
                <th scope="row" className="govuk-table__header">
                  {each.version}
                  <span className="govuk-hint app-under">
                    {formatInstant(each.setAt, zone)}
                    {each.setBy ? `, ${each.setBy}` : ''}
                  </span>
                </th>
                {partKeys.map((key) => (
                  <td className="govuk-table__cell" key={key}>
                    {each.weights[key]}
                  </td>
                ))}
                <td className="govuk-table__cell">{each.reason}</td>
                <td className="govuk-table__cell">{each.offers}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
