import { sql } from 'kysely';

/** What somebody wrote as the reason of an entry of `audit`; it stands beside the chain. */
export const auditReason = sql<string | null>`(select r.text from audit_reason r
  where r.org_id = audit.org_id and r.seq = audit.seq)`.as('reason');
