import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { deleteSessionCookie } from 'better-auth/cookies';
import { generateRandomString } from 'better-auth/crypto';
import { addMinutes } from '../../kernel/calendar.ts';
import { systemClock } from '../clock.ts';

const minutes = 10;

/**
 * Asks for the second factor after a mailed sign-in link too. better-auth asks only after a password, so a
 * stolen mailbox would otherwise be enough. Starts the same challenge as its own plugin does.
 */
export function mailedLinkChallenge() {
  return {
    id: 'mailed-link-challenge',
    hooks: {
      after: [
        {
          matcher: (context) => context.path === '/magic-link/verify',
          handler: createAuthMiddleware(async (ctx) => {
            const made = ctx.context.newSession;
            if (!made?.user['twoFactorEnabled']) return;
            deleteSessionCookie(ctx, true);
            const { internalAdapter } = ctx.context;
            await internalAdapter.deleteSession(made.session.token);
            ctx.context.setNewSession(null);
            const cookie = ctx.context.createAuthCookie('two_factor', { maxAge: minutes * 60 });
            // better-auth compares these times with the system clock.
            const identifier = `2fa-${generateRandomString(20)}`;
            const expiresAt = new Date(addMinutes(systemClock.now(), minutes));
            await internalAdapter.createVerificationValue({
              value: made.user.id,
              identifier,
              expiresAt,
            });
            await internalAdapter.createVerificationValue({
              value: '0',
              identifier: `2fa-attempts-${identifier}`,
              expiresAt,
            });
            await ctx.setSignedCookie(
              cookie.name,
              identifier,
              ctx.context.secret,
              cookie.attributes,
            );
            return ctx.json({ twoFactorRedirect: true });
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
