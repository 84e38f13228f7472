import type { ReactNode } from 'react';
import { useLoaderData } from 'react-router';
import { dateInZone, formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { endCauseWords } from '../../../modules/matching/match.ts';
import { mentorPermissions } from '../../../modules/mentors/permissions.ts';
import { mentorById } from '../../../modules/mentors/reads.ts';
import { reachOf } from '../../../modules/programmes/reach/reads.ts';
import { programmeBySlug } from '../../../modules/programmes/reads.ts';
import { loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Timeline } from '../../../ui/summary-list.tsx';
import { type MentorEvent, type MentorEventKind, mentorHistory } from './mentor-history-reads.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const { zone } = ctx.org;
  const mentor = await mentorById(tx, params['mentor'] ?? '', ctx.clock.today(zone));
  const subject = { mentorId: mentor.id };
  if (!may(ctx.actor, mentorPermissions.mentor.read, subject)) throw notFound('mentor');
  const events = await mentorHistory(tx, mentor.id, {
    reach: reachOf(ctx.actor),
    seesStaffWords: may(ctx.actor, mentorPermissions.mentorConflict.read, subject),
    zone,
  });
  return {
    back: programmePaths(ctx.org.slug, programme.slug).mentor(mentor.id),
    org: ctx.org.slug,
    zone,
    name: mentor.name,
    events: events.map((event) => ({
      ...event,
      mayOpen:
        event.programmeSlug === programme.slug &&
        may(ctx.actor, mentorPermissions.mentorMatch.open, { programmeId: programme.id }),
    })),
  };
});

type Event = MentorEvent & { mayOpen: boolean };

const words: Record<MentorEventKind, string> = {
  added: 'Came onto the panel',
  paused: 'Paused',
  resumed: 'Came back from a pause',
  left: 'Left the panel',
  'role-ended': 'Role as a mentor ended',
  barred: 'Kept apart from',
  unbarred: 'May work again with',
  matched: 'Matched with',
  'match-ended': 'Match ended with',
};

/** What began and ended for a mentor, who did it, and why as far as the reader may see. */
export default function Screen() {
  const { back, org, zone, name, events } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{`What began and ended: ${name}`}</title>
      <PageHeading title="What began and ended" caption={name} back={{ label: name, href: back }} />
      {events.length === 0 ? (
        <EmptyState title="Nothing so far">
          Pauses, matches and pairs that are kept apart stand here.
        </EmptyState>
      ) : (
        <Panel>
          <Timeline
            items={events.map((event, at) => ({
              id: `${at}`,
              title: titleOf(event, org),
              by: event.isOwn ? 'the mentor' : (event.by ?? undefined),
              when: formatDate(dateInZone(event.at, zone)),
              instant: event.at,
              children: whyOf(event),
            }))}
          />
        </Panel>
      )}
    </>
  );
}

function titleOf(event: Event, org: string): ReactNode {
  const { kind, enterprise, programmeSlug, matchId, enrolmentId } = event;
  const until = event.until === null ? '' : ` until ${formatDate(event.until)}`;
  if (enterprise === null)
    return `${words[kind]}${kind === 'paused' ? until || ', no day named' : ''}`;
  const paths = programmePaths(org, programmeSlug ?? '');
  const href = matchId === null ? paths.enrolment(enrolmentId ?? '').record : paths.match(matchId);
  return (
    <>
      {words[kind]} {event.mayOpen ? <a href={href}>{enterprise}</a> : enterprise}
    </>
  );
}

function whyOf({ cause, reason }: Event): ReactNode {
  if (cause === null && reason === null) return null;
  return (
    <p className="govuk-body app-prose">
      {[cause === null ? '' : `${endCauseWords[cause]}.`, reason === null ? '' : `“${reason}”`]
        .filter((part) => part !== '')
        .join(' ')}
    </p>
  );
}
