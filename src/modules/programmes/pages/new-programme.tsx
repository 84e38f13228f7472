import { useLoaderData } from 'react-router';
import { textOf } from '../../../kernel/form-answer.ts';
import { orgPaths, programmePaths } from '../../../kernel/paths.ts';
import { notFound } from '../../../kernel/errors.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { mayAnywhere } from '../../../platform/permission.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { createProgramme } from '../commands/create-programme.ts';
import { programmePermissions } from '../permissions.ts';

export const loader = loadPage(async ({ ctx }) => {
  if (!mayAnywhere(ctx.actor, programmePermissions.programme.create)) throw notFound();
  return { org: ctx.org.slug };
});

export const action = actPage(async ({ ctx, form, done }) => {
  const made = await createProgramme(ctx, { name: textOf(form, 'name') });
  return done(programmePaths(ctx.org.slug, made.slug).setup('dates'));
});

export default function Screen() {
  const { org } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>Set up a programme – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Set up a programme"
        caption="Eight short steps. Each is saved; leave and come back whenever you like."
        back={{ label: 'Programmes', href: orgPaths(org).programmes }}
      />
      <Form>
        <TextField
          name="name"
          label="What is the programme called?"
          hint="As firms and mentors know it, for example Business Ready."
          answer={answer}
          maxLength={200}
        />
        <Button>Continue</Button>
      </Form>
    </>
  );
}
