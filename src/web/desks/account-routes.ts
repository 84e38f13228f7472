import { index, type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Set-up, sign-in, one's account, invitations, the mailbox, accessibility: pages that belong to no organisation. */
export const accountRoutes: RouteConfigEntry[] = [
  index('./web/desks/home.tsx'),
  route('setup/:secret', './web/desks/setup/set-up.tsx'),
  route('sign-in', './web/desks/sign-in/sign-in.tsx'),
  route('sign-in/code', './web/desks/sign-in/second-factor.tsx'),
  route('sign-in/link', './web/desks/sign-in/ask-link.tsx'),
  route('sign-in/link/:token', './web/desks/sign-in/use-link.tsx'),
  route('sign-in/new-password', './web/desks/sign-in/ask-new-password.tsx'),
  route('sign-in/new-password/:token', './web/desks/sign-in/new-password.tsx'),
  route('sign-out', './web/desks/sign-in/sign-out.tsx'),
  route('accessibility', './web/desks/accessibility/accessibility.tsx'),
  route('account', './web/desks/account/frame.tsx', [
    index('./web/desks/account/account.tsx'),
    route('password', './web/desks/account/password.tsx'),
    route('second-factor', './web/desks/account/second-factor.tsx'),
    route('passkeys', './web/desks/account/passkeys.tsx'),
    route('devices', './web/desks/account/devices.tsx'),
  ]),
  route('demonstration', './web/desks/demonstration/demonstration.tsx'),
  route('mailbox', './web/desks/mailbox/frame.tsx', [
    index('./web/desks/mailbox/mailbox.tsx'),
    route(':box/:letter', './web/desks/mailbox/letter.tsx'),
  ]),
];
