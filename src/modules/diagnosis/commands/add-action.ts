import { z } from 'zod';
import { isCalendarDate } from '../../../kernel/calendar.ts';
import { invalid } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { enrolmentById } from '../../enterprises/reads.ts';
import { diagnosisPermissions } from '../permissions.ts';

/** Adds an action to the firm's plan: who does it, by when, and how one sees that it is done. */
export const addAction = command({
  name: 'add-action',
  permission: diagnosisPermissions.action.write,
  input: z.strictObject({
    enrolmentId: z.uuid(),
    needId: z.uuid().optional(),
    title: z.string().trim().min(1, 'Say what is to be done.').max(500),
    owner: z.enum(['enterprise', 'mentor', 'adviser'], 'Choose who does it.'),
    dueOn: z.string().refine(isCalendarDate, 'Enter a real date.').optional(),
    measure: z.string().trim().max(500).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    if (input.needId !== undefined) {
      const need = await tx
        .selectFrom('need')
        .select('id')
        .where('id', '=', input.needId)
        .where('enrolment_id', '=', enrolment.id)
        .executeTakeFirst();
      if (!need) throw invalid({ needId: 'Choose a need of this enterprise.' });
    }
    const id = newId();
    await tx
      .insertInto('action')
      .values({
        org_id: ctx.orgId,
        id,
        enrolment_id: enrolment.id,
        need_id: input.needId ?? null,
        title: input.title,
        owner: input.owner,
        due_on: input.dueOn ?? null,
        measure: input.measure,
        created_by: ctx.actor.personId,
        created_at: ctx.clock.now(),
      })
      .execute();
    await audit({
      subject: ['action', id],
      changes: { enrolmentId: enrolment.id, owner: input.owner },
    });
    return { actionId: id };
  },
});
