import { addDays, formatDate } from '../../kernel/calendar.ts';
import { newId } from '../../kernel/ids.ts';
import { listWords } from '../../kernel/text.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { makeLink } from '../../platform/links.ts';
import { queueMail } from '../../platform/mail/outbox.ts';
import { invitationDays } from './invitation.ts';
import { roleLabels } from './role.ts';
import { revokeWaitingInvitations, rolesHeld } from './store.ts';

export const invitationPurpose = 'invitation';

interface Invited {
  id: string;
  name: string;
  email: string;
}

/**
 * Writes an invitation with a new link and puts the letter into the outbox; earlier ones that still wait end.
 * The letter leaves at once: whoever invites is often on the telephone with the person.
 */
export async function queueInvitation(tx: Tx, ctx: Ctx, person: Invited): Promise<string> {
  const { invitationId, url } = await addInvitation(tx, ctx, person);
  const roles = await rolesHeld(tx, person.id, ctx.clock.now());
  await queueMail(tx, ctx, {
    to: { personId: person.id, address: person.email, name: person.name },
    ...invitationLetter({
      name: person.name,
      organisation: ctx.org.name,
      roles: [...new Set(roles.map(({ role }) => roleLabels[role]))],
      invitedBy: ctx.actor.name,
      url,
      lastDay: formatDate(addDays(ctx.clock.today(ctx.org.zone), invitationDays)),
    }),
    about: ['person', person.id],
    urgent: true,
  });
  return invitationId;
}

/** An invitation with its link, without a letter; earlier ones that still wait end. */
export async function addInvitation(tx: Tx, ctx: Ctx, person: Invited) {
  const now = ctx.clock.now();
  await revokeWaitingInvitations(tx, person.id, now);
  const invitationId = newId();
  const link = await makeLink(tx, ctx, {
    purpose: invitationPurpose,
    personId: person.id,
    subjectId: invitationId,
    days: invitationDays,
  });
  await tx
    .insertInto('invitation')
    .values({
      org_id: ctx.orgId,
      id: invitationId,
      person_id: person.id,
      email: person.email,
      link_id: link.id,
      invited_by: ctx.actor.personId,
      invited_at: now,
    })
    .execute();
  return { invitationId, url: link.url };
}

interface Letter {
  name: string;
  organisation: string;
  roles: readonly string[];
  invitedBy: string;
  url: string;
  lastDay: string;
}

/** The words of an invitation. */
export function invitationLetter({ name, organisation, roles, invitedBy, url, lastDay }: Letter) {
  const as = roles.length === 0 ? '' : ` as ${listWords(roles.map(withArticle))}`;
  return {
    kind: 'invitation',
    subject: `${organisation}: your invitation`,
    body: `Dear ${name},\n\n${invitedBy} invites you to work with ${organisation}${as}.\n\nOpen this page to accept:\n${url}\n\nThe invitation is for you alone and can be accepted until ${lastDay}. If you did not expect it, do nothing.\n\nWith kind regards\n${organisation}`,
  };
}

function withArticle(role: string): string {
  // The one role that is named by its field.
  if (role === roleLabels.finance) return 'a finance officer';
  return `${/^[aeiou]/i.test(role) ? 'an' : 'a'} ${role.toLowerCase()}`;
}
