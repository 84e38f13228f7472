import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { ConfirmPanel } from '../../../ui/confirm-panel.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { TextField } from '../../../ui/text-fields.tsx';
import { removePerson } from '../commands/remove-person.ts';
import { peoplePermissions } from '../permissions.ts';
import { personById } from '../reads.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  if (!may(ctx.actor, peoplePermissions.person.remove, {})) throw notFound();
  const person = await personById(tx, params['person'] ?? '');
  if (person.removed_at !== null) throw notFound();
  return { name: person.name, back: orgPaths(ctx.org.slug).person(person.id) };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  await removePerson(ctx, { personId: params['person'] ?? '', reason: textOf(form, 'reason') });
  return done(orgPaths(ctx.org.slug).people, 'Removed. They are signed out everywhere.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>{`Remove ${page.name} – Espalier`}</title>
      <ErrorSummary answer={answer} />
      <h1 className="govuk-heading-l">Remove {page.name}</h1>
      <ConfirmPanel title="What happens" verb="Remove" cancelHref={page.back} isDangerous>
        <p className="govuk-body">
          All roles, invitations and mailed links of {page.name} end now, and every device is signed
          out. What they wrote and did stays in the records under their name.
        </p>
        <TextField name="reason" label="Reason" maxLength={500} answer={answer} />
      </ConfirmPanel>
    </>
  );
}
