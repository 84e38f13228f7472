export interface Axis {
  key: string;
  /** What 1 means. */
  one: string;
  /** What 5 means. */
  five: string;
}

interface AxesPictureProps {
  title: string;
  axes: readonly Axis[];
  /** At most two sets of answers from 1 to 5; an axis left out was not answered. */
  series: readonly { name: string; values: Readonly<Record<string, number | undefined>> }[];
}

/** Answers as points between two ends; of two sets, the nearer the points the more alike. */
export function AxesPicture({ title, axes, series }: AxesPictureProps) {
  const shown = axes.filter(({ key }) => series.some(({ values }) => values[key] !== undefined));
  if (shown.length === 0) return <p className="govuk-body">Not asked yet.</p>;
  return (
    <figure className="app-style">
      <figcaption className="govuk-visually-hidden">{title}</figcaption>
      {series.length > 1 ? (
        <p className="govuk-body-s">
          {series.map(({ name }, at) => (
            <span key={name} className={`app-style__name app-style__name--${at}`}>
              {name}
            </span>
          ))}
        </p>
      ) : null}
      <ul className="app-style__rows">
        {shown.map((axis) => (
          <li key={axis.key}>
            <span className="app-axis__end">{axis.one}</span>
            <svg viewBox="0 0 100 16" role="img" aria-label={words(axis, series)}>
              <line x1="6" y1="8" x2="94" y2="8" className="app-style__line" />
              {series.map(({ name, values }, at) => (
                <Point key={name} value={values[axis.key]} isSecond={at === 1} />
              ))}
            </svg>
            <span className="app-axis__end">{axis.five}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Point({ value, isSecond }: { value: number | undefined; isSecond: boolean }) {
  if (value === undefined) return null;
  const x = 6 + (value - 1) * 22;
  return isSecond ? (
    <rect x={x - 4} y="4" width="8" height="8" className="app-style__dot--1" />
  ) : (
    <circle cx={x} cy="8" r="5" className="app-style__dot--0" />
  );
}

function words({ key, one, five }: Axis, series: AxesPictureProps['series']): string {
  const points = series.flatMap(({ name, values }) =>
    values[key] === undefined ? [] : [`${name} ${values[key]} of 5`],
  );
  return `1 ${one}, 5 ${five}: ${points.join(', ')}`;
}
