import { useLoaderData } from 'react-router';
import { formatInstant } from '../../../kernel/calendar.ts';
import { plural } from '../../../kernel/text.ts';
import { letterState, mailboxOf, signInLetters } from '../../../platform/mail/mailbox.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { parseTableQuery } from '../../../ui/table-query.ts';
import { Pagination } from '../../../ui/table-tools.tsx';
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
  const query = parseTableQuery(place.url, { sorts: ['-written'] });
  const boxes: { name: string; lines: Line[]; total: number }[] = [];
  for (const org of organisations) {
    const { letters, total } = await app.database.read(org.orgId, (tx) => mailboxOf(tx, query));
    boxes.push({
      name: org.name,
      total,
      lines: letters.map((letter) => ({
        href: `/mailbox/${org.slug}/${letter.id}`,
        to: `${letter.toName} <${letter.toAddress}>`,
        subject: letter.subject,
        when: formatInstant(letter.createdAt, org.zone),
        state: letterState(letter),
      })),
    });
  }
  const words = query.search.toLowerCase();
  const signIn = (showsSignIn ? signInLetters(app) : []).filter((letter) =>
    `${letter.address} ${letter.subject} ${letter.body}`.toLowerCase().includes(words),
  );
  return {
    query,
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
  const { query } = page;
  return (
    <>
      <title>Mailbox – Espalier</title>
      <PageHeading
        title="Mailbox"
        caption="No mail server is set, so letters stay here. Set SMTP_URL to send them."
      />
      <SearchBox label="Person, subject or words" value={query.search} />
      {page.signIn.length === 0 ? null : (
        <Panel title="Letters about signing in">
          <Letters caption="Letters about signing in" lines={page.signIn} />
        </Panel>
      )}
      {page.boxes.map((box) => (
        <Panel key={box.name} title={box.name}>
          {box.lines.length > 0 ? (
            <>
              <p className="govuk-body-s">
                {plural(box.total, 'letter')}
                {query.search === '' ? '' : ' found'}
              </p>
              <Letters caption={`Letters of ${box.name}, newest first`} lines={box.lines} />
              <Pagination query={query} total={box.total} />
            </>
          ) : query.search === '' ? (
            <EmptyState title="No letters yet">
              Invitations, offers and reminders will be here.
            </EmptyState>
          ) : (
            <EmptyState title="No letter is found">
              Search for less, or <a href="/mailbox">show all</a>.
            </EmptyState>
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
          cell: (line) => (
            <>
              <a href={line.href}>{line.subject}</a>
              <span className="govuk-hint app-under">{line.to}</span>
            </>
          ),
        },
        {
          key: 'when',
          label: 'Written',
          cell: (line) => line.when,
        },
        { key: 'state', label: 'State', cell: (line) => line.state },
      ]}
    />
  );
}
