import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import { programmeById } from '../../programmes/reads.ts';
import { isOpen } from '../enrolment.ts';
import { recordId, requiredProse } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentForUpdate } from '../reads.ts';
import { returnToProgramme } from '../return-to-programme-step.ts';

/** Takes an enterprise that left, or was refused, back into the programme. */
export const reopenEnrolment = command({
  name: 'reopen-enrolment',
  permission: enterprisePermissions.enrolment.close,
  input: z.strictObject({
    enrolmentId: recordId,
    version: z.int(),
    reason: requiredProse(2000, 'Say why it comes back.'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    checkVersion(enrolment, input.version, 'enterprise');
    if (isOpen(enrolment.state)) throw precondition('This enterprise is in the programme already.');
    if (enrolment.mergedInto !== null) {
      throw precondition('This record was merged into another one. Work with that one.');
    }
    const programme = await programmeById(tx, enrolment.programmeId);
    if (programme.state === 'closed') throw precondition(`${programme.name} is closed.`);
    const state = await returnToProgramme(tx, ctx, enrolment, programme);
    await audit({
      subject: ['enrolment', enrolment.id],
      reason: input.reason,
      changes: { state: { from: enrolment.state, to: state } },
    });
    return { enrolmentId: enrolment.id, state };
  },
});
