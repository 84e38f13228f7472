import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { numberOf, textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { RadioGroup } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextArea } from '../../../ui/text-fields.tsx';
import { reopenEnrolment } from '../../enterprises/commands/reopen-enrolment.ts';
import { isOpen } from '../../enterprises/enrolment.ts';
import { enterprisePermissions } from '../../enterprises/permissions.ts';
import { enrolmentIn } from '../../enterprises/reads.ts';
import { programmePermissions } from '../../programmes/permissions.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { closeEnrolment } from '../commands/close-enrolment.ts';
import { lettersOf } from '../hanging.ts';
import { hangingOn } from '../reads.ts';
import { EndingForm } from './ending-form.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const enrolment = await enrolmentIn(tx, programme.id, params['enrolment']);
  const subject = { programmeId: programme.id, enterpriseId: enrolment.enterpriseId };
  const isStaff = may(ctx.actor, programmePermissions.programme.read, subject);
  if (!isStaff || !may(ctx.actor, enterprisePermissions.enrolment.close, subject)) throw notFound();
  return {
    org: ctx.org.slug,
    programme: programme.slug,
    enrolment: enrolment.id,
    name: enrolment.enterpriseName,
    version: enrolment.version,
    isOpen: isOpen(enrolment.state),
    closedOn: enrolment.closedOn,
    closureReason: enrolment.closureReason,
    hanging: await hangingOn(tx, { enrolmentId: enrolment.id }, { matches: 'enterprise-left' }),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const enrolmentId = params['enrolment'] ?? '';
  const version = numberOf(form, '_version') ?? 0;
  const reason = textOf(form, 'reason');
  const here = programmePaths(ctx.org.slug, params['programme'] ?? '').enrolment(enrolmentId);
  if (verbOf(form, ['reopen', 'close'], 'form') === 'reopen') {
    await reopenEnrolment(ctx, { enrolmentId, version, reason });
    return done(here.record, 'The enterprise is back on the programme.');
  }
  const outcome = textOf(form, 'outcome') === 'withdrawn' ? 'withdrawn' : 'closed';
  await closeEnrolment(ctx, { enrolmentId, version, outcome, reason, letters: lettersOf(form) });
  return done(here.record, 'The enterprise has left the programme. You can reopen it.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const own = programmePaths(page.org, page.programme).enrolment(page.enrolment);
  const title = page.isOpen ? 'The enterprise leaves the programme' : 'The enterprise comes back';
  return (
    <>
      <title>{`${title}: ${page.name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={title}
        caption={page.name}
        back={{ label: page.name, href: own.record }}
      />
      {page.isOpen ? (
        <EndingForm
          verb="End its time here"
          version={page.version}
          cancelHref={own.record}
          hanging={page.hanging}
          answer={answer}
        >
          <HiddenField name="form" value="close" />
          <RadioGroup
            name="outcome"
            label="What happened?"
            value="closed"
            answer={answer}
            isSmall
            options={[
              { value: 'closed', label: 'Support has ended', hint: 'Hours and outputs stay.' },
              { value: 'withdrawn', label: 'The enterprise withdrew' },
            ]}
          />
          <TextArea name="reason" label="Why" answer={answer} maxLength={2000} />
        </EndingForm>
      ) : (
        <Panel title="It has left">
          <p className="govuk-body">
            {page.closedOn ? `Left on ${formatDate(page.closedOn)}. ` : ''}
            {page.closureReason ?? ''}
          </p>
          <p className="govuk-body">
            Its needs wait for a mentor again. Earlier matches, offers and lists stay ended: ask
            anew.
          </p>
          <Form version={page.version} label="The enterprise comes back">
            <HiddenField name="form" value="reopen" />
            <TextArea name="reason" label="Why it comes back" answer={answer} maxLength={2000} />
            <Button>Reopen</Button>
          </Form>
        </Panel>
      )}
    </>
  );
}
