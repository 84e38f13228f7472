import { ChartTable } from '../../../../ui/chart-table.tsx';
import { pointsWords } from '../allocation.ts';
import type { LoyaltyStep } from '../loyalty.ts';

interface LoyaltyCurveProps {
  steps: readonly LoyaltyStep[];
  current: number | null;
}

const width = 640;
const height = 220;
const edge = { top: 16, right: 24, bottom: 40, left: 56 };

/** People disturbed (across) against fit lost (up), one dot per step; the step in force is filled. */
export function LoyaltyCurve({ steps, current }: LoyaltyCurveProps) {
  const most = {
    moved: Math.max(1, ...steps.map((step) => step.moved)),
    lost: Math.max(100, ...steps.map((step) => step.lost)),
  };
  const x = (moved: number) => edge.left + (moved / most.moved) * (width - edge.left - edge.right);
  const y = (lost: number) =>
    height - edge.bottom - (lost / most.lost) * (height - edge.top - edge.bottom);
  const line = steps
    .toSorted((a, b) => a.moved - b.moved || b.lost - a.lost)
    .map((step, at) => `${at === 0 ? 'M' : 'L'}${x(step.moved)} ${y(step.lost)}`)
    .join('');
  const name = (step: LoyaltyStep) => (step.points === null ? 'Never' : pointsWords(step.points));
  return (
    <figure className="app-chart">
      <figcaption>Matches that would move, and points lost by keeping the rest together</figcaption>
      <svg
        className="app-chart__drawing app-chart__drawing--line"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Between 0 and ${most.moved} matches move; keeping all together loses ${pointsWords(most.lost)}`}
      >
        <line
          className="app-chart__grid"
          x1={edge.left}
          x2={width - edge.right}
          y1={y(0)}
          y2={y(0)}
        />
        <line
          className="app-chart__grid"
          x1={edge.left}
          x2={width - edge.right}
          y1={y(most.lost)}
          y2={y(most.lost)}
        />
        <text x={edge.left - 8} y={y(0)} dy="0.35em" textAnchor="end">
          0
        </text>
        <text x={edge.left - 8} y={y(most.lost)} dy="0.35em" textAnchor="end">
          {Math.round(most.lost / 100).toLocaleString('en-GB')}
        </text>
        <text x={edge.left} y={height - 12}>
          0 move
        </text>
        <text x={width - edge.right} y={height - 12} textAnchor="end">
          {most.moved} move
        </text>
        <path className="app-chart__plan" d={line} />
        {steps.map((step) => (
          <circle
            key={name(step)}
            className={step.points === current ? 'app-chart__dot' : 'app-chart__ring'}
            cx={x(step.moved)}
            cy={y(step.lost)}
            r="6"
          >
            <title>{name(step)}</title>
          </circle>
        ))}
      </svg>
      <ChartTable
        caption="People disturbed against fit lost"
        heads={['May move for more than', 'Matches that move', 'Points lost']}
        rows={steps.map((step) => [
          name(step),
          String(step.moved),
          String(Math.round(step.lost / 10) / 10),
        ])}
      />
    </figure>
  );
}
