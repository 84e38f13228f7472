import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { numberOf, textOf } from '../../../kernel/form-answer.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { editProfile } from '../commands/edit-profile.ts';
import { personById } from '../reads.ts';
import { formOfPerson, PersonConflict } from './person-conflict.tsx';
import { ReachFields } from './reach-fields.tsx';

export const loader = loadPage(async ({ ctx, tx }) => {
  if (ctx.actor.personId === null) throw notFound();
  return {
    ...formOfPerson(await personById(tx, ctx.actor.personId)),
    organisation: ctx.org.name,
  };
});

export const action = actPage(async ({ ctx, form, done }) => {
  await editProfile(ctx, {
    version: numberOf(form, '_version') ?? 0,
    name: textOf(form, 'name'),
    phone: textOf(form, 'phone'),
    accessNeeds: textOf(form, 'accessNeeds'),
    quietFrom: textOf(form, 'quietFrom'),
    quietTo: textOf(form, 'quietTo'),
  });
  return done(orgPaths(ctx.org.slug).profile, 'Saved.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>Your details – Espalier</title>
      <PersonConflict answer={answer} />
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Your details"
        caption={`How ${page.organisation} knows and reaches you`}
        back={{ label: 'Your account', href: '/account' }}
      />
      <Form version={page.version} guardsLeaving>
        <ReachFields person={page} isOwn answer={answer} />
        <Button>Save</Button>
      </Form>
    </>
  );
}
