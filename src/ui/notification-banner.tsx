import type { ReactNode } from 'react';

/** Says that something was done. */
export function NotificationBanner({ children }: { children: ReactNode }) {
  return (
    <div className="app-said" role="status">
      <p>{children}</p>
    </div>
  );
}

/** Something that must not be overlooked. */
export function Warning({ children }: { children: ReactNode }) {
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning</span>
        {children}
      </strong>
    </div>
  );
}

/** A remark beside the text that explains without alarm. */
export function Inset({ children }: { children: ReactNode }) {
  return <div className="govuk-inset-text">{children}</div>;
}
