import { PageHeading } from '../../../ui/page-heading.tsx';

/** What the holder of a link reads that no longer works. */
export function LinkGone() {
  return (
    <>
      <title>This link no longer works – Espalier</title>
      <PageHeading title="This link no longer works" />
      <p className="govuk-body">
        It has been used, taken back or has run out. Ask the person who sent it for a new one.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href="/sign-in">
          If you have an account, sign in
        </a>
      </p>
    </>
  );
}
