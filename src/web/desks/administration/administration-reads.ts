import { sql } from 'kysely';
import type { Instant } from '../../../kernel/calendar.ts';
import {
  rolesThatNeedFactor,
  type SecondFactorRule,
} from '../../../modules/people/second-factor.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Role } from '../../../platform/permission.ts';

const soonDays = 30;
/** How far back a refused letter is still news. */
const recentDays = 90;

export interface EndingRole {
  personId: string;
  person: string;
  role: Role;
  programme: string | null;
  expiresAt: Instant;
}

/** Roles that run out within the next thirty days, the first first. */
export async function rolesThatEndSoon(tx: Tx, now: Instant): Promise<EndingRole[]> {
  const found = await sql<EndingRole>`
    select p.id as "personId", p.name as person, g.role, r.name as programme,
      g.expires_at as "expiresAt"
    from role_grant g
    join person p on p.org_id = g.org_id and p.id = g.person_id and p.removed_at is null
    left join programme r on r.org_id = g.org_id and r.id = g.programme_id
    where g.ended_at is null and g.expires_at > ${now}::timestamptz
      and g.expires_at <= ${now}::timestamptz + make_interval(days => ${soonDays})
    order by g.expires_at, p.name`.execute(tx);
  return found.rows;
}

interface RefusedLetterLine {
  id: string;
  personId: string | null;
  to: string;
  address: string;
  subject: string;
  why: string;
  at: Instant;
}

/** Letters that a mail server refused for good in the last ninety days, the latest first. */
export async function refusedLetters(tx: Tx, now: Instant): Promise<RefusedLetterLine[]> {
  const found = await sql<RefusedLetterLine>`
    select l.id, l.person_id as "personId", coalesce(p.name, l.to_name) as "to",
      l.to_address as address, l.subject, coalesce(l.last_error, '') as why, l.created_at as at
    from mail l
    left join person p on p.org_id = l.org_id and p.id = l.person_id
    where l.state = 'failed'
      and l.created_at > ${now}::timestamptz - make_interval(days => ${recentDays})
    order by l.created_at desc, l.id
    limit 100`.execute(tx);
  return found.rows;
}

/** Who is asked for a second factor by the organisation's rule and has none, by name. */
export async function peopleWithoutFactor(
  tx: Tx,
  rule: SecondFactorRule,
): Promise<{ personId: string; person: string }[]> {
  const roles = rolesThatNeedFactor(rule);
  if (roles.length === 0) return [];
  const found = await sql<{ personId: string; person: string }>`
    select distinct p.id as "personId", p.name as person
    from role_grant g
    join person p on p.org_id = g.org_id and p.id = g.person_id and p.removed_at is null
    join auth."user" u on u.id = p.user_id
    where g.ended_at is null and g.role = any(${[...roles]}::text[])
      and coalesce(u."twoFactorEnabled", false) = false
    order by p.name, p.id`.execute(tx);
  return found.rows;
}

/** When the last backup by the clock was whole; null when none was in what the queue remembers. */
export async function lastBackup(tx: Tx): Promise<Instant | null> {
  const found = await sql<{ at: Instant }>`
    select j.completed_on as at from pgboss.job j
    where j.name = 'take-backup' and j.state = 'completed' and j.completed_on is not null
    order by j.completed_on desc limit 1`.execute(tx);
  return found.rows[0]?.at ?? null;
}
