import type { Instant } from '../../../kernel/calendar.ts';

/** The link that only stands in letters: whoever uses it reads what is sent to the address. */
export const mailedPurpose = 'resume-mailed-application';

/** What an application says of its address. */
export interface Address {
  readonly source: string;
  readonly email: string;
  readonly addressProvedAt: Instant | null;
}

/**
 * Whether somebody typed this address of whom nobody knows that it is theirs. What staff typed, they asked for; on the
 * public form anybody can type anybody's.
 */
export function isUnproved({ source, email, addressProvedAt }: Address): boolean {
  return source === 'public' && email !== '' && addressProvedAt === null;
}

/** What is kept when the link of a letter is used: whoever holds it reads what is sent to the address. */
export function provedNow(
  { isFromLetter, ...address }: Address & { readonly isFromLetter: boolean },
  now: Instant,
): { address_proved_at?: Instant } {
  return isFromLetter && address.addressProvedAt === null ? { address_proved_at: now } : {};
}
