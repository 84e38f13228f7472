import { useLoaderData } from 'react-router';
import { dateInZone, formatDate } from '../../../kernel/calendar.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { plural } from '../../../kernel/text.ts';
import { programmeById } from '../../programmes/reads.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { refuseVisitor } from '../../../platform/rate-limit.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField, LinkButton, PostButton } from '../../../ui/form.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { isAnswered } from '../apply/answers.ts';
import { applicationBySecret } from '../apply/application-rows.ts';
import { draftDays } from '../apply/old-draft.ts';
import { stepsOf } from '../apply/apply-step.ts';
import { isUnproved } from '../apply/proof.ts';
import { proveAddress } from '../commands/prove-address.ts';
import { sendAddressLetter } from '../commands/send-address-letter.ts';
import { submitApplication } from '../commands/submit-application.ts';
import { withdrawApplication } from '../commands/withdraw-application.ts';
import { ApplyAnswers } from './apply-answers.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const secret = params['secret'] ?? '';
  const application = await applicationBySecret(tx, ctx, secret);
  const { answers, state } = application;
  return {
    org: ctx.org.slug,
    secret,
    programme: application.programmeName,
    answers,
    state,
    email: application.email,
    isUnproved: isUnproved(application),
    isFromLetter: application.isFromLetter,
    decisionDays: (await programmeById(tx, application.programmeId)).decision_days,
    isAccepted: application.enrolmentId !== null,
    sentOn:
      application.submittedAt === null ? null : dateInZone(application.submittedAt, ctx.org.zone),
    open: stepsOf(answers).find((step) => !isAnswered(step, answers)) ?? null,
  };
});

export const action = actPage(async ({ ctx, form, params, peer, url, done }) => {
  await refuseVisitor(ctx.app, 'apply-save', peer, { max: 300, windowSeconds: 3600 });
  const secret = params['secret'] ?? '';
  switch (verbOf(form, ['withdraw', 'prove', 'letter', 'send'])) {
    case 'withdraw':
      await withdrawApplication(ctx, { secret });
      return done(url.pathname, 'Your application is withdrawn.');
    case 'prove':
      await proveAddress(ctx, { secret });
      return done(url.pathname, 'Thank you. We know now that the address is yours.');
    case 'letter':
      await refuseVisitor(ctx.app, 'apply-letter', peer, { max: 10, windowSeconds: 3600 });
      await sendAddressLetter(ctx, { secret });
      return done(url.pathname, 'We have written once more. Look in the folder for spam, too.');
    case 'send':
      await submitApplication(ctx, { secret });
      return done(url.pathname);
  }
});

/** The one thing that is left to an applicant: to show that the address is theirs. */
function ProofAsked({ email, isFromLetter }: { email: string; isFromLetter: boolean }) {
  return isFromLetter ? (
    <Inset>
      <p className="govuk-body">
        One thing is left: is {email} your address, and did you send this? Until you say so, nobody
        can take the application up.
      </p>
      <PostButton values={{ do: 'prove' }}>Yes, it was me</PostButton>
    </Inset>
  ) : (
    <Inset>
      <p className="govuk-body">
        One thing is left: we have written to {email}. Open the letter and say that the address is
        yours; until then nobody can take the application up.
      </p>
      <PostButton values={{ do: 'letter' }}>Send the letter again</PostButton>
    </Inset>
  );
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const stepHref = (step: string) => orgPaths(page.org).applicationStep(page.secret, step);
  const title =
    page.state === 'draft'
      ? 'Check your answers'
      : page.state === 'submitted'
        ? 'Thank you, we have your application'
        : 'Your application is withdrawn';
  return (
    <>
      <title>{`${title} – ${page.programme}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading title={title} caption={page.programme} />
      {page.state === 'submitted' ? (
        <>
          <p className="govuk-body">
            {page.sentOn === null ? '' : `It arrived on ${formatDate(page.sentOn)}. `}
            {page.isAccepted
              ? 'It was taken up; your adviser is in touch with you.'
              : `Somebody will read it and get in touch; a decision is meant to be made within ${plural(page.decisionDays, 'day')}.`}
            {page.isAccepted || page.isUnproved ? '' : ' There is nothing you have to do.'}
          </p>
          {page.isUnproved && !page.isAccepted ? (
            <ProofAsked email={page.email} isFromLetter={page.isFromLetter} />
          ) : null}
          {page.isAccepted ? null : (
            <Details
              summary={
                page.isUnproved
                  ? 'It was not me, or I have changed my mind'
                  : 'I have changed my mind'
              }
            >
              <Form label="Withdraw">
                <HiddenField name="do" value="withdraw" />
                <p className="govuk-body">
                  The programme then does nothing with your application. You can apply anew.
                </p>
                <Button kind="secondary">Withdraw the application</Button>
              </Form>
            </Details>
          )}
        </>
      ) : null}
      {page.state === 'draft' && page.open !== null ? (
        <>
          <Inset>
            Some pages are not filled in yet. What you have entered is kept until you have left it
            alone for {draftDays} days; we write to you two weeks before it is deleted.
          </Inset>
          <LinkButton href={stepHref(page.open)}>Go on</LinkButton>
        </>
      ) : null}
      {page.state === 'withdrawn' ? null : (
        <ApplyAnswers
          answers={page.answers}
          {...(page.state === 'draft' ? { hrefOf: stepHref } : {})}
        />
      )}
      {page.state === 'draft' && page.open === null ? (
        <Form>
          <HiddenField name="do" value="send" />
          <Button>Send the application</Button>
        </Form>
      ) : null}
    </>
  );
}
