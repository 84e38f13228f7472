import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { enrolmentIn } from '../../enterprises/reads.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { recordWorkingStyle } from '../commands/record-working-style.ts';
import { mentorPermissions } from '../permissions.ts';
import { workingStyleOf } from '../reads.ts';
import { WorkingStyleForm, workingStyleInput } from './working-style-form.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const enrolment = await enrolmentIn(tx, programme.id, params['enrolment']);
  const subject = { programmeId: programme.id, enterpriseId: enrolment.enterpriseId };
  if (!may(ctx.actor, mentorPermissions.workingStyle.record, subject)) throw notFound();
  return {
    name: enrolment.enterpriseName,
    back: programmePaths(ctx.org.slug, programme.slug).enrolment(enrolment.id).record,
    stored: await workingStyleOf(tx, enrolment.enterpriseId),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const { enterpriseId } = await ctx.app.database.read(ctx.orgId, async (tx) => {
    const programme = await programmeBySlug(tx, params['programme']);
    return enrolmentIn(tx, programme.id, params['enrolment']);
  });
  await recordWorkingStyle(ctx, workingStyleInput(enterpriseId, form));
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  return done(paths.enrolment(params['enrolment'] ?? '').record, 'Saved.');
});

export default function Screen() {
  const { name, back, stored } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>{`Way of working: ${name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading title="Way of working" caption={name} back={{ label: name, href: back }} />
      <WorkingStyleForm stored={stored} answer={answer} />
    </>
  );
}
