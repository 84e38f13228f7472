import { addMinutes } from '../../kernel/calendar.ts';
import { systemClock } from '../clock.ts';
import { newSecret } from '../secrets.ts';
import type { Auth } from './auth.ts';

/** The path of a page on which an account's password can be chosen anew, once, within an hour. */
export async function makePasswordLink(auth: Auth, userId: string): Promise<string> {
  const { internalAdapter } = await auth.$context;
  const token = newSecret();
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: userId,
    expiresAt: new Date(addMinutes(systemClock.now(), 60)),
  });
  return `/sign-in/new-password/${token}`;
}
