import type { ReactNode } from 'react';
import type { FrameLink } from './staff-frame.tsx';

interface PageHeadingProps {
  title: ReactNode;
  caption?: ReactNode;
  /** Buttons to the right; below on a phone. */
  actions?: ReactNode;
  back?: FrameLink;
}

/** The one `h1` of a page. */
export function PageHeading({ title, caption, actions, back }: PageHeadingProps) {
  return (
    <>
      {back ? (
        <a href={back.href} className="govuk-back-link">
          {back.label}
        </a>
      ) : null}
      <div className="app-heading">
        <div>
          <h1 className="govuk-heading-l">{title}</h1>
          {caption ? <p className="app-heading__caption">{caption}</p> : null}
        </div>
        {actions ? <div className="app-heading__actions">{actions}</div> : null}
      </div>
    </>
  );
}

/** Sections of one record as links (MOJ sub navigation). */
export function SubNavigation({ label, links }: { label: string; links: readonly FrameLink[] }) {
  return (
    <nav className="moj-sub-navigation" aria-label={label}>
      <ul className="moj-sub-navigation__list">
        {links.map((item) => (
          <li className="moj-sub-navigation__item" key={item.href}>
            <a
              className="moj-sub-navigation__link"
              href={item.href}
              aria-current={item.isCurrent ? 'page' : undefined}
            >
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface StepperProps {
  steps: readonly { step: string; label: string; href?: string; isDone?: boolean }[];
  current: string;
}

/** Where one is in a job of several pages; done steps can be visited again. */
export function Stepper({ steps, current }: StepperProps) {
  const at = steps.findIndex((one) => one.step === current);
  return (
    <nav aria-label="Steps" className="app-steps">
      <p className="govuk-body-s">
        Step {at + 1} of {steps.length}
      </p>
      <ol>
        {steps.map((one) => (
          <li
            key={one.step}
            className={one.isDone ? 'app-steps__done' : undefined}
            aria-current={one.step === current ? 'step' : undefined}
          >
            {one.href && one.step !== current ? <a href={one.href}>{one.label}</a> : one.label}
          </li>
        ))}
      </ol>
    </nav>
  );
}
