import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { removePerson } from '../commands/remove-person.ts';
import { lettersOf } from '../hanging.ts';
import { hangingOnPerson } from '../reads.ts';
import { EndingForm } from './ending-form.tsx';
import { peoplePermissions } from '../../people/permissions.ts';
import { personById } from '../../people/reads.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  if (!may(ctx.actor, peoplePermissions.person.remove, {})) throw notFound();
  const person = await personById(tx, params['person'] ?? '');
  if (person.removed_at !== null) throw notFound();
  return {
    name: person.name,
    back: orgPaths(ctx.org.slug).person(person.id),
    hanging: await hangingOnPerson(tx, person.id, { isRemoved: true, losesMentor: true }),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  await removePerson(ctx, {
    personId: params['person'] ?? '',
    reason: textOf(form, 'reason'),
    letters: lettersOf(form),
  });
  return done(orgPaths(ctx.org.slug).people, 'Removed. They are signed out everywhere.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>{`Remove ${page.name} – Espalier`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading title={`Remove ${page.name}`} back={{ label: page.name, href: page.back }} />
      <p className="govuk-body">
        All roles, invitations and mailed links of {page.name} end now, and every device is signed
        out. What they wrote and did stays in the records under their name.
      </p>
      <EndingForm verb="Remove" cancelHref={page.back} hanging={page.hanging} answer={answer}>
        <TextField name="reason" label="Reason" maxLength={500} answer={answer} />
      </EndingForm>
    </>
  );
}
