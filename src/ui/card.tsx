import type { ReactNode } from 'react';

interface CardProps {
  label: ReactNode;
  value: ReactNode;
  /** Every number opens the list behind it. */
  href?: string;
  note?: ReactNode;
  bar?: { value: number; most: number; label: string };
}

/** A figure with what it is; the figure is a link to its list. */
export function Card({ label, value, href, note, bar }: CardProps) {
  return (
    <div className="app-card">
      <p className="app-card__label">{label}</p>
      <p className="app-card__value">{href ? <a href={href}>{value}</a> : value}</p>
      {note ? <p className="app-card__note">{note}</p> : null}
      {bar ? <ProgressBar {...bar} hidesText /> : null}
    </div>
  );
}

/** Cards beside each other, as many as fit. */
export function CardGrid({ children }: { children: ReactNode }) {
  return <div className="app-cards">{children}</div>;
}

interface PanelProps {
  title?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  id?: string;
}

/** A white sheet with a heading. */
export function Panel({ title, actions, children, id }: PanelProps) {
  return (
    <section className="app-panel" id={id}>
      {title ? (
        <div className="app-panel__head">
          <h2 className="govuk-heading-m">{title}</h2>
          {actions}
        </div>
      ) : null}
      {children}
    </section>
  );
}

/** A wide and a narrow column; below each other on a narrow screen. */
export function TwoColumns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className="app-two">
      <div>{main}</div>
      <div>{side}</div>
    </div>
  );
}

interface ProgressBarProps {
  value: number;
  most: number;
  label: string;
  /** What is said beside the bar, e.g. `9 h 30 of 12 h`. */
  text?: string;
  hidesText?: boolean;
}

/** How far something has come; the text says the same as the bar. */
export function ProgressBar({ value, most, label, text, hidesText }: ProgressBarProps) {
  const share = most <= 0 ? 0 : Math.max(0, Math.min(100, Math.round((value / most) * 100)));
  return (
    <div className="app-progress">
      {hidesText ? null : (
        <p className="app-progress__text">
          <span>{label}</span>
          <strong>{text ?? `${share} %`}</strong>
        </p>
      )}
      <svg
        className="app-progress__bar"
        role="img"
        aria-label={`${label}: ${text ?? `${share} %`}`}
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
      >
        <rect className="app-progress__track" width="100" height="4" rx="2" />
        <rect className="app-progress__fill" width={share} height="4" rx="2" />
      </svg>
    </div>
  );
}

interface EmptyStateProps {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

/** What will be here, and the first thing to do. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="app-empty">
      <h2 className="govuk-heading-m">{title}</h2>
      <div className="govuk-body">{children}</div>
      {action}
    </div>
  );
}
