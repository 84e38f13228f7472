import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Role } from '../../../platform/permission.ts';
import { mayConfirm } from '../role.ts';

interface RequestRow {
  id: string;
  personId: string;
  name: string;
  email: string | null;
  role: Role;
  programmeId: string | null;
  programme: string | null;
  expiresAt: string | null;
  reason: string | null;
  requestedBy: string;
  askedBy: string;
  requestedAt: string;
}

/**
 * Roles that wait for a second person, the oldest first: those that the actor asked for, and those that they
 * may confirm unless they are the one who gets it.
 */
export async function waitingRequests(tx: Tx, ctx: Pick<Ctx, 'actor'>) {
  const found = await sql<RequestRow>`
    select r.id, p.id as "personId", p.name, p.email, r.role, r.programme_id as "programmeId",
      g.name as programme, r.expires_at as "expiresAt", r.reason, r.requested_by as "requestedBy",
      a.name as "askedBy", r.requested_at as "requestedAt"
    from role_request r
    join person p on p.org_id = r.org_id and p.id = r.person_id
    join person a on a.org_id = r.org_id and a.id = r.requested_by
    left join programme g on g.org_id = r.org_id and g.id = r.programme_id
    where r.state = 'waiting'
    order by r.requested_at, r.id`.execute(tx);
  const { actor } = ctx;
  return found.rows
    .map((row) => ({
      ...row,
      isOwn: row.requestedBy === actor.personId,
      mayConfirm:
        mayConfirm(actor, row) &&
        actor.personId !== row.requestedBy &&
        actor.personId !== row.personId,
    }))
    .filter((row) => row.isOwn || row.mayConfirm);
}

/** The roles of a person that wait for a second one, for their page. */
export async function requestsFor(tx: Tx, personId: string) {
  const found = await sql<
    Pick<RequestRow, 'id' | 'role' | 'programmeId' | 'programme' | 'askedBy'>
  >`
    select r.id, r.role, r.programme_id as "programmeId", g.name as programme, a.name as "askedBy"
    from role_request r
    join person a on a.org_id = r.org_id and a.id = r.requested_by
    left join programme g on g.org_id = r.org_id and g.id = r.programme_id
    where r.person_id = ${personId}::uuid and r.state = 'waiting'
    order by r.requested_at, r.id`.execute(tx);
  return found.rows;
}
