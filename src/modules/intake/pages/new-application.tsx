import { useLoaderData } from 'react-router';
import { textOf } from '../../../kernel/form-answer.ts';
import { notFound } from '../../../kernel/errors.ts';
import { orgPaths, programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { programmeBySlug } from '../../programmes/reads.ts';
import { startApplication } from '../commands/start-application.ts';
import { intakePermissions } from '../permissions.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, intakePermissions.application.enter, { programmeId: programme.id })) {
    throw notFound('programme');
  }
  return { org: ctx.org.slug, programme: { slug: programme.slug, name: programme.name } };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const programme = await ctx.app.database.read(ctx.orgId, (tx) =>
    programmeBySlug(tx, params['programme']),
  );
  const { secret } = await startApplication(ctx, {
    programmeId: programme.id,
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
  });
  return done(orgPaths(ctx.org.slug).applicationStep(secret, 'about-you'));
});

export default function Screen() {
  const { org, programme } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>{`Enter an application – ${programme.name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Enter an application"
        back={{ label: 'Applications', href: programmePaths(org, programme.slug).applications }}
      />
      <p className="govuk-body">
        For somebody at the telephone or the table. You fill in the same pages; they get a letter
        with the link, so that either of you can finish.
      </p>
      <Form>
        <TextField name="name" label="Name of the applicant" answer={answer} />
        <TextField name="email" label="Their email address" type="email" answer={answer} />
        <Button>Begin</Button>
      </Form>
    </>
  );
}
