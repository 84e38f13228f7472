import { z } from 'zod';
import { notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { cancelMail } from '../../../platform/mail/outbox.ts';
import { matchingPermissions } from '../permissions.ts';
import { needForUpdate } from '../../diagnosis/reads.ts';
import { shortlistForUpdate } from '../store.ts';

/** Takes back a shortlist that the enterprise has not answered; its link stops working. */
export const withdrawShortlist = command({
  name: 'withdraw-shortlist',
  permission: matchingPermissions.shortlist.withdraw,
  input: z.strictObject({ shortlistId: z.uuid() }),
  async run({ ctx, tx, input, allow, audit }) {
    const seen = await tx
      .selectFrom('shortlist')
      .select('need_id')
      .where('id', '=', input.shortlistId)
      .executeTakeFirst();
    if (!seen) throw notFound('shortlist');
    const need = await needForUpdate(tx, seen.need_id);
    allow({ programmeId: need.programme_id, enterpriseId: need.enterprise_id });
    const shortlist = await shortlistForUpdate(tx, input.shortlistId);
    if (shortlist.state !== 'sent') throw precondition('This shortlist is no longer open.');
    await tx
      .updateTable('shortlist')
      .set({ state: 'withdrawn', answered_at: ctx.clock.now(), version: shortlist.version + 1 })
      .where('id', '=', shortlist.id)
      .execute();
    await cancelMail(tx, shortlist.id);
    await audit({
      subject: ['shortlist', shortlist.id],
      changes: { state: ['sent', 'withdrawn'] },
    });
    return { shortlistId: shortlist.id };
  },
});
