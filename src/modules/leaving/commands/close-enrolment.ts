import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import { lockNeedsOf } from '../../diagnosis/need-leaves-step.ts';
import { isOpen } from '../../enterprises/enrolment.ts';
import { enrolmentLeaves } from '../../enterprises/enrolment-leaves-step.ts';
import { recordId, requiredProse } from '../../enterprises/inputs.ts';
import { enterprisePermissions } from '../../enterprises/permissions.ts';
import { enrolmentForUpdate } from '../../enterprises/reads.ts';
import { auditsOf, letterTexts } from '../../matching/asks/ask.ts';
import { withdrawAsks } from '../../matching/asks/withdraw-asks-step.ts';
import { endMatches, runningMatches } from '../../matching/leaving-matches-step.ts';
import { programmeById } from '../../programmes/reads.ts';

/**
 * Ends the enterprise's time in the programme: support finished, or it withdrew. Its matches end, what was asked on
 * its behalf is taken back, and everybody concerned is told. Its needs stay, for the day it comes back.
 */
export const closeEnrolment = command({
  name: 'close-enrolment',
  permission: enterprisePermissions.enrolment.close,
  input: z.strictObject({
    enrolmentId: recordId,
    version: z.int(),
    outcome: z.enum(['closed', 'withdrawn']),
    reason: requiredProse(2000, 'Say why it ends.'),
    letters: letterTexts,
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    checkVersion(enrolment, input.version, 'enterprise');
    if (!isOpen(enrolment.state)) throw precondition('This enterprise has already left.');
    const programme = await programmeById(tx, enrolment.programmeId);
    const scope = { enrolmentId: enrolment.id };
    // A yes that is being given waits for these locks, or its match is found below.
    await lockNeedsOf(tx, enrolment.id);
    const { letters } = input;
    const gone = await withdrawAsks(tx, ctx, scope, { letters });
    const running = await runningMatches(tx, scope);
    const matches = await endMatches(tx, ctx, running, {
      ...{ cause: 'enterprise-left', letters, tellsAdviser: false },
    });
    await enrolmentLeaves(tx, enrolment.id, {
      state: input.outcome,
      on: ctx.clock.today(programme.zone),
      reason: input.reason,
    });
    await audit({
      subject: ['enrolment', enrolment.id],
      changes: { state: { from: enrolment.state, to: input.outcome }, ...gone, matches },
    });
    for (const entry of auditsOf(gone, 'firm-leaves')) await audit(entry);
    return { enrolmentId: enrolment.id, state: input.outcome, ...gone, matches };
  },
});
