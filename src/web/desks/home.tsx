import { redirect, useLoaderData } from 'react-router';
import { orgPaths } from '../../kernel/paths.ts';
import { isSetUp, organisationsOf } from '../../modules/people/reads.ts';
import { EmptyState } from '../../ui/card.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { loadAccountPage } from '../account-page.ts';

/** Sends everybody on: to set-up, to sign-in, or to their organisation; shows a list when there are several. */
export const loader = loadAccountPage(async ({ app, account }) => {
  if (!account) {
    const isDone = await app.database.anonymous(isSetUp);
    if (isDone) throw redirect('/sign-in');
    return { kind: 'not-set-up' as const, organisations: [] };
  }
  const organisations = await app.database.anonymous((tx) => organisationsOf(tx, account.userId));
  const [first] = organisations;
  if (first && organisations.length === 1) throw redirect(orgPaths(first.slug).home);
  return {
    kind: 'signed-in' as const,
    organisations: organisations.map(({ name, slug }) => ({ name, href: orgPaths(slug).home })),
  };
});

export default function Screen() {
  const { kind, organisations } = useLoaderData<typeof loader>();
  if (kind === 'not-set-up') {
    return (
      <>
        <title>Not set up yet – Espalier</title>
        <PageHeading title="Nobody has set Espalier up yet" />
        <p className="govuk-body">
          When Espalier started, it printed a link that begins with <code>/setup/</code> in the
          terminal. Open that link to make your organisation. Only who can read the terminal can do
          it.
        </p>
        <p className="govuk-body">
          If the link is lost, stop Espalier and start it again: it prints a new one.
        </p>
      </>
    );
  }
  return (
    <>
      <title>Your organisations – Espalier</title>
      <PageHeading title="Your organisations" />
      {organisations.length === 0 ? (
        <EmptyState title="You belong to no organisation at present">
          Ask the person who invited you. If you have a letter with an invitation, open its link.
        </EmptyState>
      ) : (
        <ul className="govuk-list">
          {organisations.map((organisation) => (
            <li key={organisation.href}>
              <a className="govuk-link" href={organisation.href}>
                {organisation.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
