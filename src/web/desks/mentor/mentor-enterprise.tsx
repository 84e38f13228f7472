import { useLoaderData } from 'react-router';
import { dateInZone, formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { mentorPagesAt } from '../../../kernel/paths.ts';
import { finishAction } from '../../../modules/diagnosis/commands/finish-action.ts';
import { type MatchRole, roleWords } from '../../../modules/matching/offer.ts';
import { type AreaKey, areaLabels } from '../../../modules/programmes/area.ts';
import { mentorsCorrectionProblem } from '../../../modules/sessions/correction.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { Panel } from '../../../ui/card.tsx';
import { LinkButton, PostButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { enterpriseOfMentor } from './mentor-reads.ts';

export const loader = loadPage(async ({ ctx, tx, params, own }) => {
  const { mentorId } = ctx.actor;
  const found =
    mentorId === null ? null : await enterpriseOfMentor(tx, mentorId, params['enrolment'] ?? '');
  if (!found) throw notFound('enterprise');
  const { zone } = ctx.org;
  const today = ctx.clock.today(zone);
  return {
    base: own.mentor,
    zone,
    ...found,
    sessions: found.sessions.map(({ loggedAt, isOwn, ...session }) => ({
      ...session,
      mayCorrect:
        isOwn &&
        mentorsCorrectionProblem(
          {
            state: 'logged',
            confirmations: [session.confirmation],
            loggedOn: loggedAt === null ? null : dateInZone(loggedAt, zone),
          },
          today,
        ) === null,
    })),
  };
});

export const action = actPage(async ({ ctx, form, url, done }) => {
  await finishAction(ctx, { actionId: textOf(form, 'actionId') });
  return done(url.pathname, 'The action is done.');
});

const owners: Record<string, string> = {
  enterprise: 'the enterprise',
  mentor: 'you',
  adviser: 'the adviser',
};

const confirmation: Record<string, string> = {
  waiting: 'not confirmed yet',
  disputed: 'disputed',
};

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const paths = mentorPagesAt(page.base);
  const [first] = page.matches;
  return (
    <>
      <title>{`${page.enterprise} – Espalier`}</title>
      <PageHeading
        title={page.enterprise}
        caption={page.description ?? undefined}
        back={{ label: 'My mentoring', href: paths.home }}
        actions={
          first ? <LinkButton href={paths.newSession(first.id)}>Log a session</LinkButton> : null
        }
      />
      <Panel title="What they need from you">
        {page.matches.map((match) => (
          <p className="govuk-body" key={match.id}>
            <strong>{areaLabels[match.area as AreaKey]}.</strong> {match.detail}{' '}
            <span className="app-quiet">{roleWords[match.role as MatchRole].label}.</span>
          </p>
        ))}
        {page.adviser ? (
          <p className="govuk-body">
            Their growth adviser is {page.adviser}
            {page.adviserPhone ? `, ${page.adviserPhone}` : ''}. If the need changes, tell them:
            another mentor can be brought in without anybody losing face.
          </p>
        ) : null}
      </Panel>
      <Panel title="People">
        <ul className="govuk-list app-lines">
          {page.people.map((person) => (
            <li key={person.name}>
              {person.name}
              {person.position ? `, ${person.position}` : ''}
              <br />
              {person.phone ? (
                <a href={`tel:${person.phone.replace(/\s/g, '')}`}>{person.phone}</a>
              ) : null}{' '}
              {person.email ? <a href={`mailto:${person.email}`}>{person.email}</a> : null}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title="Open actions">
        {page.actions.length === 0 ? (
          <p className="govuk-body">Nothing is open.</p>
        ) : (
          <ul className="govuk-list app-lines">
            {page.actions.map((action) => (
              <li key={action.id}>
                {action.title}{' '}
                <span className="app-quiet">
                  ({owners[action.owner]}
                  {action.dueOn ? `, by ${formatDate(action.dueOn)}` : ''})
                </span>
                {action.owner === 'mentor' ? (
                  <PostButton values={{ actionId: action.id }}>
                    Done<span className="govuk-visually-hidden"> with {action.title}</span>
                  </PostButton>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title="Sessions so far">
        {page.sessions.length === 0 ? (
          <p className="govuk-body">No session yet. The first one sets the goals.</p>
        ) : (
          <ul className="govuk-list app-lines">
            {page.sessions.map((session) => (
              <li key={session.id}>
                {formatDate(dateInZone(session.startsAt, page.zone))} with {session.mentor}
                {confirmation[session.confirmation] ? (
                  <span className="app-quiet"> ({confirmation[session.confirmation]})</span>
                ) : null}
                {session.mayCorrect ? (
                  <>
                    {' '}
                    <a href={paths.session(session.id)}>
                      Correct
                      <span className="govuk-visually-hidden">
                        {' '}
                        the session on {formatDate(dateInZone(session.startsAt, page.zone))}
                      </span>
                    </a>
                  </>
                ) : null}
                {session.summary ? (
                  <>
                    <br />
                    <span className="app-quiet">{session.summary}</span>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}
