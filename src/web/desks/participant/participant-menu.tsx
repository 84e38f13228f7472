import type { participantPagesAt } from '../../../kernel/paths.ts';
import { Panel } from '../../../ui/card.tsx';

interface ParticipantMenuProps {
  paths: ReturnType<typeof participantPagesAt>;
  /** Without a password only a part of the pages opens. */
  isByLink: boolean;
}

/** What one does here, each with a word of why; what waits stands above it. */
export function ParticipantMenu({ paths, isByLink }: ParticipantMenuProps) {
  const always = [
    [paths.actions, 'Our next steps', 'what you and your mentor agreed; mark what is done'],
    [paths.sharing, 'What mentors see of us', 'who was shown what, and when your name is given'],
  ] as const;
  const withAccount = [
    [paths.figures, 'Our figures', 'staff, turnover and what has changed, in your own words too'],
    [paths.details, 'Our details', 'telephone, website and what you do'],
    [paths.people, 'Our people', 'who gets letters, and who may sign in'],
    [paths.style, 'How we like to work', 'helps to find a mentor who suits you'],
    [paths.wish, 'A wish about your mentor', 'what the next one should be like'],
  ] as const;
  return (
    <Panel title="What you can do here">
      <ul className="govuk-list app-list">
        {[...always, ...(isByLink ? [] : withAccount)].map(([href, label, why]) => (
          <li key={href}>
            <a href={href}>{label}</a> <span className="app-quiet">{why}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
