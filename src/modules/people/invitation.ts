import type { Instant } from '../../kernel/calendar.ts';

/** How long the link in an invitation works. */
export const invitationDays = 14;

export type InvitationState = 'waiting' | 'accepted' | 'revoked' | 'expired';

interface Facts {
  acceptedAt: Instant | null;
  revokedAt: Instant | null;
  expiresAt: Instant;
}

/** Where an invitation stands at `now`. */
export function invitationState(facts: Facts, now: Instant): InvitationState {
  if (facts.acceptedAt !== null) return 'accepted';
  if (facts.revokedAt !== null) return 'revoked';
  return facts.expiresAt <= now ? 'expired' : 'waiting';
}
