import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { askToConfirm } from '../confirmation-letter.ts';
import { partyForUpdate } from '../party-rows.ts';
import { sessionPermissions } from '../permissions.ts';

/** Reminds one firm, once and by one letter, of sessions it has not confirmed; silence never confirms. */
export const remindToConfirm = command({
  name: 'remind-to-confirm',
  permission: sessionPermissions.session.remind,
  input: z.strictObject({
    enrolmentId: z.uuid(),
    sessionIds: z.array(z.uuid()).min(1).max(20),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const due: string[] = [];
    for (const sessionId of input.sessionIds.toSorted()) {
      const party = await partyForUpdate(tx, { sessionId, enrolmentId: input.enrolmentId });
      allow({ programmeId: party.programmeId, enterpriseId: party.enterpriseId });
      const isWaiting = party.state === 'logged' && party.confirmation === 'waiting';
      if (isWaiting && party.remindedAt === null) due.push(sessionId);
    }
    if (due.length === 0) throw precondition('The firm has answered or been reminded already.');
    const isAsked = await askToConfirm(tx, ctx, {
      enrolmentId: input.enrolmentId,
      sessionIds: due,
      why: 'reminder',
    });
    // Nothing was done, so nothing is kept: otherwise the audit would gain a row each morning.
    if (!isAsked) throw precondition('Nobody of this enterprise has a mail address.');
    await audit({ subject: ['enrolment', input.enrolmentId], changes: { sessions: due } });
    return { reminded: due.length };
  },
});
