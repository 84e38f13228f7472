import { z } from 'zod';
import { isCalendarDate } from '../../../kernel/calendar.ts';
import { invalid } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { enrolmentById } from '../../enterprises/reads.ts';
import { todayIn } from '../../programmes/reads.ts';
import { impactPermissions } from '../permissions.ts';

/** Keeps what the client said in their own words, and whether it may be published. */
export const addComment = command({
  name: 'add-comment',
  permission: impactPermissions.comment.add,
  input: z.strictObject({
    enrolmentId: z.uuid(),
    body: z.string().trim().min(1, 'Enter what was said.').max(4000),
    saidOn: z.string().refine(isCalendarDate, 'Enter a real date.').optional(),
    saidBy: z.uuid().optional(),
    mayPublish: z.boolean().default(false),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const today = await todayIn(tx, ctx, enrolment.programmeId);
    const saidOn = input.saidOn ?? today;
    if (saidOn > today) throw invalid({ saidOn: 'This day is still to come.' });
    const isOwn = ctx.actor.ownEnterpriseIds.has(enrolment.enterpriseId);
    if (!isOwn && input.saidBy !== undefined) {
      const known = await tx
        .selectFrom('enterprise_person')
        .select('person_id')
        .where('enterprise_id', '=', enrolment.enterpriseId)
        .where('person_id', '=', input.saidBy)
        .executeTakeFirst();
      if (!known) throw invalid({ saidBy: 'Choose somebody of this enterprise.' });
    }
    const id = newId();
    await tx
      .insertInto('client_comment')
      .values({
        org_id: ctx.orgId,
        id,
        enrolment_id: enrolment.id,
        body: input.body,
        said_by: isOwn ? ctx.actor.personId : (input.saidBy ?? null),
        said_on: saidOn,
        may_publish: input.mayPublish,
      })
      .execute();
    await audit({
      subject: ['client_comment', id],
      changes: { enrolmentId: enrolment.id, mayPublish: input.mayPublish },
    });
    return { commentId: id };
  },
});
