import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { textOf } from '../../../kernel/form-answer.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { endRole } from '../commands/end-role.ts';
import { lettersOf } from '../hanging.ts';
import { hangingOnPerson } from '../reads.ts';
import { EndingForm } from './ending-form.tsx';
import { personById, rolesOf } from '../../people/reads.ts';
import { mayGrant, roleLabels } from '../../people/role.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const person = await personById(tx, params['person'] ?? '');
  const roles = await rolesOf(tx, person.id, ctx.clock.now());
  const role = roles.find((one) => one.id === params['grant'] && one.isHeld);
  if (!role || !mayGrant(ctx.actor, role)) throw notFound();
  const isLastMentorRole = roles.filter((one) => one.isHeld && one.role === 'mentor').length === 1;
  return {
    name: person.name,
    role: roleLabels[role.role].toLowerCase(),
    where: role.programme === null ? '' : ` in ${role.programme}`,
    back: orgPaths(ctx.org.slug).person(person.id),
    hanging: await hangingOnPerson(tx, person.id, {
      isRemoved: false,
      losesMentor: role.role === 'mentor' && isLastMentorRole,
      losesAdviser: role.role === 'adviser',
    }),
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const { personId } = await endRole(ctx, {
    grantId: params['grant'] ?? '',
    reason: textOf(form, 'reason'),
    letters: lettersOf(form),
  });
  return done(orgPaths(ctx.org.slug).person(personId), 'The role has ended.');
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  return (
    <>
      <title>{`End a role of ${page.name} – Espalier`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title={`End a role of ${page.name}`}
        back={{ label: page.name, href: page.back }}
      />
      <p className="govuk-body">
        From now on {page.name} is no longer {page.role}
        {page.where}. They notice at their next click. The role can be given again later.
      </p>
      <EndingForm verb="End the role" cancelHref={page.back} hanging={page.hanging} answer={answer}>
        <TextField name="reason" label="Reason" maxLength={500} answer={answer} />
      </EndingForm>
    </>
  );
}
