import { z } from 'zod';
import { addMinutes, dateInZone } from '../../../kernel/calendar.ts';
import { command } from '../../../platform/command.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { makeLink } from '../../../platform/links.ts';
import { queueMail } from '../../../platform/mail/outbox.ts';
import { whomToRing } from '../../enterprises/advising/reads.ts';
import { mailedPurpose } from '../apply/proof.ts';
import { noticeDays } from '../apply/old-draft.ts';
import { oldDrafts } from '../apply/old-draft-rows.ts';
import { reminderLetter } from '../apply/reminder-letter.ts';
import { intakePermissions } from '../permissions.ts';

/**
 * Reminds once of drafts that nobody touches and deletes those of which the letter did not help. `only` is the id of
 * one: the job takes each by itself, so that one that fails keeps no other from being swept.
 */
export const sweepDrafts = command({
  name: 'sweep-drafts',
  permission: intakePermissions.application.sweep,
  input: z.strictObject({
    most: z.int().min(1).max(1000).default(200),
    only: z.uuid().nullable().default(null),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({});
    const { toRemind, toDelete } = await oldDrafts(tx, ctx.clock.now(), {
      most: input.most,
      only: input.only,
      locks: true,
    });
    for (const draft of toRemind) await remind(tx, ctx, draft);
    const ids = toDelete.map(({ id }) => id);
    if (ids.length > 0) {
      await tx.deleteFrom('application').where('id', 'in', ids).execute();
      await tx.deleteFrom('link').where('subject_id', 'in', ids).execute();
      // The letters hold name, address and the way to what is gone.
      await tx
        .deleteFrom('mail')
        .where('about_kind', '=', 'application')
        .where('about_id', 'in', ids)
        .execute();
    }
    await audit({
      subject: ['application', null],
      changes: { reminded: toRemind.map(({ id }) => id), deleted: ids },
    });
    return { reminded: toRemind.length, deleted: ids.length };
  },
});

async function remind(
  tx: Tx,
  ctx: Ctx,
  draft: { id: string; name: string; email: string; programme: string; programmeId: string },
): Promise<void> {
  const now = ctx.clock.now();
  await tx
    .updateTable('application')
    .set({ reminded_at: now })
    .where('id', '=', draft.id)
    .execute();
  const link = await makeLink(tx, ctx, {
    purpose: mailedPurpose,
    subjectId: draft.id,
    days: noticeDays,
  });
  const letter = reminderLetter({
    ...{ name: draft.name, programme: draft.programme, url: link.url },
    on: dateInZone(addMinutes(now, noticeDays * 24 * 60), ctx.org.zone),
    organisation: ctx.org.name,
  });
  const { programmeId } = draft;
  const adviser = await whomToRing(tx, now, { programmeId });
  await queueMail(tx, ctx, {
    to: { address: draft.email, name: draft.name },
    kind: 'application-draft-reminder',
    ...letter,
    about: ['application', draft.id],
    answersTo: adviser?.personId,
  });
}
