import { z } from 'zod';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { may } from '../../../platform/permission.ts';
import { calendarDate, recordId } from '../inputs.ts';
import { figureProblem, figureSchema } from '../measure.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentForUpdate, isBaselineFrozen } from '../reads.ts';
import { insertMeasure, withdrawLaterFigures } from '../store.ts';

/**
 * Records the figures of one accounting year together: the enterprise before its first support. What staff
 * enter here replaces figures of a later year, since those were not the year before support: a form without a
 * year's end, for one, was kept as of the day it came.
 */
export const recordFigures = command({
  name: 'record-figures',
  permission: enterprisePermissions.measure.record,
  input: z.strictObject({
    enrolmentId: recordId,
    yearEndsOn: calendarDate,
    figures: z.array(figureSchema).min(1, 'Enter at least one figure.').max(20),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    if (await isBaselineFrozen(tx, enrolment.id)) {
      throw precondition('The baseline is frozen. Record later figures as measures.');
    }
    const problems: Record<string, string> = {};
    for (const figure of input.figures) {
      const problem = figureProblem(figure);
      if (problem) problems[figure.kind] = problem;
    }
    if (Object.keys(problems).length > 0) throw invalid(problems);
    const replaced = may(ctx.actor, enterprisePermissions.measure.withdraw, enrolment)
      ? await withdrawLaterFigures(tx, ctx, enrolment, input)
      : [];
    const ids: string[] = [];
    for (const figure of input.figures) {
      ids.push(
        await insertMeasure(tx, ctx, enrolment, {
          ...figure,
          yearEndsOn: input.yearEndsOn,
          attribution: '',
          isReportable: false,
        }),
      );
    }
    await audit({
      subject: ['enrolment', enrolment.id],
      changes: {
        measures: ids,
        yearEndsOn: input.yearEndsOn,
        ...(replaced.length > 0 ? { withdrawn: replaced } : {}),
      },
    });
    return { measureIds: ids };
  },
});
