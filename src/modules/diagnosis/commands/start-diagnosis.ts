import { z } from 'zod';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { isCalendarDate } from '../../../kernel/calendar.ts';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { statedFactsOf } from '../../enterprises/eligibility/reads.ts';
import { enrolmentForUpdate } from '../../enterprises/reads.ts';
import { todayIn } from '../../programmes/reads.ts';
import { diagnosisPermissions } from '../permissions.ts';

/** Starts the next dated version of a firm's diagnosis; one draft at a time. */
export const startDiagnosis = command({
  name: 'start-diagnosis',
  permission: diagnosisPermissions.diagnosis.write,
  input: z.strictObject({
    enrolmentId: z.uuid(),
    datedOn: z.string().refine(isCalendarDate, 'Enter a real date.').optional(),
    statedNeed: z.string().trim().max(2000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    if (enrolment.state === 'closed' || enrolment.state === 'withdrawn') {
      throw precondition('This enterprise is no longer in the programme.');
    }
    const today = await todayIn(tx, ctx, enrolment.programmeId);
    const datedOn = input.datedOn ?? today;
    if (datedOn > today) throw invalid({ datedOn: 'A diagnosis cannot be dated in the future.' });
    const earlier = await tx
      .selectFrom('diagnosis')
      .select(['number', 'state'])
      .where('enrolment_id', '=', enrolment.id)
      .orderBy('number', 'desc')
      .execute();
    if (earlier.some((row) => row.state === 'draft')) {
      throw precondition('There is a diagnosis in draft already. Complete it first.');
    }
    const id = newId();
    const number = (earlier[0]?.number ?? 0) + 1;
    // What the firm asked for when it applied; the adviser hears whether it is still so.
    const applied = number === 1 ? await statedFactsOf(tx, enrolment.id, 'need') : [];
    await tx
      .insertInto('diagnosis')
      .values({
        org_id: ctx.orgId,
        id,
        enrolment_id: enrolment.id,
        number,
        dated_on: datedOn,
        stated_need: input.statedNeed || (applied.at(-1)?.words ?? ''),
        adviser_id: ctx.actor.personId,
      })
      .execute();
    await audit({ subject: ['diagnosis', id], changes: { enrolmentId: enrolment.id, number } });
    return { diagnosisId: id, number };
  },
});
