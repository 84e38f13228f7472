import type { LoaderFunctionArgs } from 'react-router';
import { Outlet, useLoaderData } from 'react-router';
import { appContext, flashContext, peerContext } from '../../platform/page.ts';
import { PlainFrame } from '../../ui/plain-frame.tsx';
import { accountContext, withAccount } from '../account-page.ts';
import { mailboxFor } from '../desks/mailbox/open-mailbox.ts';

export const middleware = [withAccount];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const account = context.get(accountContext);
  const app = context.get(appContext);
  const mailbox = account && (await mailboxFor({ app, account, peer: context.get(peerContext) }));
  const path = new URL(request.url).pathname;
  const links = account
    ? [
        { label: 'Your organisations', href: '/' },
        { label: 'Your account', href: '/account' },
        ...(mailbox ? [{ label: 'Mailbox', href: '/mailbox' }] : []),
      ]
    : [];
  return {
    person: account?.name ?? null,
    said: context.get(flashContext).said,
    links: links.map((link) => ({ ...link, isCurrent: link.href === path })),
  };
}

/** Pages that belong to no organisation: set-up, sign-in, one's account, the mailbox. */
export default function Frame() {
  const frame = useLoaderData<typeof loader>();
  return (
    <PlainFrame
      name="Espalier"
      homeHref="/"
      links={frame.links}
      said={frame.said}
      {...(frame.person === null ? {} : { person: frame.person })}
    >
      <Outlet />
    </PlainFrame>
  );
}
