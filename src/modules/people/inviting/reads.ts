import { sql } from 'kysely';
import { addDays, formatDate } from '../../../kernel/calendar.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { type Role, roles } from '../../../platform/permission.ts';
import { invitationDays } from '../invitation.ts';
import { invitationLetter } from '../mails.ts';
import { roleLabels } from '../role.ts';
import { visibleTo } from '../visible-rows.ts';

export interface Invitable {
  id: string;
  name: string;
  email: string;
}

/** Those of the people who can be invited now: with an address, without an account or an open invitation. */
export async function invitableOf(
  tx: Tx,
  ctx: Pick<Ctx, 'actor' | 'clock'>,
  ids: readonly string[],
): Promise<Invitable[]> {
  const found = await sql<Invitable>`
    select p.id, p.name, p.email
    from person p
    where p.id = any(${[...ids]}::uuid[]) and p.email is not null and p.user_id is null
      and p.removed_at is null and ${visibleTo(ctx.actor)}
      and not exists (
        select from invitation i
        join link k on k.org_id = i.org_id and k.id = i.link_id
        where i.org_id = p.org_id and i.person_id = p.id and i.accepted_at is null
          and i.revoked_at is null and k.expires_at > ${ctx.clock.now()}::timestamptz)
    order by p.name, p.id`.execute(tx);
  return found.rows;
}

/** The letter as it will leave, for somebody with this role; the link is each person's own. */
export function invitationShown(ctx: Pick<Ctx, 'org' | 'actor' | 'clock'>, role: string) {
  const known = roles.find((one): one is Role => one === role);
  return invitationLetter({
    name: '(name)',
    organisation: ctx.org.name,
    roles: known === undefined ? [] : [roleLabels[known]],
    invitedBy: ctx.actor.name,
    url: '(a link for each person)',
    lastDay: formatDate(addDays(ctx.clock.today(ctx.org.zone), invitationDays)),
  });
}
