import { sql } from 'kysely';
import { notFound, precondition } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';
import type { Role } from '../../platform/permission.ts';
import type { RoleScope } from './role.ts';

/** A request for a role that still waits, locked until the transaction ends. */
export async function waitingRequestForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('role_request')
    .select([
      'id',
      'person_id as personId',
      'role',
      'programme_id as programmeId',
      'expires_at as expiresAt',
      'reason',
      'is_invited as isInvited',
      'requested_by as requestedBy',
      'state',
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('role');
  return { ...row, role: row.role as Role };
}

/** Refuses a request that was answered or taken back. */
export function requireWaiting({ state }: { state: string }): void {
  if (state === 'confirmed') throw precondition('This role was confirmed already.');
  if (state !== 'waiting') throw precondition('This request was refused or taken back.');
}

/** The roles that wait for a second person. Who has one is changed only by those who could change its holder. */
export async function rolesAwaited(tx: Tx, personId: string): Promise<RoleScope[]> {
  const rows = await tx
    .selectFrom('role_request')
    .select(['role', 'programme_id as programmeId'])
    .where('person_id', '=', personId)
    .where('state', '=', 'waiting')
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

interface Confirmer {
  personId: string;
  name: string;
  email: string | null;
}

/**
 * Who could confirm the role, apart from those named: administrators, managers where they manage, and for the
 * adviser's other advisers. Whether they have signed in yet does not matter, or roles could be given alone until the first one does.
 */
export async function confirmersOf(
  tx: Tx,
  { role, programmeId }: RoleScope,
  except: readonly string[],
  now: string,
): Promise<Confirmer[]> {
  const rows = await sql<Confirmer>`
    select distinct p.id as "personId", p.name, p.email
    from role_grant g
    join person p on p.org_id = g.org_id and p.id = g.person_id
    where g.ended_at is null and (g.expires_at is null or g.expires_at > ${now}::timestamptz)
      and p.removed_at is null and p.id <> all(${[...except]}::uuid[])
      and (g.role = 'admin' or (g.role = 'manager' and (g.programme_id is null
        or (${role !== 'admin'} and g.programme_id = ${programmeId}::uuid)))
        or (g.role = 'adviser' and ${role === 'adviser'}
          and (g.programme_id is null or g.programme_id = ${programmeId}::uuid)))
    order by p.name, p.id`.execute(tx);
  return rows.rows;
}
