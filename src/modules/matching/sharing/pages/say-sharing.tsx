import { useLoaderData } from 'react-router';
import { notFound } from '../../../../kernel/errors.ts';
import { textOf } from '../../../../kernel/form-answer.ts';
import { actPage, loadPage } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { ErrorSummary } from '../../../../ui/field.tsx';
import { useFormAnswer } from '../../../../ui/form-answer.ts';
import { Button, ButtonRow, Form } from '../../../../ui/form.tsx';
import { Inset } from '../../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';
import { recordSharing } from '../../../enterprises/commands/record-sharing.ts';
import { enterprisePermissions } from '../../../enterprises/permissions.ts';
import { sharingHint, sharingOptions, sharingQuestion } from '../../../enterprises/sharing.ts';
import { sharingOf } from '../reads.ts';

export const loader = loadPage(async ({ ctx, tx, link }) => {
  const [firm] = await sharingOf(tx, { enrolmentId: link?.subjectId ?? '' });
  if (!firm) throw notFound('enterprise');
  const { enterprise, enterpriseId, sharing } = firm;
  const mayShare = may(ctx.actor, enterprisePermissions.enrolment.share, { enterpriseId });
  if (!mayShare) throw notFound('enterprise');
  return { enterprise, sharing };
});

export const action = actPage(async ({ ctx, form, link, url, done }) => {
  await recordSharing(ctx, {
    enrolmentId: link?.subjectId ?? '',
    sharing: textOf(form, 'sharing') as 'at-yes',
  });
  return done(url.pathname, 'Thank you. We keep to it from now on.');
});

/** One question, each answer a tap that sends; it can be changed with another. */
export default function Screen() {
  const { enterprise, sharing } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const said = sharingOptions.find((one) => one.value === sharing)?.label;
  return (
    <>
      <title>Being introduced to a mentor</title>
      <ErrorSummary answer={answer} />
      <PageHeading title={sharingQuestion} caption={enterprise} />
      <p className="govuk-body">{sharingHint}</p>
      {said === undefined ? null : <Inset>You said: {said}. You can change it here.</Inset>}
      <Form label="Being introduced">
        <ButtonRow>
          {sharingOptions.map(({ value, label }) => (
            <Button key={value} kind="secondary" name="sharing" value={value}>
              {label}
            </Button>
          ))}
        </ButtonRow>
      </Form>
    </>
  );
}
