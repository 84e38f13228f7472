import { z } from 'zod';
import { isCalendarDate } from '../../../kernel/calendar.ts';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { enrolmentForUpdate } from '../../enterprises/reads.ts';
import { todayIn } from '../../programmes/reads.ts';
import { insertNeed, needFields } from '../open-need-step.ts';
import { settleIssues } from '../contacts/settle-issue-step.ts';
import { diagnosisPermissions } from '../permissions.ts';

/** Opens a need of an enterprise; its clock to an introduction starts. */
export const openNeed = command({
  name: 'open-need',
  permission: diagnosisPermissions.need.write,
  input: z.strictObject({
    enrolmentId: z.uuid(),
    openedOn: z.string().refine(isCalendarDate, 'Enter a real date.').optional(),
    ...needFields,
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    if (enrolment.state === 'closed' || enrolment.state === 'withdrawn') {
      throw precondition('This enterprise is no longer in the programme.');
    }
    const today = await todayIn(tx, ctx, enrolment.programmeId);
    const openedOn = input.openedOn ?? today;
    if (openedOn > today) throw invalid({ openedOn: 'A need cannot be opened in the future.' });
    const id = await insertNeed(tx, ctx.orgId, { ...input, openedOn });
    await settleIssues(tx, ctx, enrolment.id);
    await audit({
      subject: ['need', id],
      changes: { enrolmentId: enrolment.id, area: input.area, priority: input.priority },
    });
    return { needId: id };
  },
});
