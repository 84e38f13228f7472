import { notFound } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';
import type { Actor, Role } from '../../platform/permission.ts';

/** A person of the demonstration as an actor, with the roles they hold. They act as if signed in. */
export async function actorOf(tx: Tx, personId: string): Promise<Actor> {
  const person = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) throw notFound('person');
  const grants = await tx
    .selectFrom('role_grant')
    .select(['role', 'programme_id'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
  const mentor = await tx
    .selectFrom('mentor')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const own = await tx
    .selectFrom('enterprise_person')
    .select('enterprise_id')
    .where('person_id', '=', personId)
    .where('to_on', 'is', null)
    .execute();
  return {
    kind: 'person',
    personId: person.id,
    name: person.name,
    grants: grants.map((grant) => ({ role: grant.role as Role, programmeId: grant.programme_id })),
    mentorId: mentor?.id ?? null,
    ownEnterpriseIds: new Set(own.map((row) => row.enterprise_id)),
    matchedEnterpriseIds: new Set(),
  };
}
