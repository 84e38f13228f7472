import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { mentorPagesAt } from '../../../kernel/paths.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { authoritiesOf, mentorById } from '../reads.ts';
import { ProfileEditor } from './profile-editor.tsx';
import { saveSection, sectionOf } from './save-section.ts';

export const loader = loadPage(async ({ ctx, tx, params, own }) => {
  if (ctx.actor.mentorId === null) throw notFound();
  return {
    mentor: await mentorById(tx, ctx.actor.mentorId, ctx.clock.today(ctx.org.zone)),
    section: sectionOf(params),
    authorities: await authoritiesOf(tx),
    back: mentorPagesAt(own.mentor).profile,
    isStaff: false,
  };
});

export const action = actPage(async ({ ctx, form, params, own, done }) => {
  await saveSection(ctx, ctx.actor.mentorId ?? '', sectionOf(params), form);
  return done(mentorPagesAt(own.mentor).profile, 'Saved.');
});

export default function Screen() {
  return <ProfileEditor {...useLoaderData<typeof loader>()} />;
}
