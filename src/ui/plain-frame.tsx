import type { ReactNode } from 'react';
import { NotificationBanner } from './notification-banner.tsx';
import { PrintHeader } from './print.tsx';
import { DemonstrationBanner, type FrameLink, SkipLink } from './staff-frame.tsx';

interface PlainFrameProps {
  /** Who speaks: the organisation or the programme. */
  name: string;
  homeHref: string;
  links?: readonly FrameLink[];
  /** Set for somebody who is signed in. */
  person?: string;
  said?: string | null;
  /** The day, as it stands on paper. */
  printed?: string;
  isDemonstration?: boolean;
  demonstrationReached?: string | null;
  children: ReactNode;
}

/** The calmer, larger frame of public, mentors' and participants' pages. */
export function PlainFrame(props: PlainFrameProps) {
  const { links = [], said = null } = props;
  return (
    <div className="app-plain">
      <SkipLink />
      {props.isDemonstration ? (
        <DemonstrationBanner reached={props.demonstrationReached ?? null} />
      ) : null}
      <header className="app-top">
        <div className="app-top__inner">
          <a className="app-top__name" href={props.homeHref}>
            {props.name}
          </a>
          {links.length === 0 && props.person === undefined ? null : (
            <nav aria-label="Main">
              <ul className="app-top__list">
                {links.map((item) => (
                  <li key={item.href}>
                    <a href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>
                      {item.label}
                    </a>
                  </li>
                ))}
                {props.person === undefined ? null : (
                  <li>
                    <form method="post" action="/sign-out">
                      <button type="submit">
                        Sign out <span className="govuk-visually-hidden">{props.person}</span>
                      </button>
                    </form>
                  </li>
                )}
              </ul>
            </nav>
          )}
        </div>
      </header>
      <main className="app-plain__main" id="main-content" tabIndex={-1}>
        {props.printed === undefined ? null : (
          <PrintHeader organisation={props.name} printed={props.printed} />
        )}
        {said === null ? null : <NotificationBanner>{said}</NotificationBanner>}
        {props.children}
      </main>
      <footer className="app-foot">
        <p>
          Run with Espalier · <a href="/accessibility">Accessibility</a>
        </p>
      </footer>
    </div>
  );
}
