import type { ReactNode } from 'react';
import { NotificationBanner } from './notification-banner.tsx';
import { PrintHeader } from './print.tsx';

export interface FrameLink {
  label: string;
  href: string;
  isCurrent?: boolean;
}

export interface FrameGroup {
  /** Null where one short list needs none. */
  heading: string | null;
  items: readonly FrameLink[];
}

interface StaffFrameProps {
  organisation: string;
  programme: string | null;
  programmesHref: string;
  person: string;
  navigation: readonly FrameGroup[];
  /** Links of the person: account, mailbox, other organisations. */
  personLinks: readonly FrameLink[];
  said: string | null;
  /** The day, as it stands on paper. */
  printed: string;
  isDemonstration: boolean;
  /** The day that a demonstration has reached while it is being loaded. */
  demonstrationReached?: string | null;
  children: ReactNode;
}

/** The staff's shell: navigation at the side, folded on a phone without scripts. */
export function StaffFrame(props: StaffFrameProps) {
  return (
    <div className="app app-shell">
      <SkipLink />
      <header className="app-side">
        <div className="app-side__bar">
          <a className="app-side__name" href={props.programmesHref}>
            Espalier
          </a>
          <details className="app-side__fold">
            <summary>Menu</summary>
            <SideNavigation {...props} label="Menu" />
          </details>
        </div>
        <div className="app-side__wide">
          <SideNavigation {...props} label="Main" />
        </div>
      </header>
      <div className="app-page">
        {props.isDemonstration ? (
          <DemonstrationBanner reached={props.demonstrationReached ?? null} />
        ) : null}
        <main className="app-main" id="main-content" tabIndex={-1}>
          <PrintHeader
            organisation={props.organisation}
            programme={props.programme}
            printed={props.printed}
          />
          {props.said === null ? null : <NotificationBanner>{props.said}</NotificationBanner>}
          {props.children}
        </main>
      </div>
    </div>
  );
}

function SideNavigation(props: StaffFrameProps & { label: string }) {
  return (
    <>
      <a className="app-side__programme" href={props.programmesHref}>
        <span className="govuk-visually-hidden">Change programme. Now: </span>
        {props.programme ?? props.organisation}
      </a>
      <nav aria-label={props.label}>
        {props.navigation.map(({ heading, items }) => (
          <div className="app-side__group" key={heading}>
            {heading === null ? null : <h2>{heading}</h2>}
            <ul className="app-side__list">
              {items.map((item) => (
                <li key={item.href}>
                  <a href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>
                    {item.label}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="app-side__person">
        <p>{props.person}</p>
        <ul className="app-side__list">
          {props.personLinks.map((item) => (
            <li key={item.href}>
              <a href={item.href}>{item.label}</a>
            </li>
          ))}
          <li>
            <form method="post" action="/sign-out">
              <button type="submit">Sign out</button>
            </form>
          </li>
        </ul>
      </div>
    </>
  );
}

/** Lets a keyboard jump over the navigation. */
export function SkipLink() {
  return (
    <a href="#main-content" className="govuk-skip-link" data-module="govuk-skip-link">
      Skip to main content
    </a>
  );
}

/** Says that nothing here is real. */
export function DemonstrationBanner({ reached = null }: { reached?: string | null }) {
  return (
    <aside className="app-demonstration" aria-label="Demonstration">
      <p>
        <strong>Demonstration programme.</strong> Every firm and person here is invented; no letter
        leaves. {reached === null ? null : `It is still being loaded and has reached ${reached}. `}
        <a href="/demonstration">Sign in as somebody else</a>
      </p>
    </aside>
  );
}
