import { sql } from 'kysely';
import { z } from 'zod';
import { isCalendarDate } from '../../../kernel/calendar.ts';
import { invalid, notFound, precondition } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import type { Tx } from '../../../platform/database.ts';
import { enrolmentForUpdate } from '../../enterprises/reads.ts';
import { isCounted, toHundredths } from '../../programmes/quantity.ts';
import { ruleSetInForceOf, todayIn } from '../../programmes/reads.ts';
import { indicatorOf } from '../../programmes/rule-set.ts';
import { impactPermissions } from '../permissions.ts';

/**
 * Records an output that is not counted from hours: posts, a new product, investment. One per enterprise and
 * indicator; jobs in hundredths of a full-time equivalent are given as a value such as 1.5.
 */
export const recordOutput = command({
  name: 'record-output',
  permission: impactPermissions.output.record,
  input: z.strictObject({
    enrolmentId: z.uuid(),
    indicator: z.string().min(1, 'Choose an indicator.').max(40),
    value: z
      .number('Enter how much was reached, such as 1.5.')
      .positive('Enter how much was reached: more than 0.')
      .max(1e11, 'Enter how much was reached: at most 100,000,000,000.')
      .refine(
        (value) => toHundredths(value) / 100 === value,
        'Enter how much was reached with at most two decimals.',
      )
      .default(1),
    achievedOn: z.string().refine(isCalendarDate, 'Enter a real date.'),
    statement: z.string().trim().max(2000).default(''),
    documentId: z.uuid().optional(),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    if (enrolment.eligibleOn === null) {
      throw precondition('Eligibility is not proved yet: an output cannot be recorded.');
    }
    if (input.achievedOn < enrolment.eligibleOn) {
      throw invalid({ achievedOn: 'An output cannot be achieved before eligibility was proved.' });
    }
    const today = await todayIn(tx, ctx, enrolment.programmeId);
    if (input.achievedOn > today) throw invalid({ achievedOn: 'This day is still to come.' });
    const inForce = await ruleSetInForceOf(tx, enrolment.programmeId, input.achievedOn);
    const indicator = inForce && indicatorOf(inForce.ruleSet, input.indicator);
    if (!indicator) throw invalid({ indicator: 'The rules in force do not know this indicator.' });
    if (indicator.threshold?.minutes) {
      throw invalid({ indicator: `${indicator.code} is counted from confirmed hours.` });
    }
    if (indicator.unit === 'enterprises' && input.value !== 1) {
      throw invalid({ value: 'An enterprise counts once: enter 1.' });
    }
    if (isCounted(indicator.unit) && !Number.isInteger(input.value)) {
      throw invalid({ value: `${indicator.code} is counted in whole numbers.` });
    }
    if (await hasOutput(tx, enrolment.id, indicator.code)) {
      throw invalid({ indicator: `${indicator.code} is recorded for this enterprise already.` });
    }
    if (input.documentId !== undefined) {
      const document = await tx
        .selectFrom('document')
        .select('id')
        .where('id', '=', input.documentId)
        .where('enterprise_id', '=', enrolment.enterpriseId)
        .where((by) =>
          by.or([by('enrolment_id', '=', enrolment.id), by('enrolment_id', 'is', null)]),
        )
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      if (!document) throw notFound('document');
    }
    const id = newId();
    await tx
      .insertInto('output')
      .values({
        org_id: ctx.orgId,
        id,
        programme_id: enrolment.programmeId,
        enrolment_id: enrolment.id,
        indicator: indicator.code,
        value: input.value,
        achieved_on: input.achievedOn,
        statement: input.statement,
        document_id: input.documentId ?? null,
        recorded_by: ctx.actor.personId,
        recorded_at: ctx.clock.now(),
      })
      .execute();
    await audit({
      subject: ['output', id],
      changes: { enrolmentId: enrolment.id, indicator: indicator.code, value: input.value },
    });
    return { outputId: id };
  },
});

/** Whether the firm has the output already, in this enrolment or in another record of the same firm. */
async function hasOutput(tx: Tx, enrolmentId: string, indicator: string): Promise<boolean> {
  const found = await sql<{ id: string }>`
    select o.id
    from enrolment n
    join enterprise e on e.org_id = n.org_id and e.id = n.enterprise_id
    join enterprise f on f.org_id = e.org_id
      and (f.id = e.id or f.merged_into = e.id or f.company_number = e.company_number)
    join enrolment m on m.org_id = f.org_id and m.enterprise_id = f.id
      and m.programme_id = n.programme_id
    join output o on o.org_id = m.org_id and o.enrolment_id = m.id
    where n.id = ${enrolmentId}::uuid and o.indicator = ${indicator} and o.state <> 'withdrawn'
    limit 1`.execute(tx);
  return found.rows.length > 0;
}
