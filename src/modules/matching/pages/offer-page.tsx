import { useLoaderData } from 'react-router';
import { dateInZone, formatDate, formatInstant } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { optionalOf, textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { saidOfLetter, saidOfAsking } from '../../../platform/mail/leaving.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { ButtonRow, PostButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Details, SummaryList } from '../../../ui/summary-list.tsx';
import { areaLabels } from '../../programmes/area.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { mentorPermissions } from '../../mentors/permissions.ts';
import { settleDecline } from '../declines/commands/settle-decline.ts';
import { sendQuestionAgain } from '../asks/commands/send-question-again.ts';
import { lastLetterWords } from '../asks/question.ts';
import { lastLetterOf } from '../asks/question-rows.ts';
import { answerOffer } from '../commands/answer-offer.ts';
import { offerAgain } from '../commands/offer-again.ts';
import { declineWords, roleWords } from '../offer.ts';
import { offerById } from '../offers/reads.ts';
import { matchingPermissions } from '../permissions.ts';
import { AnswerForms, answerInput } from './answer-forms.tsx';
import { SettleDecline } from '../declines/pages/settle-decline-forms.tsx';
import { OfferStateTag } from './offer-state.tsx';
import { PartsTable } from './score-words.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const offer = await offerById(tx, params['offer'] ?? '');
  const subject = { programmeId: programme.id };
  if (offer.programmeId !== programme.id) throw notFound('offer');
  if (!may(ctx.actor, matchingPermissions.offer.read, subject)) throw notFound('offer');
  return {
    org: ctx.org.slug,
    offer,
    mayAnswer: may(ctx.actor, matchingPermissions.offer.answer, subject),
    mayMake: may(ctx.actor, matchingPermissions.offer.make, subject),
    maySendAgain: may(ctx.actor, matchingPermissions.question.sendAgain, subject),
    lastLetter: await lastLetterOf(tx, 'offer', offer.id),
    maySettle: may(ctx.actor, matchingPermissions.offer.settle, subject),
    mayRank: may(ctx.actor, matchingPermissions.ranking.read, subject),
    mayOpenMentor: may(ctx.actor, mentorPermissions.mentor.read, subject),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const offerId = params['offer'] ?? '';
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  const as = verbOf(form, ['conflict', 'set-aside', 'send-again', 'offer-again', 'answer'], 'as');
  if (as === 'send-again') {
    await sendQuestionAgain(ctx, { kind: 'offer', questionId: offerId });
    return done(paths.offer(offerId), saidOfLetter(ctx, 'The question'));
  }
  if (as === 'offer-again') {
    const again = await offerAgain(ctx, { offerId });
    return done(paths.offer(again.offerId), `The mentor is asked again.${saidOfAsking(ctx)}`);
  }
  if (as !== 'answer') {
    const { needId } = await settleDecline(ctx, {
      offerId,
      as,
      kind: optionalOf(form, 'kind') as 'other' | undefined,
      settleReason: textOf(form, 'settleReason'),
    });
    return as === 'conflict'
      ? done(paths.offer(offerId), 'The conflict is in the register. The two are kept apart.')
      : done(paths.matching(needId), 'The answer is set aside. The mentor can be asked again.');
  }
  const { matchId } = await answerOffer(ctx, answerInput(offerId, form));
  if (matchId) return done(paths.match(matchId), 'Matched. Both sides get their introduction.');
  return done(
    paths.offer(offerId),
    `Recorded: ${declineWords[textOf(form, 'reason') as 'other']}.`,
  );
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { org, offer, mayAnswer, maySettle, mayRank, mayOpenMentor } = page;
  const answer = useFormAnswer();
  const paths = programmePaths(org, offer.programmeSlug);
  return (
    <>
      <title>{`Offer to ${offer.mentorName}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={`Offer to ${offer.mentorName}`}
        caption={
          <>
            <OfferStateTag state={offer.state} /> {offer.enterpriseName},{' '}
            {areaLabels[offer.area].toLowerCase()}
          </>
        }
        back={
          mayRank
            ? { label: 'The need', href: paths.matching(offer.needId) }
            : { label: 'Offers', href: paths.offers }
        }
      />
      <Panel title="The offer">
        <SummaryList
          rows={[
            {
              key: 'Mentor',
              value: mayOpenMentor ? (
                <a href={paths.mentor(offer.mentorId)}>{offer.mentorName}</a>
              ) : (
                offer.mentorName
              ),
            },
            { key: 'Role', value: roleWords[offer.role].label },
            { key: 'Offered by', value: offer.offeredBy ?? 'The enterprise’s choice' },
            ...(offer.allocationId
              ? [
                  {
                    key: 'Proposed by',
                    value: <a href={paths.allocation(offer.allocationId)}>The match desk</a>,
                  },
                ]
              : []),
            { key: 'Offered', value: formatInstant(offer.offeredAt, offer.zone) },
            { key: 'Answer by', value: formatInstant(offer.answerBy, offer.zone) },
            ...(offer.answeredAt
              ? [{ key: 'Answered', value: formatInstant(offer.answeredAt, offer.zone) }]
              : []),
            ...(offer.declineReason
              ? [
                  {
                    key: 'Reason',
                    value: [
                      declineWords[offer.declineReason],
                      offer.declineUntil && `until ${formatDate(offer.declineUntil)}`,
                      offer.declineNote,
                    ]
                      .filter(Boolean)
                      .join(': '),
                  },
                ]
              : []),
            ...(offer.overrideReason
              ? [{ key: 'Why this mentor', value: offer.overrideReason }]
              : []),
            {
              key: 'Score then',
              value: (
                <>
                  {Math.round((offer.fit ?? 0) / 100)} of 100,{' '}
                  {offer.weightsVersion ? (
                    <a href={`${paths.weights}#version-${offer.weightsVersion}`}>
                      weights version {offer.weightsVersion}
                    </a>
                  ) : (
                    'weights by default'
                  )}
                </>
              ),
            },
            ...(offer.matchId
              ? [
                  {
                    key: 'Match',
                    value: (
                      <>
                        <a href={paths.match(offer.matchId)}>Open the match</a>
                        {offer.matchEndedOn === null
                          ? ''
                          : `, which ended on ${formatDate(offer.matchEndedOn)}`}
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
        <Details summary="The parts of the score when it was made">
          <PartsTable parts={offer.parts} />
        </Details>
      </Panel>
      {offer.outline === '' ? null : (
        <Panel title="What the mentor read before answering">
          <p className="govuk-body app-prose">{offer.outline}</p>
        </Panel>
      )}
      {offer.briefing === '' ? null : (
        <Panel title="Briefing after the yes">
          <p className="govuk-body app-prose">{offer.briefing}</p>
        </Panel>
      )}
      {maySettle && offer.state === 'declined' && offer.declineSetAsideAt === null ? (
        <SettleDecline
          mentorName={offer.mentorName}
          enterpriseName={offer.enterpriseName}
          isConflict={offer.declineReason === 'conflict'}
          said={offer.declineNote ?? ''}
          answer={answer}
        />
      ) : null}
      {offer.state === 'expired' && page.mayMake ? (
        <Panel title="The time to answer has passed">
          <p className="govuk-body">
            {offer.lateYesAt === null
              ? `${offer.mentorName} has not answered in time.`
              : `${offer.mentorName} said on ${formatDate(dateInZone(offer.lateYesAt, offer.zone))} that they would still like to help.`}
          </p>
          <PostButton values={{ as: 'offer-again' }}>Ask {offer.mentorName} again</PostButton>
        </Panel>
      ) : null}
      {page.maySendAgain && offer.state === 'pending' ? (
        <Panel title="The letter">
          <p className="govuk-body">{lastLetterWords(page.lastLetter, offer.zone)}</p>
          <ButtonRow>
            <PostButton values={{ as: 'send-again' }}>Send the question again</PostButton>
            {mayRank ? (
              <a className="govuk-link" href={paths.matching(offer.needId)}>
                Withdraw it on the page of the need
              </a>
            ) : null}
          </ButtonRow>
        </Panel>
      ) : null}
      {mayAnswer && offer.state === 'pending' ? (
        <Panel title="The mentor answered by telephone">
          <AnswerForms answer={answer} isForMentor={false} />
        </Panel>
      ) : null}
    </>
  );
}
