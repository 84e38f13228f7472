import type { ReactNode } from 'react';

/** A few facts side by side, each with its name. */
export function StatList({ stats }: { stats: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="app-stats">
      {stats.map((stat) => (
        <div key={stat.label}>
          <dt>{stat.label}</dt>
          <dd>{stat.value}</dd>
        </div>
      ))}
    </dl>
  );
}
