import { redirect } from 'react-router';
import { findLink } from '../../../platform/links.ts';
import { loadPage } from '../../../platform/page.ts';
import { linkPurposes } from '../../link-purposes.ts';
import { LinkGone } from './link-gone.tsx';

/** Where a mailed link arrives: leads on to the page of its purpose. Opening it changes nothing. */
export const loader = loadPage(async ({ ctx, tx, params }) => {
  const secret = params['secret'] ?? '';
  const link = await findLink(tx, ctx, secret);
  const purpose = link && linkPurposes[link.purpose];
  if (link && purpose) throw redirect(purpose.path(ctx.org.slug, secret, link.subjectId));
  return null;
});

export default function Screen() {
  return <LinkGone />;
}
