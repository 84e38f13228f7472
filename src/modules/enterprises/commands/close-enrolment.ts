import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { plural } from '../../../kernel/text.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import { programmeById } from '../../programmes/reads.ts';
import { isOpen } from '../enrolment.ts';
import { recordId, requiredProse } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentForUpdate } from '../reads.ts';
import { openMatches, updateEnrolment } from '../store.ts';

/** Ends the enterprise's time in the programme: support finished, or it withdrew. */
export const closeEnrolment = command({
  name: 'close-enrolment',
  permission: enterprisePermissions.enrolment.close,
  input: z.strictObject({
    enrolmentId: recordId,
    version: z.int(),
    outcome: z.enum(['closed', 'withdrawn']),
    reason: requiredProse(2000, 'Say why it ends.'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    checkVersion(enrolment, input.version, 'enterprise');
    if (!isOpen(enrolment.state)) throw precondition('This enterprise has already left.');
    const programme = await programmeById(tx, enrolment.programmeId);
    const today = ctx.clock.today(programme.zone);
    const matches = await openMatches(tx, enrolment.id, today);
    if (matches > 0) {
      throw precondition(
        `${plural(matches, 'mentor is', 'mentors are')} still matched. End the match first, so that nobody waits for a session.`,
      );
    }
    await updateEnrolment(tx, enrolment.id, {
      state: input.outcome,
      closed_on: today,
      closure_reason: input.reason,
      next_contact_on: null,
    });
    await audit({
      subject: ['enrolment', enrolment.id],
      changes: { state: { from: enrolment.state, to: input.outcome } },
    });
    return { enrolmentId: enrolment.id, state: input.outcome };
  },
});
