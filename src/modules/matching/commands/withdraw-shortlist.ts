import { z } from 'zod';
import { notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { askText } from '../asks/ask.ts';
import { withdrawOneShortlist } from '../asks/withdraw-asks-step.ts';
import { matchingPermissions } from '../permissions.ts';
import { needForUpdate } from '../../diagnosis/reads.ts';
import { shortlistForUpdate } from '../store.ts';

/** Takes back a shortlist that the enterprise has not answered; a firm that has it is told, and its link says so. */
export const withdrawShortlist = command({
  name: 'withdraw-shortlist',
  permission: matchingPermissions.shortlist.withdraw,
  input: z.strictObject({
    shortlistId: z.uuid(),
    /** What the firm reads, between greeting and farewell; left empty, our words. */
    letter: z.string().trim().max(4000).default(''),
  }),
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
    const { area, enrolment_id: enrolmentId, enterprise_id: enterpriseId } = need;
    await withdrawOneShortlist(
      tx,
      ctx,
      { id: shortlist.id, enterpriseId, enrolmentId, area },
      input.letter || askText({ kind: 'shortlist', area }),
    );
    await audit({
      subject: ['shortlist', shortlist.id],
      changes: { state: ['sent', 'withdrawn'] },
    });
    return { shortlistId: shortlist.id };
  },
});
