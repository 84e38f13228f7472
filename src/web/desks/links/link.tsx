import { type ActionFunctionArgs, redirect, useLoaderData } from 'react-router';
import { renewOwnPage } from '../../../modules/matching/own-page/commands/renew-own-page.ts';
import { findLink } from '../../../platform/links.ts';
import { actPage, loadPage, peerContext } from '../../../platform/page.ts';
import { refuseVisitor } from '../../../platform/rate-limit.ts';
import { linkPurposes } from '../../link-purposes.ts';
import { LinkGone } from './link-gone.tsx';

/** Where a mailed link arrives: leads on to the page of its purpose. Opening it changes nothing. */
export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const secret = params['secret'] ?? '';
  const isAsked = url.searchParams.get('asked') === '1';
  const link = await findLink(tx, ctx, secret);
  const purpose = link && linkPurposes[link.purpose];
  if (link && purpose && !isAsked)
    throw redirect(purpose.path(ctx.org.slug, secret, link.subjectId));
  return { isAsked };
});

export async function action(args: ActionFunctionArgs) {
  const peer = args.context.get(peerContext);
  return actPage(async ({ ctx, params, url, done }) => {
    await refuseVisitor(ctx.app, 'renew-peer', peer, { max: 20, windowSeconds: 900 });
    await renewOwnPage(ctx, { secret: params['secret'] ?? '' });
    return done(`${url.pathname}?asked=1`);
  })(args);
}

export default function Screen() {
  const { isAsked } = useLoaderData<typeof loader>();
  return <LinkGone canRenew isAsked={isAsked} />;
}
