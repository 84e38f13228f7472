import type { App } from '../platform/context.ts';
import { networkOf } from '../platform/proxies.ts';
import { forgetHits, refuseBeyond, refuseVisitor } from '../platform/rate-limit.ts';

const quarter = 15 * 60;
const hour = 60 * 60;

interface Try {
  readonly email: string;
  readonly peer: string;
  /** Somebody has signed in with this address on this device before. */
  readonly isKnown: boolean;
}

/**
 * Counts a try to sign in: by machine, and by address and machine together, so that whoever types somebody's address
 * wrongly all day locks out themselves and not its owner. All strangers together have a wide limit, which many
 * machines can reach; a device that the owner has signed in on before has a count of its own and is not held up.
 */
export async function countSignIn(app: App, { email, peer, isKnown }: Try): Promise<void> {
  await refuseVisitor(app, 'sign-in-peer', peer, { max: 60, windowSeconds: quarter });
  await refuseBeyond(app, signInKey({ email, peer, isKnown }), { max: 10, windowSeconds: quarter });
  if (isKnown) return;
  await refuseBeyond(app, `sign-in-all:${email}`, { max: 100, windowSeconds: hour });
}

/** Forgets the tries of whoever has just given the right password. */
export async function forgetTries(app: App, attempt: Try): Promise<void> {
  await forgetHits(app, signInKey(attempt));
}

function signInKey({ email, peer, isKnown }: Try): string {
  return isKnown ? `sign-in-known:${email}` : `sign-in:${email}:${networkOf(peer)}`;
}

/** Counts a letter asked for: few per address from one machine, because somebody else may be asking. */
export async function countLetter(app: App, email: string, peer: string): Promise<void> {
  await refuseVisitor(app, 'letter-peer', peer, { max: 20, windowSeconds: quarter });
  await refuseBeyond(app, `letter:${email}:${networkOf(peer)}`, { max: 4, windowSeconds: quarter });
  await refuseBeyond(app, `letter-all:${email}`, { max: 20, windowSeconds: hour });
}

/** Counts a try with a code or a current password of one account. */
export async function countProof(app: App, userId: string): Promise<void> {
  await refuseBeyond(app, `proof:${userId}`, { max: 10, windowSeconds: quarter });
}

/** Whether the account library still wants the second factor after this answer. */
export async function wantsSecondFactor(answer: Response): Promise<boolean> {
  const body: unknown = await answer.clone().json();
  return typeof body === 'object' && body !== null && 'twoFactorRedirect' in body;
}
