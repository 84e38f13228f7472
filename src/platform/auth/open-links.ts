import { createHash } from 'node:crypto';
import { systemClock } from '../clock.ts';
import type { Auth } from './auth.ts';

/** Whether a password can still be chosen by this link; looking uses nothing up. */
export function isPasswordLinkOpen(auth: Auth, token: string): Promise<boolean> {
  return isKept(auth, `reset-password:${token}`);
}

/** Whether somebody can still sign in by this link; looking uses nothing up. */
export function isSignInLinkOpen(auth: Auth, token: string): Promise<boolean> {
  // What the account library keeps of a mailed link under `storeToken: 'hashed'`; a test holds the two together.
  return isKept(auth, `magic-link:${createHash('sha256').update(token).digest('base64url')}`);
}

async function isKept(auth: Auth, identifier: string): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  const kept = await internalAdapter.findVerificationValue(identifier);
  return kept !== null && kept.expiresAt.getTime() > Date.parse(systemClock.now());
}
