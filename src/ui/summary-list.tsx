import type { ReactNode } from 'react';
import { lowerFirst } from '../kernel/text.ts';

export interface SummaryRow {
  key: string;
  value: ReactNode;
  href?: string;
  /** What the link does, e.g. `Change`. */
  verb?: string;
}

/** Names and values of one record. Empty values read "Not known". */
export function SummaryList({ rows, isPlain }: { rows: readonly SummaryRow[]; isPlain?: boolean }) {
  return (
    <dl className={`govuk-summary-list${isPlain ? ' govuk-summary-list--no-border' : ''}`}>
      {rows.map((row) => (
        <div className="govuk-summary-list__row" key={row.key}>
          <dt className="govuk-summary-list__key">{row.key}</dt>
          <dd className="govuk-summary-list__value">
            {row.value === null || row.value === undefined || row.value === '' ? (
              <span className="app-unknown">Not known</span>
            ) : (
              row.value
            )}
          </dd>
          {row.href ? (
            <dd className="govuk-summary-list__actions">
              <a className="govuk-link" href={row.href}>
                {row.verb ?? 'Change'}
                <span className="govuk-visually-hidden"> {lowerFirst(row.key)}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

interface DetailsProps {
  summary: ReactNode;
  children: ReactNode;
  isOpen?: boolean;
}

/** More for those who want it; opens without scripts. */
export function Details({ summary, children, isOpen }: DetailsProps) {
  return (
    <details className="govuk-details" open={isOpen}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}

interface TimelineItem {
  id: string;
  title: ReactNode;
  by?: ReactNode;
  when: string;
  instant?: string;
  children?: ReactNode;
}

/** What happened, newest first (MOJ timeline). */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="moj-timeline app-timeline">
      {items.map((item) => (
        <li className="moj-timeline__item" key={item.id}>
          <div className="moj-timeline__header">
            <h3 className="moj-timeline__title">{item.title}</h3>
            {item.by ? <p className="moj-timeline__byline">by {item.by}</p> : null}
          </div>
          <p className="moj-timeline__date">
            <time dateTime={item.instant}>{item.when}</time>
          </p>
          {item.children ? <div className="moj-timeline__description">{item.children}</div> : null}
        </li>
      ))}
    </ol>
  );
}
