import type { ReactNode } from 'react';
import { dateInZone, formatDate, formatInstant } from '../../../../kernel/calendar.ts';
import { Panel } from '../../../../ui/card.tsx';
import { SummaryList, type SummaryRow } from '../../../../ui/summary-list.tsx';
import { Tag } from '../../../../ui/tag.tsx';
import { areas } from '../../areas.ts';
import { contactKindWords } from '../../contact.ts';
import type { EnrolmentPaths } from '../../../../ui/enrolment-nav.tsx';
import { isOverdue } from '../../plan/action.ts';
import type { ActionLine } from '../../plan/reads.ts';
import type { NeedLine } from '../../reads.ts';
import type { ContactLine, OpenIssue, SessionGlance } from '../reads.ts';

export interface Brief {
  ring: {
    name: string;
    phone: string | null;
    email: string | null;
    spokenAt: string | null;
  } | null;
  last: ContactLine | null;
  attempts: number;
  needs: readonly NeedLine[];
  actions: readonly ActionLine[];
  sessions: readonly SessionGlance[];
  dueOn: string | null;
  /** What they said of their main issue, and nobody has acted on. */
  issue: OpenIssue | null;
}

interface ContactBriefProps {
  brief: Brief;
  zone: string;
  today: string;
  now: string;
  paths: EnrolmentPaths;
}

/** What to know before the telephone is answered. */
export function ContactBrief({ brief, zone, today, now, paths }: ContactBriefProps) {
  const past = brief.sessions.filter((session) => session.startsAt <= now);
  const coming = brief.sessions.filter((session) => session.startsAt > now);
  const rows: SummaryRow[] = [
    { key: 'Ring now', value: <Ring ring={brief.ring} zone={zone} /> },
    { key: 'Last contact', value: <Last brief={brief} zone={zone} /> },
    {
      key: 'Main issue',
      value: brief.issue ? (
        <>
          <Tag tone="bad">changed, not acted on</Tag> They said so on{' '}
          {formatDate(dateInZone(brief.issue.saidAt, zone))}
          {brief.issue.issue ? `: “${brief.issue.issue}”` : '.'}
        </>
      ) : null,
    },
    {
      key: 'Due',
      value: brief.dueOn ? (
        <>
          {formatDate(brief.dueOn)} {brief.dueOn < today ? <Tag tone="bad">Overdue</Tag> : null}
        </>
      ) : (
        'Not set'
      ),
    },
    {
      key: 'Needs',
      value:
        lines(
          brief.needs.map((need) => (
            <>
              <a href={paths.need(need.id)}>{areas[need.area].label}</a>
              {', '}
              {need.matches.find((match) => match.to === null)?.mentor ?? 'no mentor yet'}
            </>
          )),
        ) ?? 'None is open',
    },
    {
      key: 'Open actions',
      value: lines(
        brief.actions.map((action) => (
          <>
            {action.title}
            {action.dueOn ? `, by ${formatDate(action.dueOn)} ` : ' '}
            {isOverdue(action, today) ? <Tag tone="bad">Overdue</Tag> : null}
          </>
        )),
      ),
    },
    {
      key: 'Sessions since',
      value: lines(
        past.map((session) => <Session key={session.id} session={session} zone={zone} />),
      ),
    },
    {
      key: 'Next dates',
      value: lines(
        coming.map((session) => <Session key={session.id} session={session} zone={zone} />),
      ),
    },
  ];
  return (
    <Panel title="Before you ring">
      <SummaryList rows={rows.filter((row) => row.value !== null)} />
    </Panel>
  );
}

const most = 5;

function lines(items: readonly ReactNode[]) {
  if (items.length === 0) return null;
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {items.slice(0, most).map((item, at) => (
        <li key={at}>{item}</li>
      ))}
      {items.length > most ? <li>and {items.length - most} more</li> : null}
    </ul>
  );
}

function Ring({ ring, zone }: { ring: Brief['ring']; zone: string }) {
  if (!ring) return 'Nobody of this enterprise is recorded.';
  return (
    <>
      <strong>{ring.name}</strong>
      {ring.phone ? (
        <>
          , <a href={`tel:${ring.phone.replaceAll(' ', '')}`}>{ring.phone}</a>
        </>
      ) : null}
      {ring.email ? (
        <>
          , <a href={`mailto:${ring.email}`}>{ring.email}</a>
        </>
      ) : null}
      <br />
      {ring.spokenAt
        ? `Longest not spoken to: ${formatDate(dateInZone(ring.spokenAt, zone))}.`
        : 'Not spoken to yet.'}
    </>
  );
}

function Last({ brief, zone }: { brief: Brief; zone: string }) {
  const { last, attempts } = brief;
  const times = attempts === 1 ? 'once' : `${attempts} times`;
  if (!last) return attempts === 0 ? 'None yet.' : `None yet, tried ${times}.`;
  const tried = attempts === 0 ? '' : ` Tried ${times} since.`;
  return (
    <>
      {contactKindWords[last.kind]} on {formatInstant(last.happenedAt, zone)}
      {last.person ? ` with ${last.person}` : ''}.{tried}
      {last.achieved ? <p className="govuk-body app-lines">Achieved: {last.achieved}</p> : null}
      {last.planned ? <p className="govuk-body app-lines">Hoped for: {last.planned}</p> : null}
      {last.blocking ? <p className="govuk-body app-lines">Stopped by: {last.blocking}</p> : null}
      {last.learned ? <p className="govuk-body app-lines">Learned: {last.learned}</p> : null}
      {last.hasIssueChanged ? (
        <p className="govuk-body app-lines">
          The main issue had changed{last.changedIssue ? ` to: ${last.changedIssue}` : ''}.
        </p>
      ) : null}
    </>
  );
}

function Session({ session, zone }: { session: SessionGlance; zone: string }) {
  const missed = ['no-show', 'cancelled-late'].includes(session.attendance);
  return (
    <>
      {formatInstant(session.startsAt, zone)}
      {session.mentors ? ` with ${session.mentors}` : ''}{' '}
      {missed ? <Tag tone="bad">Missed</Tag> : null}
    </>
  );
}
