import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { ChartTable } from './chart-table.tsx';

interface LineChartProps {
  title: string;
  /** What is counted, e.g. `enterprises`. */
  unit: string;
  /** Names of the moments, oldest first, e.g. `Q1 2027`. */
  moments: readonly string[];
  /** What was reached; `null` where the moment is still to come. */
  actual: readonly (number | null)[];
  /** The profile agreed with the funder, or the trajectory. */
  plan: readonly number[];
  actualLabel?: string;
  planLabel?: string;
}

const width = 640;
const height = 260;
const edge = { top: 12, right: 16, bottom: 30, left: 48 };

/** A figure over time against its profile. The table below holds the same numbers. */
export function LineChart(props: LineChartProps) {
  const { title, unit, moments, actual, plan } = props;
  const { actualLabel = 'Actual', planLabel = 'Profile' } = props;
  const most = Math.max(1, ...plan, ...actual.map((value) => value ?? 0));
  const across = scalePoint<string>()
    .domain(moments)
    .range([edge.left, width - edge.right]);
  const up = scaleLinear()
    .domain([0, most])
    .nice(4)
    .range([height - edge.bottom, edge.top]);
  const x = (at: number) => across(moments[at] ?? '') ?? edge.left;
  const draw = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => x(at))
    .y((value) => up(value ?? 0));
  const last = actual.findLastIndex((value) => value !== null);
  // Five names fit side by side on a desk; every other of them is left out on a phone.
  const every = Math.ceil(moments.length / 5);
  return (
    <figure className="app-chart">
      <figcaption>{title}</figcaption>
      <LineKey actual={actualLabel} plan={planLabel} />
      <svg
        className="app-chart__drawing app-chart__drawing--line"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={said(props, last)}
      >
        {up.ticks(4).map((tick) => (
          <g key={tick}>
            <line
              className="app-chart__grid"
              x1={edge.left}
              x2={width - edge.right}
              y1={up(tick)}
              y2={up(tick)}
            />
            <text x={edge.left - 8} y={up(tick)} dy="0.35em" textAnchor="end">
              {tick.toLocaleString('en-GB')}
            </text>
          </g>
        ))}
        {moments.map((moment, at) =>
          at % every === 0 ? (
            <text
              key={moment}
              className={(at / every) % 2 === 1 ? 'app-chart__minor' : undefined}
              x={x(at)}
              y={height - 8}
              textAnchor={anchorOf(at, moments.length)}
            >
              {moment}
            </text>
          ) : null,
        )}
        <path className="app-chart__plan" d={draw([...plan]) ?? ''} />
        <path className="app-chart__actual" d={draw([...actual]) ?? ''} />
        {last < 0 ? null : (
          <circle className="app-chart__dot" cx={x(last)} cy={up(actual[last] ?? 0)} r="5" />
        )}
      </svg>
      <ChartTable
        caption={`${title}, in ${unit}`}
        heads={['', actualLabel, planLabel]}
        rows={moments.map((moment, at) => [moment, shown(actual[at]), shown(plan[at])])}
      />
    </figure>
  );
}

function LineKey({ actual, plan }: { actual: string; plan: string }) {
  return (
    <ul className="app-chart__key">
      <li>
        <svg viewBox="0 0 24 10" aria-hidden="true">
          <path className="app-chart__actual" d="M0 5H24" />
        </svg>
        {actual}
      </li>
      <li>
        <svg viewBox="0 0 24 10" aria-hidden="true">
          <path className="app-chart__plan" d="M0 5H24" />
        </svg>
        {plan}
      </li>
    </ul>
  );
}

function anchorOf(at: number, count: number): 'start' | 'middle' | 'end' {
  if (at === 0) return 'start';
  return at === count - 1 ? 'end' : 'middle';
}

function shown(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toLocaleString('en-GB');
}

function said({ title, unit, moments, actual, plan }: LineChartProps, last: number): string {
  if (last < 0) return `${title}: nothing reached yet`;
  return `${title}: ${shown(actual[last])} ${unit} by ${moments[last]}, profile ${shown(plan[last])}`;
}
