import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { enrolmentById } from '../../enterprises/reads.ts';
import { todayIn } from '../../programmes/reads.ts';
import { auditsOf, letterKey } from '../asks/ask.ts';
import { openAsksOf } from '../asks/reads.ts';
import { withdrawAsks } from '../asks/withdraw-asks-step.ts';
import { runningMatches } from '../leaving-matches-step.ts';
import { matchingPermissions } from '../permissions.ts';
import { openRematch } from '../rematch/open-rematch-step.ts';
import { lockMentorPlaces } from '../store.ts';

/**
 * Keeps a mentor and an enterprise apart from now on; the reason is for staff only. What they were asked about each
 * other is taken back; a match of the two comes up to be changed, since somebody must say how it ends.
 */
export const barPair = command({
  name: 'bar-pair',
  permission: matchingPermissions.barredPair.bar,
  input: z.strictObject({
    enrolmentId: z.uuid(),
    mentorId: z.uuid('Choose a mentor.'),
    cause: z.enum(
      ['veto-enterprise', 'veto-mentor', 'tried-misfit', 'staff'],
      'Choose whose wish it is.',
    ),
    reason: z.string().trim().min(1, 'Say why the two are kept apart.').max(2000),
    /** What the mentor reads of a question that is withdrawn, between greeting and farewell; left empty, our words. */
    letter: z.string().trim().max(4000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    // The lock under which a mentor's yes is taken: either it sees the bar, or the bar sees its match.
    const mentor = await lockMentorPlaces(
      tx,
      input.mentorId,
      await todayIn(tx, ctx, enrolment.programmeId),
    );
    const barred = await tx
      .insertInto('barred_pair')
      .values({
        org_id: ctx.orgId,
        enterprise_id: enrolment.enterpriseId,
        mentor_id: mentor.id,
        reason: input.reason,
        cause: input.cause,
        barred_by: ctx.actor.personId,
        barred_at: ctx.clock.now(),
      })
      .onConflict((clash) => clash.doNothing())
      .returning('mentor_id')
      .executeTakeFirst();
    if (!barred) throw precondition('These two are kept apart already.');
    const pair = { enterpriseId: enrolment.enterpriseId, mentorId: mentor.id };
    const toAdviser = 'is kept apart from the enterprise now';
    const asks = input.letter === '' ? [] : await openAsksOf(tx, pair);
    const letters = Object.fromEntries(
      asks.filter(({ kind }) => kind === 'offer').map((ask) => [letterKey(ask), input.letter]),
    );
    const gone = await withdrawAsks(tx, ctx, pair, { letters, toAdviser });
    const running = await runningMatches(tx, pair);
    for (const { id } of running) {
      await openRematch(tx, ctx, { matchId: id, source: 'staff', note: input.reason });
    }
    const toChange = running.map(({ id }) => id);
    await audit({
      subject: ['mentor', mentor.id],
      changes: { enterpriseId: enrolment.enterpriseId, cause: input.cause, ...gone, toChange },
    });
    for (const entry of auditsOf(gone, 'pair-barred')) await audit(entry);
    return { ...pair, withdrawn: gone.offers.length + gone.shortlists.length, toChange };
  },
});
