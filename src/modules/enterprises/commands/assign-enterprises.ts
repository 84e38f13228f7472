import { z } from 'zod';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { isOpen } from '../enrolment.ts';
import { prose, recordId } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { advisersOf, type Enrolment, enrolmentForUpdate } from '../reads.ts';
import { updateEnrolment } from '../store.ts';
import { tellOfAdviser } from '../tell-of-adviser-step.ts';

/**
 * Gives several enterprises one growth adviser, who gets one letter for all. Those that have left the programme, and
 * those that they look after already, are left as they are.
 */
export const assignEnterprises = command({
  name: 'assign-enterprises',
  permission: enterprisePermissions.enrolment.assign,
  input: z.strictObject({
    enrolmentIds: z.array(recordId).min(1, 'Tick at least one enterprise.').max(200),
    adviserId: z.uuid('Choose who looks after them.'),
    /** Whose they were when the page was opened, null for nobody's: one that somebody else was given since stays there. */
    fromId: recordId.nullable().optional(),
    /** For the adviser, and for the history of each enterprise. */
    reason: prose(2000).default(''),
    /** What each that is on the programme reads, above name and number; left empty, our words. */
    letter: prose(4000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const given: Enrolment[] = [];
    const left: string[] = [];
    for (const id of [...new Set(input.enrolmentIds)].toSorted()) {
      const enrolment = await enrolmentForUpdate(tx, id);
      allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
      const isTheirs = input.fromId === undefined || enrolment.adviserId === input.fromId;
      if (!isOpen(enrolment.state) || !isTheirs) left.push(enrolment.enterpriseName);
      else if (enrolment.adviserId !== input.adviserId) given.push(enrolment);
    }
    const [first] = given;
    if (!first) {
      throw precondition(
        left.length > 0
          ? 'Each of these has left the programme, or was given to somebody else meanwhile.'
          : 'They look after all of these already.',
      );
    }
    const advisers = await advisersOf(tx, first.programmeId, ctx.clock.now());
    const isOne = given.every((one) => one.programmeId === first.programmeId);
    if (!isOne || !advisers.some((adviser) => adviser.id === input.adviserId)) {
      throw invalid({ adviserId: 'Choose an adviser of this programme.' });
    }
    for (const enrolment of given) {
      await updateEnrolment(tx, enrolment.id, { adviser_id: input.adviserId });
      await audit({
        subject: ['enrolment', enrolment.id],
        ...(input.reason === '' ? {} : { reason: input.reason }),
        changes: { adviser: { from: enrolment.adviserId, to: input.adviserId } },
      });
    }
    await tellOfAdviser(tx, ctx, given, {
      ...{ adviserId: input.adviserId, text: input.letter, reason: input.reason },
    });
    return { given: given.length, left };
  },
});
