import { z } from 'zod';
import { addMinutes } from '../../../kernel/calendar.ts';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { enrolmentById } from '../../enterprises/reads.ts';
import { askToConfirm } from '../confirmation-letter.ts';
import { partyForUpdate } from '../party-rows.ts';
import { sessionPermissions } from '../permissions.ts';

/** A second letter within this time is one click too many. */
const pauseMinutes = 30;

/**
 * Sends the question whether sessions were as logged again, with a new link: by staff for any firm, or asked
 * for by somebody of the firm whose link is too old. One letter a firm, to whoever speaks for it.
 */
export const requestConfirmation = command({
  name: 'request-confirmation',
  permission: sessionPermissions.session.ask,
  input: z.strictObject({
    parties: z
      .array(z.strictObject({ sessionId: z.uuid(), enrolmentId: z.uuid() }))
      .min(1, 'Tick at least one session.')
      .max(200),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const byFirm = new Map<string, string[]>();
    const lately = addMinutes(ctx.clock.now(), -pauseMinutes);
    let askedLately = 0;
    const inOrder = input.parties.toSorted((a, b) => (a.sessionId < b.sessionId ? -1 : 1));
    for (const party of inOrder) {
      const row = await partyForUpdate(tx, party);
      allow({ programmeId: row.programmeId, enterpriseId: row.enterpriseId });
      if (row.state !== 'logged' || row.confirmation !== 'waiting') continue;
      if (row.askedAt !== null && row.askedAt > lately) {
        askedLately += 1;
        continue;
      }
      byFirm.set(party.enrolmentId, [...(byFirm.get(party.enrolmentId) ?? []), party.sessionId]);
    }
    if (byFirm.size === 0) {
      throw precondition(
        askedLately > 0
          ? 'A letter went out less than half an hour ago. Give it time to arrive.'
          : 'These sessions wait for nobody.',
      );
    }
    const without: string[] = [];
    const asked: string[] = [];
    for (const [enrolmentId, sessionIds] of byFirm) {
      const isSent = await askToConfirm(tx, ctx, { enrolmentId, sessionIds, why: 'again' });
      if (isSent) asked.push(enrolmentId);
      else without.push((await enrolmentById(tx, enrolmentId)).enterpriseName);
    }
    if (asked.length === 0) {
      throw precondition(
        'No letter could be sent: nobody of the enterprise has a mail address. Add one first.',
      );
    }
    await audit({
      subject: ['enrolment', asked[0] ?? ''],
      changes: { asked, sessions: [...byFirm.values()].flat() },
    });
    return { firms: asked.length, without };
  },
});
