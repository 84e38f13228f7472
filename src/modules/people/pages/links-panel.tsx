import { plural } from '../../../kernel/text.ts';
import { Panel } from '../../../ui/card.tsx';
import { PostButton } from '../../../ui/form.tsx';

/** How many mailed links a person has that still open something, and the way to end them. */
export function LinksPanel({ links }: { links: number }) {
  return (
    <Panel title="Mailed links">
      <p className="govuk-body">
        {plural(links, 'link')} in letters to this person still{' '}
        {links === 1 ? 'opens a page' : 'open pages'} without a password. End them when a letter
        went astray; they can have a new one sent from any old letter.
      </p>
      <PostButton values={{ intent: 'end-links' }}>End all mailed links</PostButton>
    </Panel>
  );
}
