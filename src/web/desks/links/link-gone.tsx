import { PostButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';

interface LinkGoneProps {
  /** Whether another one can be asked for here; invitations come from the person who sent them. */
  canRenew?: boolean;
  isAsked?: boolean;
}

/** What the holder of a link reads that no longer works, whatever page it was for. */
export function LinkGone({ canRenew = false, isAsked = false }: LinkGoneProps) {
  if (isAsked) {
    return (
      <>
        <title>Look into your mailbox – Espalier</title>
        <PageHeading title="Look into your mailbox" />
        <p className="govuk-body">
          If this was a link of ours, a letter with a new one is written to the address that the old
          one went to. It opens your page, and what waits for you stands there.
        </p>
        <p className="govuk-body">
          Nothing there? Ring your adviser: every letter names the number.
        </p>
      </>
    );
  }
  return (
    <>
      <title>This link no longer works – Espalier</title>
      <PageHeading title="This link no longer works" />
      <p className="govuk-body">It has been used, taken back or has run out.</p>
      {canRenew ? (
        <>
          <p className="govuk-body">
            Have a new one sent. It goes to the address that the old one went to, and to no other.
          </p>
          <PostButton kind="primary">Send me a new one</PostButton>
        </>
      ) : (
        <p className="govuk-body">Ask the person who sent it for a new one.</p>
      )}
    </>
  );
}
