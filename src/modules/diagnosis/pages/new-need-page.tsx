import { useLoaderData } from 'react-router';
import { formatDate } from '../../../kernel/calendar.ts';
import { hasCode, invalid } from '../../../kernel/errors.ts';
import { optionalOf } from '../../../kernel/form-answer.ts';
import { plural } from '../../../kernel/text.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { DateField } from '../../../ui/text-fields.tsx';
import { openNeed } from '../commands/open-need.ts';
import { changedIssueOf } from '../contacts/reads.ts';
import { namedAsNeed, needOfForm } from '../need-form.ts';
import { diagnosisPermissions } from '../permissions.ts';
import { FirmHead, pathsOf } from './firm-head.tsx';
import { NeedFields } from './need-fields.tsx';
import { openFirm } from './open-firm.ts';

export const loader = loadPage(async (args) => {
  const { programme, today, firm } = await openFirm(args, diagnosisPermissions.need.write);
  const contactId = args.url.searchParams.get('contact');
  return {
    firm,
    today,
    days: programme.introduction_days,
    detail: await changedIssueOf(args.tx, firm.enrolment, contactId),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const enrolmentId = params['enrolment'] ?? '';
  try {
    const { needId } = await openNeed(ctx, {
      enrolmentId,
      openedOn: optionalOf(form, 'openedOn'),
      ...needOfForm(form),
    });
    const paths = pathsOf({
      org: ctx.org.slug,
      programme: params['programme'] ?? '',
      enrolment: enrolmentId,
    });
    return done(paths.need(needId), 'The need is open and its clock runs.');
  } catch (error) {
    if (hasCode(error, 'invalid')) throw invalid(namedAsNeed(error.fields), error.message);
    throw error;
  }
});

export default function Screen() {
  const { firm, today, days, detail } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <FirmHead
        firm={firm}
        current="diagnosis"
        title="Open a need"
        back={{ label: 'Diagnosis and needs', href: pathsOf(firm).diagnosis }}
      />
      <ErrorSummary answer={answer} />
      <p className="govuk-body">
        A mentor is to be introduced within {plural(days, 'day')} of the day it was opened.
      </p>
      <Form guardsLeaving label="Open a need">
        <NeedFields
          answer={answer}
          detail={detail}
          seenBy={detail === '' ? 'adviser' : 'enterprise'}
        />
        <DateField
          name="openedOn"
          label="Opened on"
          hint={`Today, ${formatDate(today)}, unless it was known before.`}
          value={today}
          max={today}
          answer={answer}
        />
        <ButtonRow>
          <Button>Open the need</Button>
          <a className="govuk-link" href={pathsOf(firm).diagnosis}>
            Cancel
          </a>
        </ButtonRow>
      </Form>
    </>
  );
}
