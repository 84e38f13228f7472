import { createHash } from 'node:crypto';
import { APIError, type BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { deleteSessionCookie } from 'better-auth/cookies';
import type { AccountEvent, AccountEventKind } from './account-events.ts';

export interface Watcher {
  /** Something happened to an account. */
  record(event: AccountEvent): Promise<void>;
  /** Somebody was not let in: a wrong password, a used link, a wrong code. */
  refused(refusal: { how: string; address: string | null; peer: string }): void;
  /** Notes that a code was accepted; false when it was before, within the time in which it would be again. */
  useCode(userId: string, codeHash: string): Promise<boolean>;
}

/** How somebody signs in on a path of the account library. */
const signsIn: Readonly<Record<string, string>> = {
  '/sign-in/email': 'password',
  '/magic-link/verify': 'link',
  '/passkey/verify-authentication': 'passkey',
  '/two-factor/verify-totp': 'code',
  '/two-factor/verify-backup-code': 'backup code',
};

/** What else an account's owner should hear of. Turning the second factor on is told apart from signing in below. */
const changes: Readonly<Record<string, AccountEventKind>> = {
  '/change-password': 'password-changed',
  '/two-factor/disable': 'second-factor-off',
  '/two-factor/generate-backup-codes': 'backup-codes-made',
  '/passkey/verify-registration': 'passkey-added',
  '/passkey/delete-passkey': 'passkey-removed',
};

/**
 * Sees every answer of the account library, whichever page or script asked: records sign-ins, refusals and changes,
 * and accepts each code of the authenticator once (ASVS 6.5.1). Must be the last plugin, so that a challenge for the
 * second factor has already been made.
 */
export function watchAccounts(watcher: Watcher) {
  return {
    id: 'watch-accounts',
    hooks: {
      after: [
        {
          matcher: ({ path }) => path !== undefined && (path in signsIn || path in changes),
          handler: createAuthMiddleware(async (ctx) => {
            const { path } = ctx;
            const peer = ctx.headers?.get('x-espalier-peer') ?? '';
            const userAgent = ctx.headers?.get('user-agent') ?? '';
            const tell = (kind: AccountEventKind, userId: string, how: string) =>
              watcher.record({ kind, userId, how, peer, userAgent });
            const answer = ctx.context.returned;
            const how = signsIn[path];
            if (answer instanceof APIError) {
              watcher.refused({ how: how ?? path, address: addressIn(ctx.body), peer });
              return undefined;
            }
            const before = ctx.context.session?.user.id;
            const userId = ctx.context.newSession?.user.id ?? before;
            if (how === undefined) {
              const kind = changes[path];
              if (kind !== undefined && userId !== undefined) await tell(kind, userId, '');
              return undefined;
            }
            if (userId === undefined) return undefined;
            const codeHash = path === '/two-factor/verify-totp' ? hashOf(ctx.body) : null;
            if (codeHash !== null && !(await watcher.useCode(userId, codeHash))) {
              const made = ctx.context.newSession;
              deleteSessionCookie(ctx, true);
              if (made) await ctx.context.internalAdapter.deleteSession(made.session.token);
              ctx.context.setNewSession(null);
              watcher.refused({ how: 'code used before', address: null, peer });
              throw new APIError('UNAUTHORIZED', { code: 'CODE_USED', message: 'Used before' });
            }
            const isTurningOn = before !== undefined && how === 'code';
            await tell(isTurningOn ? 'second-factor-on' : 'sign-in', userId, how);
            return undefined;
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

function addressIn(body: unknown): string | null {
  const holder = body as { email?: unknown } | null | undefined;
  return typeof holder?.email === 'string' ? holder.email.toLowerCase() : null;
}

function hashOf(body: unknown): string | null {
  const holder = body as { code?: unknown } | null | undefined;
  if (typeof holder?.code !== 'string') return null;
  return createHash('sha256').update(holder.code).digest('hex');
}
