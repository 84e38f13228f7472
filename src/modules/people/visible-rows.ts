import { sql } from 'kysely';
import { notFound, precondition } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';
import { type Actor, mayAnywhere } from '../../platform/permission.ts';
import { peoplePermissions } from './permissions.ts';

/** Whose work is limited to some programmes sees the people of those, and who works in all of them. */
export function visibleTo(actor: Actor) {
  const programmes = limitedTo(actor);
  if (programmes === null) return sql`true`;
  return sql`(
    exists (
      select from role_grant v
      where v.org_id = p.org_id and v.person_id = p.id
        and (v.programme_id = any (${programmes}::uuid[])
          or (v.programme_id is null and v.role <> 'participant')))
    or exists (
      select from enterprise_person e
      join enrolment n on n.org_id = e.org_id and n.enterprise_id = e.enterprise_id
      where e.org_id = p.org_id and e.person_id = p.id
        and n.programme_id = any (${programmes}::uuid[])))`;
}

/** The programmes to which the actor's right to see people is limited; null when it is not. */
function limitedTo(actor: Actor): string[] | null {
  if (actor.kind === 'system') return null;
  const seeing = actor.grants.filter((grant) => peoplePermissions.person.read.grants[grant.role]);
  if (seeing.some((grant) => grant.programmeId === null)) return null;
  return seeing.flatMap((grant) => grant.programmeId ?? []);
}

/** "Not found" for a person whom the actor may not see; what nobody sees, nobody changes. */
export async function requireVisible(tx: Tx, actor: Actor, personId: string): Promise<void> {
  const seen = await sql<{ id: string }>`
    select p.id from person p where p.id = ${personId} and ${visibleTo(actor)}`.execute(tx);
  if (seen.rows.length === 0) throw notFound('person');
}

/**
 * Refuses to change somebody who also belongs to an enterprise that only other programmes know: their letters
 * would go where staff of this programme say.
 */
export async function requireNoFirmElsewhere(tx: Tx, actor: Actor, personId: string) {
  const programmes = limitedTo(actor);
  // What a firm's own people may change of each other is for the firm's commands to say.
  if (programmes === null || !mayAnywhere(actor, peoplePermissions.person.read)) return;
  const elsewhere = await sql<{ id: string }>`
    select e.enterprise_id as id from enterprise_person e
    where e.person_id = ${personId} and e.to_on is null
      and exists (select from enrolment n
        where n.org_id = e.org_id and n.enterprise_id = e.enterprise_id)
      and not exists (select from enrolment n
        where n.org_id = e.org_id and n.enterprise_id = e.enterprise_id
          and n.programme_id = any (${programmes}::uuid[]))`.execute(tx);
  if (elsewhere.rows.length === 0) return;
  throw precondition(
    'This person also belongs to an enterprise of another programme. They can change their details themselves, or somebody of the whole organisation can.',
  );
}
