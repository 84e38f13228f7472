import { z } from 'zod';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import { isOpen } from '../enrolment.ts';
import { prose, recordId } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { advisersOf, enrolmentForUpdate } from '../reads.ts';
import { updateEnrolment } from '../store.ts';
import { tellOfAdviser } from '../tell-of-adviser-step.ts';

/**
 * Gives the enterprise a growth adviser of the programme, or none. The adviser is told unless they take it over
 * themself, and a firm on the programme is told whom to ring now.
 */
export const assignAdviser = command({
  name: 'assign-adviser',
  permission: enterprisePermissions.enrolment.assign,
  input: z.strictObject({
    enrolmentId: recordId,
    version: z.int(),
    adviserId: recordId.nullable(),
    /** What the firm reads, above name and number; left empty, our words. */
    letter: prose(4000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    checkVersion(enrolment, input.version, 'enterprise');
    if (!isOpen(enrolment.state)) {
      throw precondition('This enterprise is no longer in the programme. Reopen it first.');
    }
    if (input.adviserId !== null) {
      const advisers = await advisersOf(tx, enrolment.programmeId, ctx.clock.now());
      if (!advisers.some((adviser) => adviser.id === input.adviserId)) {
        throw invalid({ adviserId: 'Choose an adviser of this programme.' });
      }
    }
    await updateEnrolment(tx, enrolment.id, { adviser_id: input.adviserId });
    if (input.adviserId !== null && input.adviserId !== enrolment.adviserId) {
      await tellOfAdviser(tx, ctx, [enrolment], { adviserId: input.adviserId, text: input.letter });
    }
    await audit({
      subject: ['enrolment', enrolment.id],
      changes: { adviser: { from: enrolment.adviserId, to: input.adviserId } },
    });
    return { enrolmentId: enrolment.id };
  },
});
