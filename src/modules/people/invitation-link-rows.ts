import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { findLink } from '../../platform/links.ts';
import { invitationPurpose } from './mails.ts';

/** The link of the invitation that waits, read from its letter: links themselves are kept as hashes only. */
export async function waitingInvitationLink(
  tx: Tx,
  ctx: Pick<Ctx, 'clock'>,
  personId: string,
): Promise<{ invitationId: string; invitedById: string | null; url: string } | null> {
  const letter = await tx
    .selectFrom('mail')
    .select('body')
    .where('about_kind', '=', 'person')
    .where('about_id', '=', personId)
    .where('kind', '=', invitationPurpose)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const [url, secret] = /https?:\/\/\S+\/link\/([\w-]+)/.exec(letter?.body ?? '') ?? [];
  const link = await findLink(tx, ctx, secret, invitationPurpose);
  if (url === undefined || !link?.subjectId) return null;
  const invitation = await tx
    .selectFrom('invitation')
    .select(['id', 'invited_by'])
    .where('id', '=', link.subjectId)
    .where('person_id', '=', personId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return invitation
    ? { invitationId: invitation.id, invitedById: invitation.invited_by, url }
    : null;
}
