import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { programmeById } from '../../programmes/reads.ts';
import { refuseLateCorrection } from '../correction-rows.ts';
import { sessionPermissions } from '../permissions.ts';
import { sessionForUpdate } from '../store.ts';

/**
 * Takes a session out of every count; the row and its history stay. By staff, or
 * by its mentor as long as they may correct it.
 */
export const cancelSession = command({
  name: 'cancel-session',
  permission: sessionPermissions.session.correct,
  input: z.strictObject({
    sessionId: z.uuid(),
    reason: z.string().trim().min(1, 'Say why the session is taken out.').max(500),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const session = await sessionForUpdate(tx, input.sessionId);
    const mentors = await tx
      .selectFrom('session_mentor')
      .select('mentor_id')
      .where('session_id', '=', session.id)
      .execute();
    const own = mentors.find((row) => row.mentor_id === ctx.actor.mentorId) ?? mentors[0];
    allow({ programmeId: session.programme_id, mentorId: own?.mentor_id ?? null });
    if (session.state === 'cancelled') throw precondition('This session is cancelled already.');
    const programme = await programmeById(tx, session.programme_id);
    await refuseLateCorrection(tx, ctx, session, programme.zone);
    await tx
      .updateTable('session')
      .set({ state: 'cancelled', version: session.version + 1 })
      .where('id', '=', session.id)
      .execute();
    await audit({
      subject: ['session', session.id],
      reason: input.reason,
      changes: { state: [session.state, 'cancelled'] },
    });
    return { sessionId: session.id };
  },
});
