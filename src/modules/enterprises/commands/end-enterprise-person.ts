import { z } from 'zod';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { calendarDate, recordId } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentForUpdate } from '../reads.ts';

/** A person no longer belongs to the enterprise after the day; their own sight of it ends then. */
export const endEnterprisePerson = command({
  name: 'end-enterprise-person',
  permission: enterprisePermissions.enterprisePerson.edit,
  input: z.strictObject({
    enrolmentId: recordId,
    personId: recordId,
    toOn: calendarDate.optional(),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const today = ctx.clock.today(ctx.org.zone);
    const toOn = input.toOn ?? today;
    if (toOn > today) throw invalid({ toOn: 'The last day cannot be in the future.' });
    const ended = await tx
      .updateTable('enterprise_person')
      .set({ to_on: toOn, is_lead: false })
      .where('enterprise_id', '=', enrolment.enterpriseId)
      .where('person_id', '=', input.personId)
      .where('to_on', 'is', null)
      .returning('from_on')
      .executeTakeFirst();
    if (!ended) throw notFound('person');
    if (toOn < ended.from_on) throw invalid({ toOn: 'The last day is before the first day.' });
    await audit({
      subject: ['enterprise', enrolment.enterpriseId],
      changes: { person: input.personId, endedOn: toOn },
    });
    return { personId: input.personId };
  },
});
