import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { numberOf, textOf } from '../../../kernel/form-answer.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { editPerson } from '../commands/edit-person.ts';
import { peoplePermissions } from '../permissions.ts';
import { personPage } from '../reads.ts';
import { mayManage } from '../role.ts';
import { formOfPerson, PersonConflict } from './person-conflict.tsx';
import { ReachFields } from './reach-fields.tsx';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  if (!may(ctx.actor, peoplePermissions.person.edit, {})) throw notFound();
  const { person, roles } = await personPage(tx, ctx, params['person'] ?? '');
  const held = roles.filter((role) => role.isHeld);
  if (person.removed_at !== null || !mayManage(ctx.actor, held)) throw notFound();
  return {
    ...formOfPerson(person),
    hasAccount: person.user_id !== null,
    back: orgPaths(ctx.org.slug).person(person.id),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const personId = params['person'] ?? '';
  await editPerson(ctx, {
    personId,
    version: numberOf(form, '_version') ?? 0,
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    phone: textOf(form, 'phone'),
    accessNeeds: textOf(form, 'accessNeeds'),
    quietFrom: textOf(form, 'quietFrom'),
    quietTo: textOf(form, 'quietTo'),
  });
  return done(orgPaths(ctx.org.slug).person(personId), 'Saved.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>{`Edit ${page.name} – Espalier`}</title>
      <PersonConflict answer={answer} />
      <ErrorSummary answer={answer} />
      <PageHeading title={`Edit ${page.name}`} back={{ label: page.name, href: page.back }} />
      <Form version={page.version} guardsLeaving>
        <TextField
          name="email"
          label="Email address"
          hint={
            page.hasAccount
              ? 'Where letters go. What this person signs in with stays as it is.'
              : 'Where letters go. A waiting invitation to the old address ends.'
          }
          type="email"
          autoComplete="off"
          spellCheck={false}
          value={page.email}
          width={30}
          isOptional
          answer={answer}
        />
        <ReachFields person={page} isOwn={false} answer={answer} />
        <Button>Save</Button>
      </Form>
    </>
  );
}
