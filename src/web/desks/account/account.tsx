import { useLoaderData } from 'react-router';
import { orgPaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { organisationsOf } from '../../../modules/people/reads.ts';
import { sessionsOf } from '../../../platform/auth/account-sessions.ts';
import { Panel } from '../../../ui/card.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { authHeaders, loadAccountPage, signedIn } from '../../account-page.ts';

export const loader = loadAccountPage(async (place) => {
  const { app, request, peer } = place;
  const account = signedIn(place);
  const passkeys = await app.auth.api.listPasskeys({ headers: authHeaders(request, peer) });
  return app.database.anonymous(async (tx) => ({
    email: account.email,
    hasSecondFactor: account.hasSecondFactor,
    passkeys: passkeys.length,
    devices: (await sessionsOf(tx, account.userId, app.clock.now())).length,
    organisations: (await organisationsOf(tx, account.userId)).map(({ name, slug }) => ({
      name,
      href: orgPaths(slug).home,
      profile: orgPaths(slug).profile,
    })),
  }));
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <title>Your account – Espalier</title>
      <PageHeading title="Your account" caption={`You sign in as ${page.email}`} />
      <Panel title="Signing in">
        <SummaryList
          rows={[
            { key: 'Password', value: 'Set', href: '/account/password' },
            {
              key: 'Second factor',
              value: page.hasSecondFactor ? 'On: a code from your app' : 'Off',
              href: '/account/second-factor',
              verb: page.hasSecondFactor ? 'Change' : 'Set up',
            },
            {
              key: 'Passkeys',
              value: page.passkeys === 0 ? 'None' : plural(page.passkeys, 'passkey'),
              href: '/account/passkeys',
              verb: page.passkeys === 0 ? 'Set up' : 'Change',
            },
            {
              key: 'Devices',
              value: `Signed in on ${plural(page.devices, 'device')}`,
              href: '/account/devices',
              verb: 'See',
            },
          ]}
        />
      </Panel>
      <Panel title="Your organisations">
        {page.organisations.length === 0 ? (
          <p className="govuk-body">You belong to no organisation at present.</p>
        ) : (
          <SummaryList
            rows={page.organisations.map((organisation) => ({
              key: organisation.name,
              value: <a href={organisation.href}>Open</a>,
              href: organisation.profile,
              verb: 'Your details',
            }))}
          />
        )}
      </Panel>
    </>
  );
}
