import { z } from 'zod';
import { invalid, precondition } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { command } from '../../../../platform/command.ts';
import { matchingPermissions } from '../../permissions.ts';
import { needOfOffer, offerForUpdate } from '../../store.ts';

/**
 * Staff settle a mentor's no: it is set aside, so that the mentor may be asked again, or what it said of a conflict
 * of interest enters the register, which keeps the two apart from now on.
 */
export const settleDecline = command({
  name: 'settle-decline',
  permission: matchingPermissions.offer.settle,
  input: z.strictObject({
    offerId: z.uuid(),
    as: z.enum(['set-aside', 'conflict'], 'Choose what becomes of it.'),
    /** For a conflict. */
    kind: z.enum(['shareholding', 'client', 'competitor', 'family', 'other']).optional(),
    settleReason: z.string().trim().min(1, 'Say why the answer is settled so.').max(500),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const { need } = await needOfOffer(tx, input.offerId);
    allow({ programmeId: need.programme_id, enterpriseId: need.enterprise_id });
    const offer = await offerForUpdate(tx, input.offerId);
    if (offer.state !== 'declined' || offer.decline_set_aside_at !== null) {
      throw precondition('There is no answer to settle any more.');
    }
    const isConflict = input.as === 'conflict';
    if (isConflict && offer.decline_reason !== 'conflict') {
      throw precondition('The mentor did not speak of a conflict of interest.');
    }
    const kind = input.kind ?? null;
    if (isConflict && kind === null) throw invalid({ kind: 'Choose what kind of conflict it is.' });
    const now = ctx.clock.now();
    if (isConflict && kind !== null) {
      await tx
        .insertInto('mentor_conflict')
        .values({
          org_id: ctx.orgId,
          id: newId(),
          mentor_id: offer.mentor_id,
          enterprise_id: need.enterprise_id,
          kind,
          note: input.settleReason,
          declared_at: now,
        })
        .execute();
    }
    await tx
      .updateTable('offer')
      .set({ decline_set_aside_at: now, version: offer.version + 1 })
      .where('id', '=', offer.id)
      .execute();
    await audit({
      subject: ['offer', offer.id],
      changes: { settled: input.as, kind, mentorId: offer.mentor_id },
    });
    return { needId: need.id, mentorId: offer.mentor_id };
  },
});
