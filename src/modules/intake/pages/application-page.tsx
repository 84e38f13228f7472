import { useLoaderData } from 'react-router';
import { formatInstant } from '../../../kernel/calendar.ts';
import { numberOf, textOf } from '../../../kernel/form-answer.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { TwoColumns } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { advisersOf } from '../../enterprises/reads.ts';
import { beyondReach } from '../../programmes/reach/reads.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { answerOf, enterpriseOf, isFirmsOwn } from '../apply/accepted-facts.ts';
import { type Application, applicationById } from '../apply/application-rows.ts';
import { likeIt } from '../apply/like-rows.ts';
import { personWithEmail, startedBy } from '../apply/reads.ts';
import { isUnproved } from '../apply/proof.ts';
import { acceptApplication } from '../commands/accept-application.ts';
import { sendAddressLetter } from '../commands/send-address-letter.ts';
import { withdrawApplication } from '../commands/withdraw-application.ts';
import { intakePermissions } from '../permissions.ts';
import { AcceptPanel, type Known } from './accept-panel.tsx';
import { applicationStates } from './application-words.ts';
import { ApplyAnswers } from './apply-answers.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, intakePermissions.application.read, subject)) throw notFound('programme');
  const application = await applicationById(tx, params['application'] ?? null);
  if (application.programmeId !== programme.id) throw notFound('application');
  const isWaiting = application.state === 'submitted' && application.enrolmentId === null;
  const mayAccept = isWaiting && may(ctx.actor, intakePermissions.application.accept, subject);
  return {
    org: ctx.org.slug,
    zone: programme.zone,
    programme: { slug: programme.slug, name: programme.name },
    application,
    mayAccept,
    mayWithdraw:
      application.enrolmentId === null &&
      application.state !== 'withdrawn' &&
      may(ctx.actor, intakePermissions.application.accept, subject),
    ...(mayAccept ? await knownOf(tx, ctx, application) : { known: [], person: null }),
    advisers: mayAccept ? await advisersOf(tx, programme.id, ctx.clock.now()) : [],
    ownId: ctx.actor.personId,
  };
});

/** Records that the application may be about, the surest first. */
async function knownOf(tx: Tx, ctx: Ctx, application: Application) {
  const fields = enterpriseOf(application.answers, application.name);
  const person = await personWithEmail(tx, ctx.actor, application.email);
  const own = person === null ? [] : await startedBy(tx, person.id);
  const beyond = await beyondReach(
    tx,
    ctx.actor,
    own.map(({ id }) => id),
  );
  const alike = await likeIt(tx, ctx, fields, application.programmeId);
  const known: Known[] = alike
    .filter(
      (one) => !one.isBeyond || isFirmsOwn(application, fields.companyNumber, fields.companyNumber),
    )
    .map(({ id, name, postcode, because }) => ({ ...{ id, name, postcode, because } }));
  for (const { id, name } of own) {
    if (!beyond.has(id) && !known.some((one) => one.id === id)) {
      known.push({ id, name, postcode: null, because: 'same-person' });
    }
  }
  return { known, person: person?.name ?? null };
}

export const action = actPage(async ({ ctx, form, params, done }) => {
  const applicationId = params['application'] ?? '';
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  const verb = verbOf(form, ['withdraw', 'letter', 'accept']);
  if (verb === 'withdraw') {
    await withdrawApplication(ctx, { applicationId });
    return done(paths.application(applicationId), 'The application is withdrawn.');
  }
  if (verb === 'letter') {
    await sendAddressLetter(ctx, { applicationId });
    return done(paths.application(applicationId), 'The letter goes out again.');
  }
  if (textOf(form, 'asks') === 'yes' && form['enterprise'] === undefined) {
    throw invalid({ enterprise: 'Choose the enterprise, or say that it is another one.' });
  }
  const choice = textOf(form, 'enterprise', 'new');
  const { enrolmentId, cameBack } = await acceptApplication(ctx, {
    applicationId,
    version: numberOf(form, '_version') ?? 0,
    addressKnown: textOf(form, 'addressKnown'),
    enterpriseId: choice === 'new' ? null : choice,
    isAnother: choice === 'new' && form['enterprise'] !== undefined,
    ...(form['adviser'] === undefined ? {} : { adviserId: textOf(form, 'adviser') || null }),
  });
  return done(
    paths.enrolment(enrolmentId).eligibility,
    cameBack
      ? 'Accepted: the enterprise had left and is back on the programme. Next: are its facts still right?'
      : 'Accepted as an applicant. Next: is the enterprise eligible?',
  );
});

/** Whom it is about: the enterprise; somebody without a firm is that themselves. */
function nameOf({ answers, name }: Pick<Application, 'answers' | 'name'>): string {
  return answerOf(answers, 'your-firm', 'name') || name;
}

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const { application, programme } = page;
  const paths = programmePaths(page.org, programme.slug);
  const title = nameOf(application);
  const state =
    applicationStates[application.enrolmentId === null ? application.state : 'accepted'];
  return (
    <>
      <title>{`${title} – applications – ${programme.name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={title}
        caption={
          <>
            {title === application.name ? '' : `${application.name}, `}
            {application.email} <Tag tone={state.tone}>{state.label}</Tag>
          </>
        }
        back={{ label: 'Applications', href: paths.applications }}
      />
      <TwoColumns
        main={<ApplyAnswers answers={application.answers} />}
        side={
          <>
            <p className="govuk-body-s">
              {application.source === 'staff' ? 'Entered by staff' : 'From the public page'}
              {application.submittedAt === null
                ? `, begun ${formatInstant(application.createdAt, page.zone)}`
                : `, sent ${formatInstant(application.submittedAt, page.zone)}`}
              .
            </p>
            {application.enrolmentId === null ? null : (
              <p className="govuk-body">
                <a href={paths.enrolment(application.enrolmentId).record}>Open the enterprise</a>
              </p>
            )}
            <AcceptPanel
              version={application.version}
              known={page.known}
              person={page.person}
              advisers={page.advisers}
              ownId={page.ownId}
              mayAccept={page.mayAccept}
              unproved={isUnproved(application) ? application.email : null}
              mayWithdraw={page.mayWithdraw}
              answer={answer}
            />
          </>
        }
      />
    </>
  );
}
