import { useLoaderData } from 'react-router';
import { dateInZone, formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { numberOf, textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { saidOfLetter, saidOfLetters } from '../../../platform/mail/leaving.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel, TwoColumns } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { LinkButton, PostButton } from '../../../ui/form.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { type AreaKey, areaLabels } from '../../programmes/area.ts';
import { mentorPermissions } from '../../mentors/permissions.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { sendQuestionAgain } from '../asks/commands/send-question-again.ts';
import { askText } from '../asks/ask.ts';
import { openAsksOf } from '../asks/reads.ts';
import { barPair } from '../commands/bar-pair.ts';
import { answerFitCheck } from '../fit/commands/answer-fit-check.ts';
import { answerMentorFitCheck } from '../fit/commands/answer-mentor-fit-check.ts';
import type { FitAnswer } from '../fit/fit-check.ts';
import { HowItGoes } from '../fit/pages/how-it-goes.tsx';
import { type FitOfMatch, fitOfMatch } from '../fit/reads.ts';
import { raiseRematch } from '../rematch/commands/raise-rematch.ts';
import { rematchSourceWords } from '../rematch/rematch.ts';
import { endMatch } from '../commands/end-match.ts';
import { introduceMatch } from '../commands/introduce-match.ts';
import { type EndCause, endCauseWords } from '../match.ts';
import { roleWords } from '../offer.ts';
import { matchingPermissions } from '../permissions.ts';
import { barredPairsOf, matchInPlace } from '../reads.ts';
import { BarForm, EndForm, RematchForm } from './match-forms.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const match = await matchInPlace(tx, params['match'] ?? '');
  const subject = { programmeId: programme.id, enterpriseId: match.enterpriseId };
  if (match.programmeId !== programme.id) throw notFound('match');
  if (!may(ctx.actor, matchingPermissions.match.read, subject)) throw notFound('match');
  const mayBar = may(ctx.actor, matchingPermissions.barredPair.bar, subject);
  const seesBarred = may(ctx.actor, matchingPermissions.barredPair.read, subject);
  const asks = mayBar
    ? await openAsksOf(tx, { enterpriseId: match.enterpriseId, mentorId: match.mentorId })
    : [];
  const asked = asks.find(({ kind }) => kind === 'offer');
  const barred = seesBarred ? await barredPairsOf(tx, match.enterpriseId) : [];
  const seenFit = async (): Promise<FitOfMatch | null> => {
    if (!may(ctx.actor, matchingPermissions.fitCheck.read, subject)) return null;
    const all = await fitOfMatch(tx, match.id);
    const seesMarks = may(ctx.actor, matchingPermissions.feedback.read, subject);
    const seesRematches = may(ctx.actor, matchingPermissions.rematch.read, subject);
    return {
      checks: all.checks,
      feedback: seesMarks ? all.feedback : [],
      rematches: seesRematches ? all.rematches : [],
    };
  };
  return {
    org: ctx.org.slug,
    zone: programme.zone,
    programme: programme.slug,
    match: { ...match, endNote: seesBarred ? match.endNote : null },
    fit: await seenFit(),
    isBarred: barred.some((pair) => pair.mentorId === match.mentorId),
    mayEnd: may(ctx.actor, matchingPermissions.match.end, subject),
    mayOpenMentor: may(ctx.actor, mentorPermissions.mentor.read, subject),
    mayBar,
    barLetter: asked === undefined ? null : askText(asked),
    mayAnswer: may(ctx.actor, matchingPermissions.fitCheck.answer, subject),
    maySendAgain: may(ctx.actor, matchingPermissions.question.sendAgain, subject),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const matchId = params['match'] ?? '';
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  switch (verbOf(form, ['introduce', 'rematch', 'fit', 'send-again', 'bar', 'end'])) {
    case 'introduce': {
      await introduceMatch(ctx, { matchId });
      return done(paths.match(matchId), saidOfLetter(ctx, 'The introduction'));
    }
    case 'rematch': {
      await raiseRematch(ctx, { matchId, note: textOf(form, 'rematchNote') });
      return done(paths.rematch(matchId));
    }
    case 'fit': {
      const said = {
        checkId: textOf(form, 'checkId'),
        answer: textOf(form, 'answer') as FitAnswer,
      };
      await (verbOf(form, ['mentor', 'enterprise'], 'side') === 'mentor'
        ? answerMentorFitCheck(ctx, said)
        : answerFitCheck(ctx, said));
      return done(paths.match(matchId), 'Recorded.');
    }
    case 'send-again': {
      const { name } = await sendQuestionAgain(ctx, {
        kind: verbOf(form, ['fit', 'feedback'], 'kind'),
        questionId: textOf(form, 'questionId'),
      });
      return done(paths.match(matchId), saidOfLetter(ctx, `The letter to ${name}`));
    }
    case 'bar': {
      await barPair(ctx, {
        enrolmentId: textOf(form, 'enrolmentId'),
        mentorId: textOf(form, 'mentorId'),
        cause: textOf(form, 'cause') as 'staff',
        reason: textOf(form, 'reason'),
        letter: textOf(form, 'letter'),
      });
      return done(paths.match(matchId), 'These two are kept apart from now on.');
    }
    case 'end': {
      const { needId } = await endMatch(ctx, {
        matchId,
        version: numberOf(form, '_version'),
        cause: textOf(form, 'cause') as EndCause,
        note: textOf(form, 'note'),
        handover: textOf(form, 'handover'),
        letters: {
          toMentor: textOf(form, 'toMentor'),
          toEnterprise: textOf(form, 'toEnterprise'),
        },
      });
      return textOf(form, 'next') === 'find'
        ? done(paths.matching(needId), 'The match has ended. Find the next mentor.')
        : done(
            paths.match(matchId),
            `The match has ended. ${saidOfLetters(ctx, 'Letters to both')}`,
          );
    }
  }
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { match, zone } = page;
  const paths = programmePaths(page.org, page.programme);
  const isOn = match.endCause === null;
  const area = areaLabels[match.area as AreaKey];
  const change = page.fit?.rematches.find((each) => each.outcome === null);
  return (
    <>
      <title>{`${match.mentorName} with ${match.enterpriseName}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={`${match.mentorName} with ${match.enterpriseName}`}
        caption={
          <>
            <Tag tone={isOn ? 'good' : 'neutral'}>{isOn ? 'Running' : 'Ended'}</Tag> {area}
          </>
        }
        back={{ label: match.enterpriseName, href: paths.enrolment(match.enrolmentId).record }}
        actions={
          isOn && page.mayEnd ? (
            <LinkButton href={paths.changeMatch(match.id)}>The need has changed</LinkButton>
          ) : null
        }
      />
      {isOn && change ? (
        <Inset>
          {rematchSourceWords[change.source]}.{' '}
          {page.mayEnd ? <a href={paths.rematch(match.id)}>Change the mentor</a> : null}
        </Inset>
      ) : null}
      <TwoColumns
        main={
          <>
            <Panel title="The match">
              <SummaryList
                rows={[
                  {
                    key: 'Mentor',
                    value: page.mayOpenMentor ? (
                      <a href={paths.mentor(match.mentorId)}>{match.mentorName}</a>
                    ) : (
                      match.mentorName
                    ),
                  },
                  {
                    key: 'Enterprise',
                    value: (
                      <a href={paths.enrolment(match.enrolmentId).record}>{match.enterpriseName}</a>
                    ),
                  },
                  {
                    key: 'Need',
                    value: (
                      <>
                        <a href={paths.enrolment(match.enrolmentId).need(match.needId)}>{area}</a>
                        <span className="govuk-hint app-under">{match.detail}</span>
                      </>
                    ),
                  },
                  { key: 'Role', value: roleWords[match.role].label },
                  {
                    key: 'Holds',
                    value: `from ${formatDate(match.fromOn)}${isOn || !match.toOn ? '' : ` until ${formatDate(match.toOn)}`}`,
                  },
                  {
                    key: 'Introduced',
                    value: match.introducedAt && formatDate(dateInZone(match.introducedAt, zone)),
                  },
                  {
                    key: 'Sessions',
                    value: match.lastSessionOn
                      ? `${plural(match.sessions, 'session')}, the last on ${formatDate(match.lastSessionOn)}`
                      : 'None yet',
                  },
                  ...(match.endCause
                    ? [
                        { key: 'Ended because', value: endCauseWords[match.endCause as EndCause] },
                        { key: 'Handover', value: match.handover ?? 'None' },
                        ...(match.endNote ? [{ key: 'For staff', value: match.endNote }] : []),
                      ]
                    : []),
                  ...(match.offerId
                    ? [
                        {
                          key: 'Offer',
                          value: <a href={paths.offer(match.offerId)}>Score and briefing then</a>,
                        },
                      ]
                    : []),
                ]}
              />
              {isOn && page.mayEnd ? (
                <PostButton values={{ do: 'introduce' }}>Send the introduction again</PostButton>
              ) : null}
              {!isOn && page.mayEnd && match.needState !== 'closed' ? (
                <LinkButton href={paths.matching(match.needId)}>Find the next mentor</LinkButton>
              ) : null}
            </Panel>
            {page.fit ? (
              <HowItGoes
                fit={page.fit}
                names={{ enterprise: match.enterpriseName, mentor: match.mentorName }}
                zone={zone}
                mayAnswer={isOn && page.mayAnswer}
                maySendAgain={page.maySendAgain}
                isOn={isOn}
                answer={answer}
              />
            ) : null}
          </>
        }
        side={
          <>
            {isOn && page.mayEnd && !change ? <RematchForm answer={answer} /> : null}
            {isOn && page.mayEnd && !change ? (
              <EndForm
                version={match.version}
                names={{ mentor: match.mentorName, enterprise: match.enterpriseName }}
                answer={answer}
              />
            ) : null}
            {page.mayBar && !page.isBarred ? (
              <BarForm match={match} letter={page.barLetter} answer={answer} />
            ) : null}
            {page.isBarred ? (
              <Panel title="Kept apart">
                <p className="govuk-body">These two are not matched again.</p>
              </Panel>
            ) : null}
          </>
        }
      />
    </>
  );
}
