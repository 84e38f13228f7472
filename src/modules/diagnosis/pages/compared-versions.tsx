import { formatDate } from '../../../kernel/calendar.ts';
import { Panel } from '../../../ui/card.tsx';
import { CompareBars } from '../../../ui/compare-bars.tsx';
import { type AreaKey, areaKeys, areas } from '../areas.ts';

interface Version {
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

/** Two versions as a picture with its table, and the choice of which two. */
export function ComparedVersions({ now, before, choices }: ComparedVersionsProps) {
  const valueIn = (version: Version | null, area: AreaKey) =>
    version?.sides.find((side) => side.area === area)?.adviser ?? null;
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
                    {formatDate(choice.datedOn)}
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
      <CompareBars
        title="Maturity by area, 0 to 5, as the adviser saw it"
        most={5}
        beforeLabel={before ? formatDate(before.datedOn) : ''}
        nowLabel={formatDate(now.datedOn)}
        rows={areaKeys.map((area) => ({
          label: areas[area].label,
          before: valueIn(before, area),
          now: valueIn(now, area),
        }))}
      />
    </Panel>
  );
}
