import { useLoaderData } from 'react-router';
import { formatInstant, timeInZone } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { mentorPagesAt } from '../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PostButton } from '../../../ui/form.tsx';
import { NotTaken } from '../../../ui/not-taken.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { areaLabels } from '../../programmes/area.ts';
import { outlineOf, outlineText, unnamed } from '../briefing.ts';
import { outlineFactsOf } from '../briefing-rows.ts';
import { answerOffer } from '../commands/answer-offer.ts';
import { sayLateYes } from '../commands/say-late-yes.ts';
import { takeBackAnswer } from '../commands/take-back-answer.ts';
import { closedOfferWords, roleWords } from '../offer.ts';
import { introducedTo, offerById } from '../offers/reads.ts';
import { matchingPermissions } from '../permissions.ts';
import { needInPlace } from '../reads.ts';
import { mayTakeBack, standsFrom } from '../taking-back.ts';
import { AnswerForms, answerInput } from './answer-forms.tsx';
import { Introduced } from './introduced.tsx';

export const loader = loadPage(async ({ ctx, tx, params, link, own }) => {
  const offer = await offerById(tx, link?.subjectId ?? params['offer'] ?? '');
  const subject = { programmeId: offer.programmeId, mentorId: offer.mentorId };
  if (!may(ctx.actor, matchingPermissions.offer.answer, subject)) throw notFound('offer');
  const { needId, outline, remark } = offer;
  const isOpen = offer.state === 'pending';
  return {
    own,
    state: offer.state,
    saidLateYes: offer.lateYesAt !== null,
    // Who it is, a mentor learns with the yes and not from a page that is left open.
    who: unnamed(outlineOf(offer)),
    area: offer.area,
    role: offer.role,
    takeBackUntil:
      isAnswered(offer.state) && mayTakeBack(offer.answeredAt, ctx.clock.now())
        ? timeInZone(standsFrom(offer.answeredAt ?? ''), offer.zone)
        : null,
    answerBy: formatInstant(offer.answerBy, offer.zone),
    outline: isOpen
      ? outline || outlineText(await outlineFactsOf(tx, await needInPlace(tx, needId), remark))
      : '',
    introduced: offer.matchId === null ? null : await introducedTo(tx, offer.matchId),
  };
});

/** What the mentor said; an offer that was withdrawn has an hour, too. */
function isAnswered(state: string): boolean {
  return state === 'accepted' || state === 'declined';
}

export const action = actPage(async ({ ctx, form, params, link, url, done }) => {
  const offerId = link?.subjectId ?? params['offer'] ?? '';
  const as = verbOf(form, ['answer', 'take-back', 'late-yes'], 'as');
  if (as === 'late-yes') {
    const { adviser } = await sayLateYes(ctx, { offerId });
    return done(
      url.pathname,
      `Thank you. ${adviser ?? 'The programme'} knows, and will answer you.`,
    );
  }
  if (as === 'take-back') {
    await takeBackAnswer(ctx, { offerId });
    return done(url.pathname, 'Taken back. Please answer anew.');
  }
  const { state } = await answerOffer(ctx, answerInput(offerId, form));
  if (state === 'accepted') return done(url.pathname, 'Thank you. You help them from now on.');
  return done(url.pathname, 'Thank you for saying so. We will ask somebody else.');
});

interface ClosedOfferProps {
  page: { saidLateYes: boolean; state: string };
  /** What stands above already. */
  refusal: string | undefined;
}

/** Why no answer is needed any more, said once. */
function ClosedOffer({ page, refusal }: ClosedOfferProps) {
  const words = page.saidLateYes
    ? 'You have said that you would still like to help. Your adviser knows, and will answer you.'
    : closedOfferWords(page.state, { isForMentor: true });
  return words === refusal ? null : <Inset>{words}</Inset>;
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { introduced } = page;
  const isOpen = page.state === 'pending';
  const title = introduced
    ? `You help ${introduced.enterpriseName}`
    : isOpen
      ? `Can you help ${page.who}?`
      : `Offer: ${areaLabels[page.area].toLowerCase()}`;
  return (
    <>
      <title>{title}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={title}
        caption={`${areaLabels[page.area]} · ${roleWords[page.role].label}`}
        {...(page.own.isReachable
          ? { back: { label: 'My mentoring', href: page.own.mentor } }
          : {})}
      />
      <NotTaken answer={answer} isClosed={!isOpen} fields={['note']} />
      {isOpen ? (
        <>
          <p className="govuk-body">Please answer by {page.answerBy}.</p>
          <AnswerForms answer={answer} isForMentor />
          <Panel title="What is needed">
            <p className="govuk-body app-prose">{page.outline}</p>
            <p className="govuk-body app-quiet">
              You learn who it is, and whom to ring, when you have said yes.
            </p>
          </Panel>
        </>
      ) : introduced ? (
        <Introduced
          {...introduced}
          logHref={
            page.own.isReachable
              ? mentorPagesAt(page.own.mentor).newSession(introduced.matchId)
              : `${page.own.mentor}?to=${encodeURIComponent(mentorPagesAt('').newSession(introduced.matchId).slice(1))}`
          }
        />
      ) : (
        <ClosedOffer page={page} refusal={answer.problem} />
      )}
      {page.state === 'expired' && !page.saidLateYes ? (
        <PostButton kind="primary" values={{ as: 'late-yes' }}>
          I would still like to help
        </PostButton>
      ) : null}
      {page.takeBackUntil === null || isOpen ? null : (
        <Panel title="A slip of the finger?">
          <p className="govuk-body">
            You can take your answer back until {page.takeBackUntil}. Letters leave after that.
          </p>
          <PostButton values={{ as: 'take-back' }}>Take it back</PostButton>
        </Panel>
      )}
    </>
  );
}
