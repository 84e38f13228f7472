import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { optionalOf, textOf } from '../../../kernel/form-answer.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { saidOfLink } from '../../../platform/mail/leaving.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may, type Role } from '../../../platform/permission.ts';
import { Checkbox } from '../../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { addPerson } from '../commands/add-person.ts';
import { peoplePermissions } from '../permissions.ts';
import { programmeChoices } from '../reads.ts';
import { roleChoices } from './role-choices.ts';
import { RoleFields } from './role-fields.tsx';

export const loader = loadPage(async ({ ctx, tx }) => {
  if (!may(ctx.actor, peoplePermissions.person.add, {})) throw notFound();
  return {
    choices: roleChoices(ctx.actor, await programmeChoices(tx)),
    back: orgPaths(ctx.org.slug).people,
  };
});

export const action = actPage(async ({ ctx, form, done }) => {
  const isInvited = textOf(form, 'isInvited') === 'yes';
  const { personId, requestId } = await addPerson(ctx, {
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    phone: textOf(form, 'phone'),
    role: textOf(form, 'role') as Role,
    programmeId: optionalOf(form, 'programmeId') ?? null,
    expiresOn: optionalOf(form, 'expiresOn') ?? null,
    isInvited,
  });
  const paths = orgPaths(ctx.org.slug);
  if (requestId !== null) {
    return done(
      paths.person(personId),
      'Added. The role waits for a second person to confirm it, and the invitation with it.',
    );
  }
  return done(
    paths.person(personId),
    isInvited ? `Added. ${saidOfLink(ctx, 'The invitation')}` : 'Added. They are not invited yet.',
  );
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>Add a person – Espalier</title>
      <ErrorSummary answer={answer} />
      <PageHeading title="Add a person" back={{ label: 'People', href: page.back }} />
      <Form>
        <TextField name="name" label="Name" autoComplete="off" width={30} answer={answer} />
        <TextField
          name="email"
          label="Email address"
          type="email"
          autoComplete="off"
          spellCheck={false}
          width={30}
          answer={answer}
        />
        <TextField
          name="phone"
          label="Telephone"
          type="tel"
          autoComplete="off"
          width={20}
          isOptional
          answer={answer}
        />
        <RoleFields {...page.choices} answer={answer} />
        <Checkbox
          name="isInvited"
          label="Send the invitation now"
          hint="A letter with a link that works for 14 days"
          isChecked
          answer={answer}
        />
        <Button>Add</Button>
      </Form>
    </>
  );
}
