import { ChartTable } from './chart-table.tsx';

export interface ComparedRow {
  label: string;
  /** `null` where the area was not scored. */
  before: number | null;
  now: number | null;
}

interface CompareBarsProps {
  title: string;
  rows: readonly ComparedRow[];
  /** The top of the scale. */
  most: number;
  /** What the two bars stand for, e.g. the dates of two diagnoses. */
  beforeLabel: string;
  nowLabel: string;
}

/** Two versions of a diagnosis area by area: the earlier bar above, today's below, the change in words. */
export function CompareBars({ title, rows, most, beforeLabel, nowLabel }: CompareBarsProps) {
  const hasBefore = rows.some((row) => row.before !== null);
  return (
    <figure className="app-chart">
      <figcaption>{title}</figcaption>
      <ul className="app-chart__key">
        {hasBefore ? (
          <li>
            <svg viewBox="0 0 24 10" aria-hidden="true">
              <rect className="app-chart__before" width="24" height="10" />
            </svg>
            {beforeLabel}
          </li>
        ) : null}
        <li>
          <svg viewBox="0 0 24 10" aria-hidden="true">
            <rect className="app-chart__now" width="24" height="10" />
          </svg>
          {nowLabel}
        </li>
      </ul>
      <ul className="app-compare">
        {rows.map((row) => (
          <li key={row.label}>
            <span className="app-compare__name">{row.label}</span>
            <svg
              className="app-compare__bars"
              viewBox="0 0 100 14"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect className="app-chart__rail" width="100" height="14" />
              {hasBefore ? (
                <rect
                  className="app-chart__before"
                  width={share(row.before, most)}
                  height="5"
                  y="1"
                />
              ) : null}
              <rect
                className="app-chart__now"
                width={share(row.now, most)}
                height={hasBefore ? 6 : 12}
                y={hasBefore ? 7 : 1}
              />
            </svg>
            <span className="app-compare__value">
              {row.now ?? 'Not scored'}
              <span className="app-compare__change">{changeOf(row)}</span>
            </span>
          </li>
        ))}
      </ul>
      <ChartTable
        caption={title}
        heads={hasBefore ? ['Area', beforeLabel, nowLabel] : ['Area', nowLabel]}
        rows={rows.map((row) =>
          hasBefore
            ? [row.label, String(row.before ?? '–'), String(row.now ?? '–')]
            : [row.label, String(row.now ?? '–')],
        )}
      />
    </figure>
  );
}

function share(value: number | null, most: number): number {
  return value === null || most <= 0 ? 0 : Math.max(0, Math.min(100, (value / most) * 100));
}

function changeOf({ before, now }: ComparedRow): string {
  if (before === null || now === null) return '';
  if (before === now) return ' same';
  return now > before ? ` up ${round(now - before)}` : ` down ${round(before - now)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
