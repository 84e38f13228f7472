import { formatDate } from '../../../kernel/calendar.ts';
import { Panel } from '../../../ui/card.tsx';
import { CompareBars } from '../../../ui/compare-bars.tsx';
import { type AreaKey, areaKeys, areas } from '../areas.ts';

/** `Version 2, 24 November 2026`. */
export function versionName({ number, datedOn }: { number: number; datedOn: string }): string {
  return `Version ${number}, ${formatDate(datedOn)}`;
}

export interface Version {
  number: number;
  datedOn: string;
  sides: { area: AreaKey; adviser: number | null; own: number | null }[];
}

interface ComparedVersionsProps {
  now: Version;
  before: Version | null;
  /** Completed versions to choose from. */
  choices: readonly { number: number; datedOn: string }[];
}

/** Two versions and the choice of which two. */
export function ComparedVersions({ now, before, choices }: ComparedVersionsProps) {
  return (
    <Panel title={before ? 'What has changed' : 'Where the firm stands'}>
      {choices.length > 2 ? (
        <form method="get" className="app-tools__form">
          {(['before', 'now'] as const).map((name) => (
            <div className="app-tools__field" key={name}>
              <label className="govuk-label" htmlFor={`choose-${name}`}>
                {name === 'before' ? 'Compare' : 'with'}
              </label>
              <select
                id={`choose-${name}`}
                className="govuk-select"
                name={name}
                defaultValue={name === 'before' ? before?.number : now.number}
              >
                {choices.map((choice) => (
                  <option key={choice.number} value={choice.number}>
                    {versionName(choice)}
                  </option>
                ))}
              </select>
            </div>
          ))}
          <button type="submit" className="govuk-button govuk-button--secondary">
            Show
          </button>
        </form>
      ) : null}
      <VersionBars now={now} before={before} />
    </Panel>
  );
}

/** The maturity of every scored area in one or two versions, as a picture with its table. */
export function VersionBars({ now, before }: { now: Version; before: Version | null }) {
  const valueIn = (version: Version | null, area: AreaKey) =>
    version?.sides.find((side) => side.area === area)?.adviser ?? null;
  return (
    <CompareBars
      title="Maturity by area, 0 to 5, as the adviser saw it"
      most={5}
      beforeLabel={before ? versionName(before) : ''}
      nowLabel={versionName(now)}
      rows={areaKeys
        .map((area) => ({
          label: areas[area].label,
          before: valueIn(before, area),
          now: valueIn(now, area),
        }))
        .filter((row) => row.before !== null || row.now !== null)}
    />
  );
}
