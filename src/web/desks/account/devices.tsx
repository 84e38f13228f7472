import { useLoaderData } from 'react-router';
import { textOf } from '../../../kernel/form-answer.ts';
import { notFound } from '../../../kernel/errors.ts';
import { plural } from '../../../kernel/text.ts';
import { formatInstant } from '../../../kernel/calendar.ts';
import { type AccountEventKind, eventsOf } from '../../../platform/auth/account-events.ts';
import { endSession, endSessions, sessionsOf } from '../../../platform/auth/account-sessions.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { actAccountPage, loadAccountPage, signedIn } from '../../account-page.ts';
import { deviceWords } from '../../device.ts';

export const loader = loadAccountPage(async (place) => {
  const { app } = place;
  const account = signedIn(place);
  const [sessions, events] = await app.database.anonymous(async (tx) => [
    await sessionsOf(tx, account.userId, app.clock.now()),
    await eventsOf(tx, account.userId),
  ]);
  return {
    sessions: sessions.map((session) => ({
      id: session.id,
      device: deviceWords(session.userAgent),
      since: formatInstant(session.createdAt, 'UTC'),
      lastUsed: formatInstant(session.lastUsedAt, 'UTC'),
      isThis: session.token === account.sessionToken,
    })),
    events: events.map((event) => ({
      id: event.id,
      when: formatInstant(event.at, 'UTC'),
      what: event.how === '' ? eventWords[event.kind] : `${eventWords[event.kind]} (${event.how})`,
      device: deviceWords(event.userAgent),
      network: event.network,
    })),
  };
});

const eventWords: Readonly<Record<AccountEventKind, string>> = {
  'sign-in': 'Signed in',
  'password-reset': 'New password by a mailed link',
  'password-changed': 'Password changed',
  'second-factor-on': 'Second factor turned on',
  'second-factor-off': 'Second factor turned off',
  'backup-codes-made': 'New backup codes',
  'passkey-added': 'Passkey added',
  'passkey-removed': 'Passkey removed',
};

export const action = actAccountPage(async (place) => {
  const { app, form, done } = place;
  const account = signedIn(place);
  const sessionId = textOf(form, 'session');
  if (sessionId === 'others') {
    const ended = await app.database.anonymous((tx) =>
      endSessions(tx, account.userId, account.sessionToken),
    );
    return done('/account/devices', `${plural(ended, 'other device')} signed out.`);
  }
  const isEnded = await app.database.anonymous((tx) => endSession(tx, account.userId, sessionId));
  if (!isEnded) throw notFound('device');
  return done('/account/devices', 'The device is signed out.');
});

export default function Screen() {
  const { sessions, events } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Your devices – Espalier</title>
      <PageHeading
        title="Your devices"
        caption="Where you are signed in. Sign out whatever you do not know, then change your password."
        back={{ label: 'Your account', href: '/account' }}
      />
      <DataTable
        caption="Devices that are signed in"
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          {
            key: 'device',
            label: 'Device',
            isHeader: true,
            cell: (session) => (
              <>
                {session.device} {session.isThis ? <Tag tone="good">This device</Tag> : null}
              </>
            ),
          },
          { key: 'since', label: 'Signed in (UTC)', cell: (session) => session.since },
          { key: 'lastUsed', label: 'Last used (UTC)', cell: (session) => session.lastUsed },
          {
            key: 'end',
            label: 'Sign out',
            cell: (session) =>
              session.isThis ? (
                'Use “Sign out” above'
              ) : (
                <PostButton values={{ session: session.id }}>
                  Sign out
                  <span className="govuk-visually-hidden">
                    {` ${session.device}, last used ${session.lastUsed}`}
                  </span>
                </PostButton>
              ),
          },
        ]}
      />
      {sessions.length > 1 ? (
        <PostButton kind="warning" values={{ session: 'others' }}>
          Sign out all other devices
        </PostButton>
      ) : null}
      <h2 className="govuk-heading-m">What happened to your account</h2>
      {events.length === 0 ? (
        <p className="govuk-body">
          Nothing is recorded yet. Each sign-in and change will stand here.
        </p>
      ) : (
        <DataTable
          caption="Sign-ins and changes, the newest first"
          rows={events}
          rowKey={(event) => event.id}
          columns={[
            { key: 'when', label: 'When (UTC)', isHeader: true, cell: (event) => event.when },
            { key: 'what', label: 'What', cell: (event) => event.what },
            { key: 'device', label: 'Device', cell: (event) => event.device },
            { key: 'network', label: 'Network', cell: (event) => event.network || '–' },
          ]}
        />
      )}
    </>
  );
}
