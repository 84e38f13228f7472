import { redirect, useLoaderData } from 'react-router';
import { mentorPaths, orgPaths, participantPaths, programmePaths } from '../../kernel/paths.ts';
import { loadPage } from '../../platform/page.ts';
import { hasRole } from '../../platform/permission.ts';
import { programmesOf } from '../../modules/programmes/reads.ts';
import { isStaff } from '../navigation.ts';

/** Sends each person to the first screen of their role. */
export const loader = loadPage(async ({ ctx, tx }) => {
  const org = ctx.org.slug;
  if (isStaff(ctx.actor)) {
    const open = (await programmesOf(tx, ctx.actor)).filter((one) => one.state !== 'closed');
    const [first] = open;
    if (first === undefined || open.length > 1) throw redirect(orgPaths(org).programmes);
    const paths = programmePaths(org, first.slug);
    throw redirect(hasRole(ctx.actor, 'adviser') ? paths.today : paths.desk);
  }
  if (hasRole(ctx.actor, 'mentor')) throw redirect(mentorPaths(org).home);
  if (hasRole(ctx.actor, 'participant')) throw redirect(participantPaths(org).home);
  return { hasAnyRole: ctx.actor.grants.length > 0 };
});

export default function Screen() {
  const { hasAnyRole } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Nothing to show yet – Espalier</title>
      <h1 className="govuk-heading-l">Nothing to show yet</h1>
      <p className="govuk-body">
        {hasAnyRole
          ? 'There is nothing here for your role yet.'
          : 'You have no role here at the moment. Ask the person who invited you to give you one.'}
      </p>
    </>
  );
}
