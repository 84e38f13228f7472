import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { programmeBySlug } from '../../programmes/reads.ts';
import { recordWorkingStyle } from '../commands/record-working-style.ts';
import { mentorPermissions } from '../permissions.ts';
import { enterpriseOfEnrolment, workingStyleOf } from '../reads.ts';
import { WorkingStyleForm, workingStyleInput } from './working-style-form.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const enterprise = await enterpriseOfEnrolment(tx, programme.id, params['enrolment']);
  const subject = { programmeId: programme.id, enterpriseId: enterprise.id };
  if (!may(ctx.actor, mentorPermissions.workingStyle.read, subject)) throw notFound();
  return {
    name: enterprise.name,
    back: programmePaths(ctx.org.slug, programme.slug).enrolment(params['enrolment'] ?? '').record,
    mayRecord: may(ctx.actor, mentorPermissions.workingStyle.record, subject),
    stored: await workingStyleOf(tx, enterprise.id),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const { id: enterpriseId } = await ctx.app.database.read(ctx.orgId, async (tx) => {
    const programme = await programmeBySlug(tx, params['programme']);
    return enterpriseOfEnrolment(tx, programme.id, params['enrolment']);
  });
  await recordWorkingStyle(ctx, workingStyleInput(enterpriseId, form));
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  return done(paths.enrolment(params['enrolment'] ?? '').record, 'Saved.');
});

export default function Screen() {
  const { name, back, stored, mayRecord } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>{`Way of working: ${name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading title="Way of working" caption={name} back={{ label: name, href: back }} />
      <WorkingStyleForm stored={stored} answer={answer} mayRecord={mayRecord} />
    </>
  );
}
