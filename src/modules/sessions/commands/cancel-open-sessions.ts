import { sql } from 'kysely';
import { z } from 'zod';
import { command } from '../../../platform/command.ts';
import { sessionPermissions } from '../permissions.ts';

/** Run by a job when a match has ended: its meetings that are planned and have not begun are cancelled. */
export const cancelOpenSessions = command({
  name: 'cancel-open-sessions',
  permission: sessionPermissions.session.cancelOpen,
  input: z.strictObject({ matchId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const cancelled = await sql<{ id: string }>`
      update session s set state = 'cancelled', version = s.version + 1
      from session_mentor k
      join match t on t.org_id = k.org_id and t.id = k.match_id
      where k.org_id = s.org_id and k.session_id = s.id and k.match_id = ${input.matchId}::uuid
        and t.end_cause is not null and s.state = 'planned' and s.format = 'one-to-one'
        and s.starts_at > ${ctx.clock.now()}::timestamptz
      returning s.id`.execute(tx);
    const sessions = cancelled.rows.map((row) => row.id);
    await audit({ subject: ['match', input.matchId], changes: { cancelled: sessions } });
    return { cancelled: sessions.length };
  },
});
