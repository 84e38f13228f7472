import { refuseBeyond, refuseVisitor } from '../platform/rate-limit.ts';
import type { App } from '../platform/context.ts';

const quarter = 15 * 60;

/** Counts a try to sign in: by address and by machine, so that neither many addresses nor many machines help. */
export async function countSignIn(app: App, email: string, peer: string): Promise<void> {
  await refuseVisitor(app, 'sign-in-peer', peer, { max: 60, windowSeconds: quarter });
  await refuseBeyond(app, signInKey(email), { max: 10, windowSeconds: quarter });
}

/** The key under which tries with an address are counted. */
export function signInKey(email: string): string {
  return `sign-in:${email.toLowerCase()}`;
}

/** Counts a letter asked for: few per address, because somebody else may be asking. */
export async function countLetter(app: App, email: string, peer: string): Promise<void> {
  await refuseVisitor(app, 'letter-peer', peer, { max: 20, windowSeconds: quarter });
  await refuseBeyond(app, `letter:${email.toLowerCase()}`, { max: 4, windowSeconds: quarter });
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
