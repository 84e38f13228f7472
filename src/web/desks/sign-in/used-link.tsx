import { LinkButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';

interface UsedLinkProps {
  /** What could be done with the link, after "to". */
  what: string;
  /** Where another one is asked for. */
  renewal: string;
  /** Where whoever is signed in already was going. */
  goOn?: string;
}

/** What stands behind a mailed link of an account that has been used or has run out, before anything is typed. */
export function UsedLink({ what, renewal, goOn }: UsedLinkProps) {
  const isSignedIn = goOn !== undefined;
  return (
    <>
      <title>This link no longer works – Espalier</title>
      <PageHeading title={isSignedIn ? 'You are signed in already' : 'This link no longer works'} />
      <p className="govuk-body">
        This link has been used or has run out: a link to {what} works once and for a short time.
      </p>
      {isSignedIn ? (
        <LinkButton href={goOn}>Go on</LinkButton>
      ) : (
        <LinkButton href={renewal}>Have a new link sent to you</LinkButton>
      )}
    </>
  );
}
