import { dateInZone, formatDate, minutesBetween, timeInZone } from '../../../kernel/calendar.ts';
import { formatMinutes } from '../../../kernel/minutes.ts';
import { Panel } from '../../../ui/card.tsx';
import { ButtonRow, LinkButton } from '../../../ui/form.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import type { OwnSession } from '../own-session-rows.ts';

interface ReceiptProps {
  session: OwnSession;
  /** The form, for another session. */
  againHref: string;
  /** Left out when it cannot be corrected any more. */
  correctHref?: string;
}

/** What was logged, and what happens next. */
export function Receipt({ session, againHref, correctHref }: ReceiptProps) {
  const { startsAt, endsAt, zone } = session;
  const length = formatMinutes(minutesBetween(startsAt, endsAt));
  const steps = (owner: string, key: string) => {
    const titles = session.steps.filter((step) => step.owner === owner).map(({ title }) => title);
    return titles.length === 0 ? [] : [{ key, value: titles.join('; ') }];
  };
  return (
    <Panel>
      <p className="govuk-body">
        {session.isAsked
          ? 'Logged. The enterprise is asked to confirm.'
          : 'Logged. Nobody of the enterprise has a mail address, so it cannot be asked to confirm: tell the adviser.'}
      </p>
      <SummaryList
        rows={[
          { key: 'Enterprise', value: session.enterprises },
          { key: 'Day', value: formatDate(dateInZone(startsAt, zone)) },
          {
            key: 'Time',
            value: `${timeInZone(startsAt, zone)} to ${timeInZone(endsAt, zone)}, ${length}`,
          },
          ...steps('enterprise', 'Their next step'),
          ...steps('mentor', 'Your next step'),
        ]}
      />
      <ButtonRow>
        <LinkButton href={againHref}>Log another</LinkButton>
        {correctHref === undefined ? null : (
          <LinkButton href={correctHref} kind="secondary">
            Correct
          </LinkButton>
        )}
      </ButtonRow>
    </Panel>
  );
}

interface LatelyProps {
  sessions: readonly {
    id: string;
    enterprises: string;
    day: string;
    length: number;
    href: string;
  }[];
}

/** Everything that the mentor may still correct. */
export function Lately({ sessions }: LatelyProps) {
  if (sessions.length === 0) return null;
  return (
    <Panel title="Logged lately">
      <ul className="govuk-list app-lines">
        {sessions.map((one) => (
          <li key={one.id}>
            {one.enterprises}, {formatDate(one.day)}, {formatMinutes(one.length)}.{' '}
            <a href={one.href}>
              Correct
              <span className="govuk-visually-hidden">
                {' '}
                the session with {one.enterprises} on {formatDate(one.day)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
