import { useLoaderData } from 'react-router';
import { textOf } from '../../../kernel/form-answer.ts';
import { notFound } from '../../../kernel/errors.ts';
import { plural } from '../../../kernel/text.ts';
import { formatInstant } from '../../../kernel/calendar.ts';
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
  const sessions = await app.database.anonymous((tx) =>
    sessionsOf(tx, account.userId, app.clock.now()),
  );
  return sessions.map((session) => ({
    id: session.id,
    device: deviceWords(session.userAgent),
    since: formatInstant(session.createdAt, 'UTC'),
    lastUsed: formatInstant(session.lastUsedAt, 'UTC'),
    isThis: session.token === account.sessionToken,
  }));
});

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
  const sessions = useLoaderData<typeof loader>();
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
    </>
  );
}
