import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { formatInstant } from '../../../kernel/calendar.ts';
import { letterState, mailboxLetter, signInLetters } from '../../../platform/mail/mailbox.ts';
import { Panel } from '../../../ui/card.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Details, SummaryList } from '../../../ui/summary-list.tsx';
import { loadAccountPage, signedIn } from '../../account-page.ts';
import { openMailbox } from './open-mailbox.ts';

export const loader = loadAccountPage(async (place) => {
  const { app, params } = place;
  const { organisations, showsSignIn } = await openMailbox({ ...place, account: signedIn(place) });
  const id = params['letter'] ?? '';
  if (params['box'] === 'sign-in') {
    const letter = showsSignIn ? signInLetters(app).find((one) => one.id === id) : undefined;
    if (!letter) throw notFound('letter');
    return {
      subject: letter.subject,
      to: letter.address,
      when: '',
      state: 'kept until Espalier stops',
      parts: partsOf(letter.body),
      calendar: null,
    };
  }
  const org = organisations.find((one) => one.slug === params['box']);
  const letter = org && (await app.database.read(org.orgId, (tx) => mailboxLetter(tx, id)));
  if (!letter) throw notFound('letter');
  return {
    subject: letter.subject,
    to: `${letter.toName} <${letter.toAddress}>`,
    when: formatInstant(letter.createdAt, org.zone),
    state: letterState(letter),
    parts: partsOf(letter.body),
    calendar: letter.calendar,
  };
});

interface Part {
  text: string;
  isLink: boolean;
}

/** A letter's paragraphs, each in pieces that are links or not. */
function partsOf(body: string): Part[][] {
  return body.split(/\n/).map((line) =>
    line
      .split(/(https?:\/\/[^\s<>"]+)/)
      .filter((text) => text !== '')
      .map((text) => ({ text, isLink: /^https?:\/\//.test(text) })),
  );
}

export default function Screen() {
  const letter = useLoaderData<typeof loader>();
  return (
    <>
      <title>{`${letter.subject} – Espalier`}</title>
      <PageHeading title={letter.subject} back={{ label: 'Mailbox', href: '/mailbox' }} />
      <SummaryList
        rows={[
          { key: 'To', value: letter.to },
          ...(letter.when === '' ? [] : [{ key: 'Written', value: letter.when }]),
          { key: 'State', value: letter.state },
        ]}
      />
      <Panel>
        {letter.parts.map((line, at) => (
          <p className="govuk-body govuk-!-text-break-word" key={at}>
            {line.map((part) =>
              part.isLink ? (
                <a key={part.text} className="govuk-link" href={part.text}>
                  {part.text}
                </a>
              ) : (
                part.text
              ),
            )}
          </p>
        ))}
      </Panel>
      {letter.calendar === null ? null : (
        <Details summary="Calendar file">
          <pre>{letter.calendar}</pre>
        </Details>
      )}
    </>
  );
}
