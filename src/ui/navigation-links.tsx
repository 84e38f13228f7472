import type { FrameLink } from './staff-frame.tsx';

/** Views of one list, or kinds of a timeline, as links; the current one is marked. */
export function Tabs({ label, links }: { label: string; links: readonly FrameLink[] }) {
  return (
    <nav aria-label={label}>
      <ul className="app-tabs">
        {links.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The way down to this page; the page itself is not in it. */
export function Breadcrumbs({ links }: { links: readonly FrameLink[] }) {
  return (
    <nav className="govuk-breadcrumbs" aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        {links.map((item) => (
          <li className="govuk-breadcrumbs__list-item" key={item.href}>
            <a className="govuk-breadcrumbs__link" href={item.href}>
              {item.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
