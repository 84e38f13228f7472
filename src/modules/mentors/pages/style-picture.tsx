import { type StyleAnswers, styleAxes, styleWords } from '../working-style.ts';

interface StylePictureProps {
  title: string;
  /** At most two ways of working beside each other. */
  series: readonly { name: string; style: StyleAnswers }[];
}

/** Ways of working as points between two ends; where two are shown, near points mean an easy start. */
export function StylePicture({ title, series }: StylePictureProps) {
  const axes = styleAxes.filter((axis) => series.some(({ style }) => style[axis] !== undefined));
  if (axes.length === 0) return <p className="govuk-body">Not asked yet.</p>;
  return (
    <figure className="app-style">
      <figcaption className="govuk-visually-hidden">{title}</figcaption>
      {series.length > 1 ? (
        <p className="govuk-body-s app-style__key">
          {series.map(({ name }, at) => (
            <span key={name} className={`app-style__name app-style__name--${at}`}>
              {name}
            </span>
          ))}
        </p>
      ) : null}
      <ul className="app-style__rows">
        {axes.map((axis) => {
          const [one, five] = styleWords[axis];
          return (
            <li key={axis}>
              <span className="app-axis__end">{one}</span>
              <svg viewBox="0 0 100 16" role="img" aria-label={words(axis, series)}>
                <line x1="6" y1="8" x2="94" y2="8" className="app-style__line" />
                {series.map(({ name, style }, at) => {
                  const value = style[axis];
                  if (value === undefined) return null;
                  const x = 6 + (value - 1) * 22;
                  return at === 0 ? (
                    <circle key={name} cx={x} cy="8" r="5" className="app-style__dot--0" />
                  ) : (
                    <rect
                      key={name}
                      x={x - 4}
                      y="4"
                      width="8"
                      height="8"
                      className="app-style__dot--1"
                    />
                  );
                })}
              </svg>
              <span className="app-axis__end">{five}</span>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}

function words(axis: keyof typeof styleWords, series: StylePictureProps['series']): string {
  const [one, five] = styleWords[axis];
  const points = series.flatMap(({ name, style }) =>
    style[axis] === undefined ? [] : [`${name} ${style[axis]} of 5`],
  );
  return `1 ${one}, 5 ${five}: ${points.join(', ')}`;
}
