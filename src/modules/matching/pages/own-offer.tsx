import { useLoaderData } from 'react-router';
import { formatInstant } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { mentorPaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Inset } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { areaLabels } from '../../programmes/area.ts';
import { answerOffer } from '../commands/answer-offer.ts';
import { closedOfferWords, roleWords } from '../offer.ts';
import { offerById } from '../offers/reads.ts';
import { matchingPermissions } from '../permissions.ts';
import { AnswerForms, answerInput } from './answer-forms.tsx';

export const loader = loadPage(async ({ ctx, tx, params, link }) => {
  const offer = await offerById(tx, link?.subjectId ?? params['offer'] ?? '');
  const subject = { programmeId: offer.programmeId, mentorId: offer.mentorId };
  if (!may(ctx.actor, matchingPermissions.offer.answer, subject)) throw notFound('offer');
  const isOpen = offer.state === 'pending';
  return {
    org: ctx.org.slug,
    isByLink: link !== null,
    offer: {
      state: offer.state,
      enterpriseName: offer.enterpriseName,
      area: offer.area,
      role: offer.role,
      answerBy: formatInstant(offer.answerBy, offer.zone),
      enrolmentId: offer.enrolmentId,
      briefing: isOpen ? offer.briefing : '',
    },
  };
});

export const action = actPage(async ({ ctx, form, params, link, url, done }) => {
  const offerId = link?.subjectId ?? params['offer'] ?? '';
  const { state } = await answerOffer(ctx, answerInput(offerId, form));
  const back = link ? url.pathname : mentorPaths(ctx.org.slug).home;
  return done(
    back,
    state === 'accepted'
      ? 'Thank you. You and the enterprise get a letter with how to reach each other.'
      : 'Thank you for saying so. We will ask somebody else.',
  );
});

export default function Screen() {
  const { org, isByLink, offer } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const paths = mentorPaths(org);
  const isOpen = offer.state === 'pending';
  return (
    <>
      <title>{`Can you help ${offer.enterpriseName}?`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={
          isOpen ? `Can you help ${offer.enterpriseName}?` : `The offer of ${offer.enterpriseName}`
        }
        caption={`${areaLabels[offer.area]} · ${roleWords[offer.role].label}`}
        {...(isByLink ? {} : { back: { label: 'My mentoring', href: paths.home } })}
      />
      {isOpen ? (
        <>
          <p className="govuk-body">Please answer by {offer.answerBy}.</p>
          <AnswerForms answer={answer} isForMentor />
          <Panel title="Briefing">
            <p className="govuk-body app-prose">{offer.briefing}</p>
          </Panel>
        </>
      ) : (
        <Inset>
          {closedOfferWords(offer.state)}{' '}
          {offer.state === 'accepted' ? (
            <a href={paths.enterprise(offer.enrolmentId)}>Open the enterprise</a>
          ) : null}
        </Inset>
      )}
    </>
  );
}
