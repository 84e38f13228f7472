import { useLoaderData } from 'react-router';
import { dateInZone, daysBetween, formatDate, formatInstant } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { mentorPagesAt } from '../../../kernel/paths.ts';
import { lowerFirst, plural } from '../../../kernel/text.ts';
import { outlineOf, unnamed } from '../../../modules/matching/briefing.ts';
import { questionsForMentor } from '../../../modules/matching/fit/reads.ts';
import { type MatchRole, roleWords } from '../../../modules/matching/offer.ts';
import { type AreaKey, areaLabels } from '../../../modules/programmes/area.ts';
import { loadPage } from '../../../platform/page.ts';
import { EmptyState, Panel } from '../../../ui/card.tsx';
import { LinkButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { Standing } from './standing.tsx';
import {
  matchesOfMentor,
  offersToAnswer,
  pastMatchesOfMentor,
  standingOf,
} from './mentor-reads.ts';

/** Six weeks without a session is long for a pair (domain notes 1.7). */
const longDays = 42;

export const loader = loadPage(async ({ ctx, tx, own }) => {
  const { mentorId } = ctx.actor;
  if (mentorId === null) throw notFound();
  return {
    base: own.mentor,
    zone: ctx.org.zone,
    today: ctx.clock.today(ctx.org.zone),
    standing: await standingOf(tx, mentorId),
    offers: await offersToAnswer(tx, mentorId),
    questions: await questionsForMentor(tx, mentorId),
    matches: await matchesOfMentor(tx, mentorId),
    past: await pastMatchesOfMentor(tx, mentorId),
  };
});

export default function Screen() {
  const { base, zone, today, standing, offers, questions, matches, past } =
    useLoaderData<typeof loader>();
  const paths = mentorPagesAt(base);
  const [first] = matches;
  return (
    <>
      <title>My mentoring – Espalier</title>
      <PageHeading
        title="My mentoring"
        caption={`${matches.length} of ${plural(standing.places, 'place')} taken`}
        actions={
          first ? (
            <LinkButton href={paths.newSession(first.matchId)}>Log a session</LinkButton>
          ) : null
        }
      />
      <Standing {...standing} profileHref={paths.profile} />
      {offers.length > 0 ? (
        <Panel
          title={plural(
            offers.length,
            'offer waits for your answer',
            'offers wait for your answer',
          )}
        >
          <ul className="govuk-list app-lines">
            {offers.map((offer) => (
              <li key={offer.id}>
                <a href={paths.offer(offer.id)}>
                  {areaLabels[offer.area as AreaKey]}: {unnamed(outlineOf(offer))}
                </a>
                <br />
                <span className="app-quiet">
                  Please answer by {formatInstant(offer.answerBy, offer.zone)}.
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {questions.length > 0 ? (
        <Panel title="Does it fit?">
          <ul className="govuk-list app-lines">
            {questions.map((one) => (
              <li key={one.id}>
                <a href={paths.fitCheck(one.id)}>Say whether it fits with {one.other}</a>{' '}
                <span className="app-quiet">one tap; they do not see it</span>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {matches.length === 0 ? (
        <EmptyState
          title="No enterprise at the moment"
          action={
            <LinkButton href={paths.profile} kind="secondary">
              Look at your profile
            </LinkButton>
          }
        >
          When an enterprise needs what you know, an offer comes by mail and stands here. A good
          profile helps: what you have done, where, and when you have time.
        </EmptyState>
      ) : (
        matches.map((match) => {
          const since = match.lastSession ? dateInZone(match.lastSession, zone) : match.from;
          const days = daysBetween(since, today);
          return (
            <Panel
              key={match.matchId}
              title={<a href={paths.enterprise(match.enrolmentId)}>{match.enterprise}</a>}
            >
              <p className="govuk-body">
                <strong>{areaLabels[match.area as AreaKey]}.</strong> {match.need}
                <span className="app-under app-quiet">
                  Your part: {lowerFirst(roleWords[match.role as MatchRole].label)}
                </span>
              </p>
              <p className="govuk-body">
                {match.lastSession
                  ? `${plural(match.sessions, 'session')}, the last on ${formatDate(since)}.`
                  : `Matched on ${formatDate(match.from)}; no session yet.`}{' '}
                {days > longDays ? <Tag tone="warn">{plural(days, 'day')} ago</Tag> : null}
                {match.toConfirm > 0
                  ? ` ${plural(match.toConfirm, 'session')} to be confirmed by them.`
                  : ''}
              </p>
              {match.contact ? (
                <p className="govuk-body">
                  {match.contact}
                  {match.phone ? (
                    <>
                      {' · '}
                      <a href={`tel:${match.phone.replace(/\s/g, '')}`}>{match.phone}</a>
                    </>
                  ) : null}
                  {match.email ? (
                    <>
                      {' · '}
                      <a href={`mailto:${match.email}`}>{match.email}</a>
                    </>
                  ) : null}
                </p>
              ) : null}
              {matches.length > 1 ? (
                <LinkButton href={paths.newSession(match.matchId)} kind="secondary">
                  Log a session
                  <span className="govuk-visually-hidden"> with {match.enterprise}</span>
                </LinkButton>
              ) : null}
            </Panel>
          );
        })
      )}
      {past.length > 0 ? (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Earlier enterprises</span>
          </summary>
          <ul className="govuk-details__text govuk-list">
            {past.map((match) => (
              <li key={match.id}>
                {match.enterprise}, {formatDate(match.from)} to {formatDate(match.to)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
