import { z } from 'zod';
import { checkVersion, command } from '../../../platform/command.ts';
import { auditsOf } from '../asks/ask.ts';
import { withdrawAsks } from '../asks/withdraw-asks-step.ts';
import { endingWords } from '../change-letter.ts';
import { closeMatch } from '../close-match-step.ts';
import { endCauses } from '../match.ts';
import { matchingPermissions } from '../permissions.ts';
import { matchForUpdate } from '../store.ts';
import { paragraphs, tellBoth } from '../tell-both-step.ts';

/** Ends a match with its cause and a handover brief. A need that stays open is back in the queue. */
export const endMatch = command({
  name: 'end-match',
  permission: matchingPermissions.match.end,
  input: z.strictObject({
    matchId: z.uuid(),
    version: z.int().positive().optional(),
    cause: z.enum(endCauses, 'Choose why it ends.'),
    /** For staff only. */
    note: z.string().trim().max(2000).default(''),
    /** The next mentor reads it. */
    handover: z.string().trim().max(5000).default(''),
    /** Both letters as they were shown and edited; the drafts when left out. */
    letters: z
      .strictObject({
        toMentor: z.string().trim().min(1, 'Write the letter.').max(3000),
        toEnterprise: z.string().trim().min(1, 'Write the letter.').max(3000),
      })
      .optional(),
    /** Why the two are never matched again, for staff only; empty when they may be. */
    keepApart: z.string().trim().max(2000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const match = await matchForUpdate(tx, input.matchId);
    allow({ programmeId: match.programme_id, enterpriseId: match.enterprise_id });
    if (input.version !== undefined) checkVersion(match, input.version, 'match');
    const words = await closeMatch(tx, ctx, match, input);
    if (input.keepApart !== '') {
      await tx
        .insertInto('barred_pair')
        .values({
          org_id: ctx.orgId,
          enterprise_id: match.enterprise_id,
          mentor_id: match.mentor_id,
          reason: input.keepApart,
          cause: input.cause === 'misfit' ? 'tried-misfit' : 'staff',
          barred_by: ctx.actor.personId,
          barred_at: ctx.clock.now(),
        })
        .onConflict((clash) => clash.doNothing())
        .execute();
    }
    // For another need of the firm the two may go on, unless they are kept apart.
    const gone =
      input.keepApart === ''
        ? null
        : await withdrawAsks(
            tx,
            ctx,
            { enterpriseId: match.enterprise_id, mentorId: match.mentor_id },
            {},
          );
    await tellBoth(tx, ctx, {
      matchId: match.id,
      needId: match.need_id,
      mentorId: match.mentor_id,
      toMentor: (names) =>
        paragraphs(input.letters?.toMentor ?? endingWords(names).toMentor, words.toBoth),
      toEnterprise: (names) =>
        paragraphs(
          input.letters?.toEnterprise ?? endingWords(names).toEnterprise,
          words.toBoth,
          words.toEnterprise,
        ),
    });
    await audit({
      subject: ['match', match.id],
      changes: {
        cause: input.cause,
        needId: match.need_id,
        mentorId: match.mentor_id,
        keptApart: input.keepApart !== '',
        ...gone,
      },
    });
    if (gone) for (const entry of auditsOf(gone, 'pair-ended')) await audit(entry);
    return { matchId: match.id, needId: match.need_id };
  },
});
