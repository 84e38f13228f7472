import { sql } from 'kysely';
import { invalid, notFound, precondition } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { findLink, useLink } from '../../platform/links.ts';
import type { Role } from '../../platform/permission.ts';
import type { RoleScope } from './role.ts';

/** The person, locked until the transaction ends. */
export async function personForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('person')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('person');
  return row;
}

/** The same, refusing one who was removed. */
export async function presentPersonForUpdate(tx: Tx, id: string) {
  const person = await personForUpdate(tx, id);
  if (person.removed_at !== null) throw precondition('This person was removed.');
  return person;
}

/** The role grant, locked until the transaction ends; "not found" when it has ended. */
export async function grantForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('role_grant')
    .select(['id', 'person_id', 'role', 'programme_id', 'ended_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('role');
  return { ...row, role: row.role as Role };
}

/** The roles a person holds now. */
export async function rolesHeld(tx: Tx, personId: string, now: string): Promise<RoleScope[]> {
  const rows = await tx
    .selectFrom('role_grant')
    .select(['role', 'programme_id'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .execute();
  return rows.map((row) => ({ role: row.role as Role, programmeId: row.programme_id }));
}

/** Whether the person is entered as somebody of an enterprise at present. */
export async function belongsToEnterprise(tx: Tx, personId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('enterprise_person')
    .select('enterprise_id')
    .where('person_id', '=', personId)
    .where('to_on', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Refuses to take the administrator's role from the last person who could still sign in with it. Locks all
 * of them, so that two administrators cannot remove each other in the same moment.
 */
export async function keepAnAdmin(tx: Tx, without: string, now: string): Promise<void> {
  const rows = await sql<{ person_id: string }>`
    select g.person_id
    from role_grant g
    join person p on p.org_id = g.org_id and p.id = g.person_id
    where g.role = 'admin' and g.ended_at is null
      and (g.expires_at is null or g.expires_at > ${now}::timestamptz)
      and p.removed_at is null and p.user_id is not null
    order by g.id
    for update of g`.execute(tx);
  const isOne = rows.rows.some((row) => row.person_id === without);
  if (isOne && rows.rows.every((row) => row.person_id === without)) {
    throw precondition(
      'This is the only administrator who can sign in. Make somebody else one first.',
    );
  }
}

/** Refuses a programme that the organisation does not have. */
export async function requireProgramme(tx: Tx, id: string | null): Promise<void> {
  if (id === null) return;
  const found = await tx
    .selectFrom('programme')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw invalid({ programmeId: 'Choose a programme from the list.' });
}

interface NewGrant extends RoleScope {
  personId: string;
  /** Who asked for it, when somebody else confirmed; otherwise the actor. */
  grantedBy?: string;
  confirmedBy?: string;
  expiresAt?: string | null;
  reason?: string;
}

/** Adds a role; null when the person holds it already. A grant that has run out makes way for the new one. */
export async function addGrant(tx: Tx, ctx: Ctx, grant: NewGrant): Promise<string | null> {
  const now = ctx.clock.now();
  await tx
    .updateTable('role_grant')
    .set({ ended_at: now })
    .where('person_id', '=', grant.personId)
    .where('role', '=', grant.role)
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', now)
    .execute();
  const made = await tx
    .insertInto('role_grant')
    .values({
      org_id: ctx.orgId,
      id: newId(),
      person_id: grant.personId,
      role: grant.role,
      programme_id: grant.programmeId,
      granted_by: grant.grantedBy ?? ctx.actor.personId,
      confirmed_by: grant.confirmedBy ?? null,
      granted_at: now,
      expires_at: grant.expiresAt ?? null,
      reason: grant.reason || null,
    })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id ?? null;
}

/** The invitation a secret belongs to, locked, with its person; refuses one that no longer holds. */
export async function openInvitationForUpdate(tx: Tx, ctx: Ctx, secret: unknown) {
  const link = await findLink(tx, ctx, secret, 'invitation');
  if (!link?.subjectId || !link.personId) throw precondition(invitationGone);
  const person = await personForUpdate(tx, link.personId);
  const invitation = await tx
    .selectFrom('invitation')
    .select(['id', 'email'])
    .where('id', '=', link.subjectId)
    .where('person_id', '=', person.id)
    .where('link_id', '=', link.id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!invitation || person.removed_at !== null || person.user_id !== null) {
    throw precondition(invitationGone);
  }
  return { ...invitation, linkId: link.id, person };
}

const invitationGone =
  'This invitation has been used, taken back or has run out. Ask the person who invited you for a new one.';

/** Ties the account to the person and uses the invitation up. */
export async function acceptWith(
  tx: Tx,
  ctx: Ctx,
  invitation: { id: string; linkId: string; person: { id: string; version: number } },
  userId: string,
): Promise<void> {
  if (!(await useLink(tx, ctx, invitation.linkId))) throw precondition(invitationGone);
  const now = ctx.clock.now();
  await tx
    .updateTable('invitation')
    .set({ accepted_at: now })
    .where('id', '=', invitation.id)
    .execute();
  await tx
    .updateTable('person')
    .set({ user_id: userId, version: invitation.person.version + 1 })
    .where('id', '=', invitation.person.id)
    .execute();
}

/** Takes back the invitations of a person that still wait. */
export async function revokeWaitingInvitations(tx: Tx, personId: string, now: string) {
  const revoked = await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('link_id')
    .execute();
  if (revoked.length === 0) return;
  await tx
    .updateTable('link')
    .set({ revoked_at: now })
    .where(
      'id',
      'in',
      revoked.map((row) => row.link_id),
    )
    .where('revoked_at', 'is', null)
    .execute();
}
