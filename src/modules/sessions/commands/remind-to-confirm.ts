import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { askToConfirm } from '../confirmation-letter.ts';
import { partyForUpdate } from '../party-rows.ts';
import { sessionPermissions } from '../permissions.ts';

/** Reminds a firm, once, of a session it has not confirmed; silence never confirms. */
export const remindToConfirm = command({
  name: 'remind-to-confirm',
  permission: sessionPermissions.session.remind,
  input: z.strictObject({ sessionId: z.uuid(), enrolmentId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const party = await partyForUpdate(tx, input);
    allow({ programmeId: party.programmeId, enterpriseId: party.enterpriseId });
    if (party.state !== 'logged' || party.confirmation !== 'waiting') {
      throw precondition('This session waits for nobody.');
    }
    const reminded = await tx
      .selectFrom('mail')
      .select('id')
      .where('about_id', '=', input.sessionId)
      .where('kind', '=', 'confirm-session-reminder')
      .executeTakeFirst();
    if (reminded) throw precondition('The firm has been reminded already.');
    await askToConfirm(tx, ctx, { ...input, isReminder: true });
    await audit({
      subject: ['session', input.sessionId],
      changes: { enrolmentId: input.enrolmentId },
    });
    return { sessionId: input.sessionId };
  },
});
