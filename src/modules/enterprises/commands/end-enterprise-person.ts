import { z } from 'zod';
import { invalid, notFound, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { may } from '../../../platform/permission.ts';
import { calendarDate, recordId } from '../inputs.ts';
import { leavingProblem, personLeftFirm } from '../leaving.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentForUpdate } from '../reads.ts';
import { enterpriseForUpdate, makeLead, presentPeopleOf } from '../store.ts';

/**
 * A person no longer belongs to the enterprise after the day; their own sight of it ends then. Of the firm's
 * own people only its main contact may end others; nobody ends the last one without saying so.
 */
export const endEnterprisePerson = command({
  name: 'end-enterprise-person',
  permission: enterprisePermissions.enterprisePerson.edit,
  input: z.strictObject({
    enrolmentId: recordId,
    personId: recordId,
    toOn: calendarDate.optional(),
    /** Said by staff who know that the firm is left without anybody to reach. */
    leavesNobody: z.boolean().default(false),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    const { enterpriseId, programmeId } = enrolment;
    allow({ programmeId, enterpriseId });
    const today = ctx.clock.today(ctx.org.zone);
    const toOn = input.toOn ?? today;
    if (toOn > today) throw invalid({ toOn: 'The last day cannot be in the future.' });
    // Two who end each other in the same moment would leave nobody.
    await enterpriseForUpdate(tx, enterpriseId);
    const people = await presentPeopleOf(tx, enterpriseId);
    const leaving = people.find(({ personId }) => personId === input.personId);
    if (!leaving) throw notFound('person');
    const isStaff = may(ctx.actor, enterprisePermissions.enterprise.create, { programmeId });
    const problem = leavingProblem(people, {
      leavingId: leaving.personId,
      ...{ byId: ctx.actor.personId, isStaff, leavesNobody: input.leavesNobody },
    });
    if (problem !== null) throw precondition(problem);
    if (toOn < leaving.fromOn) throw invalid({ toOn: 'The last day is before the first day.' });
    await tx
      .updateTable('enterprise_person')
      .set({ to_on: toOn, is_lead: false })
      .where('enterprise_id', '=', enterpriseId)
      .where('person_id', '=', leaving.personId)
      .execute();
    const next = people.find(({ personId }) => personId !== leaving.personId);
    if (leaving.isLead && next) await makeLead(tx, enterpriseId, next.personId, true);
    await ctx.app.jobs.send(tx, personLeftFirm, { orgId: ctx.orgId, enterpriseId });
    await audit({
      subject: ['enterprise', enterpriseId],
      changes: {
        person: leaving.personId,
        endedOn: toOn,
        ...(next ? {} : { leavesNobody: true }),
        ...(leaving.isLead && next ? { lead: next.personId } : {}),
      },
    });
    return { personId: leaving.personId };
  },
});
