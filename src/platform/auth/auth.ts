import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { magicLink, twoFactor } from 'better-auth/plugins';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { backPath, withBack } from '../../kernel/back-path.ts';
import { mailedLinkChallenge } from './mailed-link-challenge.ts';
import { passkeyVerifiesUser, refuseUnverified } from './passkey-verifies-user.ts';
import { sessionLife } from './session-life.ts';
import { signInByServer } from './sign-in-by-server.ts';
import { watchAccounts, type Watcher } from './watch-accounts.ts';

export interface AccountLetter {
  readonly address: string;
  readonly subject: string;
  readonly body: string;
  /** Pointless afterwards, such as a link that has run out; four days unless told. */
  readonly minutes?: number;
}

export interface AuthSettings {
  /** Pool whose search path is the schema `auth`. */
  pool: Pool;
  /** Public address of the installation, without a trailing slash. */
  url: string;
  /** At least 32 random bytes as text. */
  secret: string;
  /** Takes a letter about an account, to be sent as soon as the mail server accepts it. */
  send: (letter: AccountLetter) => Promise<void>;
  /** Hears of every sign-in, refusal and change. */
  watcher: Watcher;
  readonly log: Logger;
}

/** Accounts: password, mailed link, second factor by TOTP and passkey. Tables live in the schema `auth`. */
export function createAuth(settings: AuthSettings) {
  const host = new URL(settings.url).hostname;
  return betterAuth({
    appName: 'Espalier',
    baseURL: settings.url,
    basePath: '/auth',
    secret: settings.secret,
    database: settings.pool,
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      // Its own lines are coloured and no JSON.
      log: (level, message, ...details) =>
        settings.log[level === 'error' ? 'error' : 'warn'](
          { err: details.find((one) => one instanceof Error), from: 'accounts' },
          message,
        ),
    },
    trustedOrigins: [settings.url],
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      // Accounts are made only through the set-up link or an invitation, on the server.
      disableSignUp: true,
      resetPasswordTokenExpiresIn: 3600,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: async ({ user }) => {
        await settings.watcher.record({
          ...{ kind: 'password-reset', userId: user.id, how: 'link' },
          ...{ peer: '', userAgent: '' },
        });
      },
      sendResetPassword: async ({ user, token, url: theirs }) => {
        const back = backPath(new URL(theirs).searchParams.get('callbackURL'));
        const url = `${settings.url}${withBack(`/sign-in/new-password/${token}`, back)}`;
        await settings.send({
          address: user.email,
          subject: 'Choose a new password for Espalier',
          minutes: 60,
          body: `Somebody asked for a new password for ${user.email}.\n\nOpen this link within an hour to choose one:\n${url}\n\nIf it was not you, do nothing: your password stays as it is.`,
        });
      },
    },
    // Whoever reads the database, or a backup, finds no link that opens an account.
    verification: {
      storeIdentifier: { default: 'plain', overrides: { 'reset-password:': 'hashed' } },
    },
    session: {
      expiresIn: sessionLife.whole * 60,
      // Its end stays where it was set; how long it may rest is looked after where pages are opened.
      disableSessionRefresh: true,
      freshAge: 60 * 15,
      cookieCache: { enabled: false },
    },
    user: { deleteUser: { enabled: false }, changeEmail: { enabled: false } },
    rateLimit: { enabled: true, storage: 'database', window: 60, max: 100 },
    advanced: {
      // A session and its user are read for every request: one query instead of two.
      database: { joins: true },
      cookiePrefix: 'espalier',
      useSecureCookies: settings.url.startsWith('https:'),
      ipAddress: { ipAddressHeaders: ['x-espalier-peer'] },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: 600,
        storeToken: 'hashed',
        // Our own page asks for a click: mail scanners open addresses and would use the link up.
        sendMagicLink: async ({ email, token, metadata }) => {
          const path = withBack(`/sign-in/link/${token}`, backPath(metadata?.['back']));
          const url = `${settings.url}${path}`;
          await settings.send({
            address: email,
            subject: 'Your link to sign in to Espalier',
            minutes: 10,
            body: `Open this link within ten minutes to sign in:\n${url}\n\nIt works once. If you did not ask for it, do nothing.`,
          });
        },
      }),
      mailedLinkChallenge(),
      signInByServer(),
      twoFactor({ issuer: 'Espalier' }),
      passkey({
        rpID: host,
        rpName: 'Espalier',
        origin: settings.url,
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        registration: {
          afterVerification: async ({ verification }) =>
            refuseUnverified(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: async ({ verification }) =>
            refuseUnverified(verification.authenticationInfo?.userVerified),
        },
      }),
      passkeyVerifiesUser(),
      watchAccounts(settings.watcher),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;
