import { sql } from 'kysely';
import type { Tx } from '../../../platform/database.ts';
import type { Role } from '../../../platform/permission.ts';
import { secondFactorDeadline, type SecondFactorRule } from '../second-factor.ts';

interface RuleRow {
  rule: SecondFactorRule;
  since: string;
  role: Role;
  givenAt: string;
}

/** Until when an account without a second factor may go on in this organisation; null: its rule is not about them. */
export async function deadlineOfAccount(
  tx: Tx,
  userId: string,
  now: string,
): Promise<string | null> {
  const found = await sql<RuleRow>`
    select o.second_factor as rule, o.second_factor_since as since, g.role,
      g.granted_at as "givenAt"
    from organisation o
    join person p on p.org_id = o.org_id and p.user_id = ${userId} and p.removed_at is null
    join role_grant g on g.org_id = p.org_id and g.person_id = p.id and g.ended_at is null
      and (g.expires_at is null or g.expires_at > ${now}::timestamptz)
    where not o.is_demonstration`.execute(tx);
  const [first] = found.rows;
  return first === undefined ? null : secondFactorDeadline(first.rule, first.since, found.rows);
}
