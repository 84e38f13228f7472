import { z } from 'zod';
import { precondition } from '../../../kernel/errors.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import { stages } from '../../programmes/programme.ts';
import { isOpen } from '../enrolment.ts';
import { calendarDate, recordId } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentForUpdate } from '../reads.ts';
import { updateEnrolment } from '../store.ts';

/** Sets the stage, the days between contacts (null: the programme's for the stage) and the next contact. */
export const setCadence = command({
  name: 'set-cadence',
  permission: enterprisePermissions.enrolment.assign,
  input: z.strictObject({
    enrolmentId: recordId,
    version: z.int(),
    stage: z.enum(stages),
    cadenceDays: z
      .int('Enter a whole number of days.')
      .min(1, 'Enter 1 day or more.')
      .max(400, 'Enter 400 days or fewer.')
      .nullable(),
    nextContactOn: calendarDate.nullable(),
  }),
  async run({ tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    checkVersion(enrolment, input.version, 'enterprise');
    if (!isOpen(enrolment.state)) {
      throw precondition('This enterprise is no longer in the programme. Reopen it first.');
    }
    await updateEnrolment(tx, enrolment.id, {
      stage: input.stage,
      cadence_days: input.cadenceDays,
      next_contact_on: input.nextContactOn,
    });
    await audit({
      subject: ['enrolment', enrolment.id],
      changes: {
        stage: { from: enrolment.stage, to: input.stage },
        cadenceDays: { from: enrolment.cadenceDays, to: input.cadenceDays },
        nextContactOn: { from: enrolment.nextContactOn, to: input.nextContactOn },
      },
    });
    return { enrolmentId: enrolment.id };
  },
});
