import { z } from 'zod';
import { invalid, notFound, precondition } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { command } from '../../../../platform/command.ts';
import { programmeById } from '../../../programmes/reads.ts';
import { recordId, requiredLine } from '../../inputs.ts';
import { holders, hundredthsOf } from '../../ownership.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { enrolmentForUpdate } from '../../reads.ts';
import { answerFacts } from '../state-facts-step.ts';
import { recordTests } from '../store.ts';

const percentage = (message: string) =>
  z
    .number(message)
    .min(0, message)
    .max(100, message)
    .refine((value) => hundredthsOf(value) / 100 === value, message);
const amount = z.int().min(0).max(1_000_000_000_000_00).nullable();

/** Adds or corrects a firm that holds, or is held by, the enterprise; the size is worked out again. */
export const recordRelation = command({
  name: 'record-relation',
  permission: enterprisePermissions.eligibility.assess,
  input: z.strictObject({
    enrolmentId: recordId,
    /** Null adds a new one. */
    relationId: recordId.nullable().default(null),
    /** What an applicant stated and this record confirms. */
    factId: recordId.nullable().default(null),
    name: requiredLine(200, 'Enter the name of the other firm or holder.'),
    holdsThroughId: recordId.nullable().default(null),
    direction: z.enum(['holds-us', 'held-by-us'], 'Say who holds whom.'),
    holder: z.enum(holders).default('enterprise'),
    percent: percentage('Enter the share of the capital, from 0 to 100 with at most two decimals.'),
    votesPercent: percentage(
      'Enter the share of the votes, from 0 to 100 with at most two decimals.',
    )
      .nullable()
      .default(null),
    actsJointly: z.boolean().default(false),
    isSameMarket: z.boolean().default(false),
    hasControl: z.boolean().default(false),
    isUnderAngelLimit: z.boolean().default(false),
    isConsolidated: z.boolean().default(false),
    staffHundredths: z.int().min(0).max(1_000_000_00).nullable().default(null),
    turnoverMinor: amount.default(null),
    balanceSheetMinor: amount.default(null),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default('GBP'),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentForUpdate(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    if (enrolment.state === 'closed' || enrolment.state === 'withdrawn') {
      throw precondition('This enterprise has left the programme. Reopen it first.');
    }
    const known = await tx
      .selectFrom('enterprise_relation')
      .select(['id', 'holds_through'])
      .where('enterprise_id', '=', enrolment.enterpriseId)
      .forUpdate()
      .execute();
    const parents = new Map(known.map((row) => [row.id, row.holds_through]));
    if (input.relationId !== null && !parents.has(input.relationId)) throw notFound('relation');
    if (input.holdsThroughId !== null && !parents.has(input.holdsThroughId)) {
      throw invalid({ holdsThroughId: 'Choose one of the firms recorded here.' });
    }
    for (let at = input.holdsThroughId; at !== null; at = parents.get(at) ?? null) {
      if (at === input.relationId) {
        throw invalid({ holdsThroughId: 'A firm cannot hold through itself.' });
      }
    }
    const relationId = input.relationId ?? newId();
    const row = {
      name: input.name,
      holds_through: input.holdsThroughId,
      direction: input.direction,
      holder: input.holder,
      percent: input.percent,
      votes_percent: input.votesPercent,
      acts_jointly: input.actsJointly,
      is_same_market: input.isSameMarket,
      has_control: input.hasControl,
      is_under_angel_limit: input.isUnderAngelLimit,
      is_consolidated: input.isConsolidated,
      staff_hundredths: input.staffHundredths,
      turnover_minor: input.turnoverMinor,
      balance_sheet_minor: input.balanceSheetMinor,
      currency: input.currency,
    };
    await tx
      .insertInto('enterprise_relation')
      .values({
        org_id: ctx.orgId,
        id: relationId,
        enterprise_id: enrolment.enterpriseId,
        ...row,
      })
      .onConflict((clash) => clash.columns(['org_id', 'id']).doUpdateSet(row))
      .execute();
    if (input.factId !== null) {
      await answerFacts(tx, ctx, enrolment.id, { id: input.factId }, 'confirmed');
    }
    const programme = await programmeById(tx, enrolment.programmeId);
    await recordTests(tx, ctx, enrolment, programme, null);
    await audit({
      subject: ['enterprise_relation', relationId],
      changes: { enrolment: enrolment.id, percent: input.percent, direction: input.direction },
    });
    return { relationId };
  },
});
