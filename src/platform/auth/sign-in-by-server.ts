import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/**
 * Lets the server sign an account in without a password, for the demonstration's people alone: whoever calls
 * it has checked that. It has no address, so no request reaches it.
 */
export function signInByServer() {
  return {
    id: 'sign-in-by-server',
    endpoints: {
      signInByServer: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ userId: z.string().min(1).max(100) }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const user = await internalAdapter.findUserById(ctx.body.userId);
          if (!user) throw ctx.error('NOT_FOUND', { message: 'There is no such account' });
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ userId: user.id });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
