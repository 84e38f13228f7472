import { z } from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { calendarDate, prose, recordId } from '../inputs.ts';
import { figureProblem, figureSchema } from '../measure.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentById } from '../reads.ts';
import { insertMeasure } from '../store.ts';

/** Records one figure of the enterprise for one accounting year, with its part in it in the firm's words. */
export const recordMeasure = command({
  name: 'record-measure',
  permission: enterprisePermissions.measure.record,
  input: figureSchema.extend({
    enrolmentId: recordId,
    yearEndsOn: calendarDate,
    attribution: prose(2000).default(''),
    isReportable: z.boolean().default(false),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    const problem = figureProblem(input);
    if (problem) throw invalid({ amount: problem });
    const measureId = await insertMeasure(tx, ctx, enrolment, input);
    await audit({
      subject: ['measure', measureId],
      changes: { enrolment: enrolment.id, kind: input.kind, yearEndsOn: input.yearEndsOn },
    });
    return { measureId };
  },
});
