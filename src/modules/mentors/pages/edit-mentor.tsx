import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { mentorPermissions } from '../permissions.ts';
import { authoritiesOf, mentorById } from '../reads.ts';
import { ProfileEditor } from './profile-editor.tsx';
import { saveSection, sectionOf } from './save-section.ts';

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  const mentor = await mentorById(tx, params['mentor'] ?? '', ctx.clock.today(ctx.org.zone));
  if (!may(ctx.actor, mentorPermissions.mentor.edit, { mentorId: mentor.id })) throw notFound();
  return {
    mentor,
    section: sectionOf(params),
    authorities: await authoritiesOf(tx),
    back: programmePaths(ctx.org.slug, programme.slug).mentor(mentor.id),
    isStaff: ctx.actor.mentorId !== mentor.id,
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const mentorId = params['mentor'] ?? '';
  await saveSection(ctx, mentorId, sectionOf(params), form);
  return done(programmePaths(ctx.org.slug, params['programme'] ?? '').mentor(mentorId), 'Saved.');
});

export default function Screen() {
  return <ProfileEditor {...useLoaderData<typeof loader>()} />;
}
