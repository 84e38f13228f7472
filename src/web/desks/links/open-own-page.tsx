import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { endOwnPages } from '../../../modules/matching/own-page/commands/end-own-pages.ts';
import { openOwnPage } from '../../../modules/matching/own-page/commands/open-own-page.ts';
import { ownPageOf } from '../../../platform/links.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { PostButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';

export const loader = loadPage(async ({ ctx, link }) => {
  const page = link && ownPageOf(link.purpose);
  if (!page) throw notFound();
  return { name: ctx.actor.name, isMentor: page === 'mentor-page' };
});

/** A page below one's own, as the link that led here names it. */
const isBelow = /^[a-z-]+(\/[a-z0-9-]+)*(\?[a-z]+=[a-z0-9-]+)?$/;

export const action = actPage(async ({ ctx, form, link, params, url, done }) => {
  const page = link && ownPageOf(link.purpose);
  if (!page) throw notFound();
  if (verbOf(form, ['open', 'end']) === 'end') {
    await endOwnPages(ctx, {});
    return done(orgPaths(ctx.org.slug).link(params['secret'] ?? ''));
  }
  const { path } = await openOwnPage(ctx, { page });
  const to = url.searchParams.get('to') ?? '';
  return done(isBelow.test(to) ? `${path}/${to}` : path);
});

export default function Screen() {
  const { name, isMentor } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Your page – Espalier</title>
      <PageHeading title={`Are you ${name}?`} />
      <p className="govuk-body">
        {isMentor
          ? 'Your page shows what waits for you, your enterprises with whom to ring, and your next steps, and you log sessions there.'
          : 'Your page shows what waits for you, your mentor and adviser, and your next steps.'}{' '}
        It opens without a password, on this device.
      </p>
      <PostButton kind="primary" values={{ do: 'open' }}>
        Yes, open my page
      </PostButton>
      <p className="govuk-body">
        If this letter was passed on to you, answer only what it asks, or close this page.
      </p>
    </>
  );
}
