import { useLoaderData } from 'react-router';
import { formatInstant } from '../../../kernel/calendar.ts';
import { mailboxOf, signInLetters } from '../../../platform/mail/mailbox.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { loadAccountPage, signedIn } from '../../account-page.ts';
import { openMailbox } from './open-mailbox.ts';

interface Line {
  href: string;
  to: string;
  subject: string;
  when: string;
  state: string;
}

export const loader = loadAccountPage(async (place) => {
  const { app } = place;
  const { organisations, showsSignIn } = await openMailbox({ ...place, account: signedIn(place) });
  const boxes: { name: string; lines: Line[] }[] = [];
  for (const org of organisations) {
    const letters = await app.database.read(org.orgId, (tx) => mailboxOf(tx));
    boxes.push({
      name: org.name,
      lines: letters.map((letter) => ({
        href: `/mailbox/${org.slug}/${letter.id}`,
        to: `${letter.toName} <${letter.toAddress}>`,
        subject: letter.subject,
        when: formatInstant(letter.createdAt, org.zone),
        state:
          letter.notBefore > app.clock.now()
            ? `held until ${formatInstant(letter.notBefore, org.zone)}`
            : letter.state,
      })),
    });
  }
  const signIn = showsSignIn ? signInLetters(app) : [];
  return {
    boxes,
    signIn: signIn.map((letter) => ({
      href: `/mailbox/sign-in/${letter.id}`,
      to: letter.address,
      subject: letter.subject,
      when: '',
      state: 'kept until Espalier stops',
    })),
  };
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <title>Mailbox – Espalier</title>
      <PageHeading
        title="Mailbox"
        caption="No mail server is set, so letters stay here. Set SMTP_URL to send them."
      />
      {page.signIn.length === 0 ? null : (
        <Panel title="Letters about signing in">
          <Letters caption="Letters about signing in" lines={page.signIn} />
        </Panel>
      )}
      {page.boxes.map((box) => (
        <Panel key={box.name} title={box.name}>
          {box.lines.length === 0 ? (
            <EmptyState title="No letters yet">
              Invitations, offers and reminders will be here.
            </EmptyState>
          ) : (
            <Letters caption={`Letters of ${box.name}, newest first`} lines={box.lines} />
          )}
        </Panel>
      ))}
    </>
  );
}

function Letters({ caption, lines }: { caption: string; lines: readonly Line[] }) {
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={(line) => line.href}
      columns={[
        {
          key: 'subject',
          label: 'Subject',
          isHeader: true,
          cell: (line) => <a href={line.href}>{line.subject}</a>,
        },
        { key: 'to', label: 'To', cell: (line) => line.to },
        {
          key: 'when',
          label: 'Written',
          cell: (line) => <span className="app-nowrap">{line.when}</span>,
        },
        { key: 'state', label: 'State', cell: (line) => line.state },
      ]}
    />
  );
}
