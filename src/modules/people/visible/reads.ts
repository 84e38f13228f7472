import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { Actor } from '../../../platform/permission.ts';
import { visibleTo } from '../visible-rows.ts';

/**
 * People with these addresses (in small letters) whom the actor may see, or who belong to one of the firms,
 * by address. Somebody else's address must not give their name and telephone away, nor put them into a firm
 * through which they could then be changed.
 */
export async function visiblePeopleByEmail(
  tx: Tx,
  actor: Actor,
  emails: readonly string[],
  firmIds: readonly string[],
): Promise<Map<string, { id: string; name: string }>> {
  if (emails.length === 0) return new Map();
  const found = await sql<{ email: string; id: string; name: string }>`
    select distinct on (lower(p.email)) lower(p.email) as email, p.id, p.name
    from person p
    where lower(p.email) = any(${[...emails]}::text[]) and p.removed_at is null
      and (${visibleTo(actor)} or exists (
        select from enterprise_person f
        where f.org_id = p.org_id and f.person_id = p.id
          and f.enterprise_id = any(${[...firmIds]}::uuid[])))
    order by lower(p.email), p.user_id is null, p.created_at`.execute(tx);
  return new Map(found.rows.map(({ email, id, name }) => [email, { id, name }]));
}
