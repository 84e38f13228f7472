import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { numberOf, textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { Panel } from '../../../ui/card.tsx';
import { RadioGroup } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { TextArea } from '../../../ui/text-fields.tsx';
import { closeEnrolment } from '../commands/close-enrolment.ts';
import { reopenEnrolment } from '../commands/reopen-enrolment.ts';
import { isOpen } from '../enrolment.ts';
import { enterprisePermissions } from '../permissions.ts';
import { EnrolmentHead } from './enrolment-head.tsx';
import { openEnrolment } from './open-enrolment.ts';

export const loader = loadPage(async (args) => {
  const { enrolment, head } = await openEnrolment(args, enterprisePermissions.enrolment.close);
  return {
    head,
    version: enrolment.version,
    isOpen: isOpen(enrolment.state),
    closedOn: enrolment.closedOn,
    closureReason: enrolment.closureReason,
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
  await closeEnrolment(ctx, { enrolmentId, version, outcome, reason });
  return done(here.record, 'The enterprise has left the programme. You can reopen it.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <EnrolmentHead head={page.head} current="record" title={page.isOpen ? 'Close' : 'Reopen'} />
      <ErrorSummary answer={answer} />
      {page.isOpen ? (
        <Panel title="End the time on this programme">
          <Form version={page.version} label="End the time on this programme">
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
            <Button kind="warning">Close</Button>
          </Form>
        </Panel>
      ) : (
        <Panel title="Take it back">
          <p className="govuk-body">
            {page.closedOn ? `Left on ${formatDate(page.closedOn)}. ` : ''}
            {page.closureReason ?? ''}
          </p>
          <Form version={page.version} label="Take it back">
            <HiddenField name="form" value="reopen" />
            <TextArea name="reason" label="Why it comes back" answer={answer} maxLength={2000} />
            <Button>Reopen</Button>
          </Form>
        </Panel>
      )}
    </>
  );
}
