import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** The course of a figure at the size of a word; `label` says it to those who cannot see it. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const across = scaleLinear()
    .domain([0, Math.max(1, values.length - 1)])
    .range([2, 94]);
  const up = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(1, ...values)])
    .range([21, 3]);
  const last = values.at(-1);
  const path = line<number>()
    .x((_, at) => across(at))
    .y((value) => up(value))([...values]);
  return (
    <svg className="app-sparkline" viewBox="0 0 96 24" role="img" aria-label={label}>
      <path d={path ?? ''} />
      {last === undefined ? null : <circle cx={across(values.length - 1)} cy={up(last)} r="3" />}
    </svg>
  );
}
