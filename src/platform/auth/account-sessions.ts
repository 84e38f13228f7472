import { sql } from 'kysely';
import type { Tx } from '../database.ts';

export interface AccountSession {
  id: string;
  token: string;
  userAgent: string;
  createdAt: string;
  lastUsedAt: string;
}

/** The devices an account is signed in on, last used first. The token must not leave the server. */
export async function sessionsOf(tx: Tx, userId: string, now: string): Promise<AccountSession[]> {
  const found = await sql<AccountSession>`
    select s.id, s.token, coalesce(s."userAgent", '') as "userAgent",
      s."createdAt" as "createdAt", s."updatedAt" as "lastUsedAt"
    from auth."session" s
    where s."userId" = ${userId} and s."expiresAt" > ${now}::timestamptz
    order by s."updatedAt" desc
    limit 100`.execute(tx);
  return found.rows;
}

/** Signs one device out; false when the account has no such session. */
export async function endSession(tx: Tx, userId: string, sessionId: string): Promise<boolean> {
  const ended = await sql<{ id: string }>`
    delete from auth."session" s
    where s."userId" = ${userId} and s.id = ${sessionId}
    returning s.id`.execute(tx);
  return ended.rows.length === 1;
}

/** Signs every device out, apart from the one with the token; gives how many there were. */
export async function endSessions(tx: Tx, userId: string, exceptToken = ''): Promise<number> {
  const ended = await sql<{ id: string }>`
    delete from auth."session" s
    where s."userId" = ${userId} and s.token <> ${exceptToken}
    returning s.id`.execute(tx);
  return ended.rows.length;
}

/** Notes that a session was used, now and then. */
export async function noteUse(
  tx: Tx,
  token: string,
  { now, minutes }: { now: string; minutes: number },
): Promise<void> {
  await sql`
    update auth."session" s set "updatedAt" = ${now}::timestamptz
    where s.token = ${token}
      and s."updatedAt" < ${now}::timestamptz - make_interval(mins => ${minutes})`.execute(tx);
}
