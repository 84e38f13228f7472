import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';

/**
 * A passkey signs in without password and second factor, so the device must have asked for its holder's
 * finger, face or PIN: a key found in a drawer must not do. The library asks for it only if convenient.
 */
export function passkeyVerifiesUser() {
  return {
    id: 'passkey-verifies-user',
    hooks: {
      after: [
        {
          matcher: (context) => context.path === '/passkey/generate-authenticate-options',
          handler: createAuthMiddleware(async (ctx) => {
            const options: unknown = ctx.context.returned;
            if (typeof options !== 'object' || options === null || options instanceof Error) return;
            return ctx.json({ ...options, userVerification: 'required' });
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

/** Refuses an answer in which the device does not say that it asked; what the page requested may be changed. */
export function refuseUnverified(isUserVerified: boolean | undefined): void {
  if (isUserVerified === true) return;
  throw new APIError('UNAUTHORIZED', {
    message: 'Your device must ask for your PIN, finger or face when it uses the passkey.',
  });
}
