import { z } from 'zod';
import { conflict, invalid, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { may } from '../../../platform/permission.ts';
import { calendarDate, line, recordId, requiredLine } from '../inputs.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentForUpdate } from '../reads.ts';
import { findOrAddPerson, makeLead, presentPeopleOf } from '../store.ts';

const email = line(320).refine(
  (text) => text === '' || /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(text),
  'Enter an email address such as name@example.org.',
);

/** Adds a person to the enterprise; one with the same email address is taken, not made again. */
export const addEnterprisePerson = command({
  name: 'add-enterprise-person',
  permission: enterprisePermissions.enterprisePerson.edit,
  input: z.strictObject({
    enrolmentId: recordId,
    name: requiredLine(200, 'Enter the person’s name.'),
    email: email.default(''),
    phone: line(50).default(''),
    position: line(100).default(''),
    isLead: z.boolean().default(false),
    fromOn: calendarDate.optional(),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const today = ctx.clock.today(ctx.org.zone);
    const fromOn = input.fromOn ?? today;
    if (fromOn > today) throw invalid({ fromOn: 'The first day cannot be in the future.' });
    const isStaff = may(ctx.actor, enterprisePermissions.enterprise.create, enrolment);
    if (input.isLead && !isStaff) {
      const lead = (await presentPeopleOf(tx, enrolment.enterpriseId)).find((one) => one.isLead);
      if (lead && lead.personId !== ctx.actor.personId) {
        throw precondition(
          'Only the main contact, or the programme, can name another main contact.',
        );
      }
    }
    const personId = await findOrAddPerson(tx, ctx, input, {
      id: enrolment.enterpriseId,
      mayReuse: isStaff,
    });
    const added = await tx
      .insertInto('enterprise_person')
      .values({
        org_id: ctx.orgId,
        enterprise_id: enrolment.enterpriseId,
        person_id: personId,
        position: input.position,
        from_on: fromOn,
      })
      .onConflict((clash) =>
        clash
          .columns(['org_id', 'enterprise_id', 'person_id'])
          .doUpdateSet({ to_on: null, position: input.position })
          .where('enterprise_person.to_on', 'is not', null),
      )
      .returning('person_id')
      .executeTakeFirst();
    if (!added) throw conflict('This person already belongs to the enterprise.');
    await makeLead(tx, enrolment.enterpriseId, personId, input.isLead);
    await audit({
      subject: ['enterprise', enrolment.enterpriseId],
      changes: { person: personId, isLead: input.isLead },
    });
    return { personId };
  },
});
