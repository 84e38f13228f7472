import { addDays, addMonths, type CalendarDate } from '../../kernel/calendar.ts';
import { assessEligibility } from '../../modules/enterprises/eligibility/commands/assess-eligibility.ts';
import { confirmAuthority } from '../../modules/enterprises/eligibility/commands/confirm-authority.ts';
import type { Ctx } from '../../platform/context.ts';

interface Proof {
  readonly authority: string;
  readonly authorityName?: string;
  /** Full-time people. */
  readonly staff: number;
  /** In thousand pounds. */
  readonly turnover: number;
  readonly intention: string;
}

/** The end of the last closed accounting year, which for everybody here is March. */
export function lastYearEnd(day: CalendarDate): CalendarDate {
  const end = `${day.slice(0, 4)}-03-31`;
  return end <= addDays(day, -90) ? end : addMonths(end, -12);
}

const thousand = 1000 * 100;

/** Enters what is known for the tests, one after the other; `count` stops in between. */
export async function enterFacts(
  ctx: Ctx,
  enrolmentId: string,
  day: CalendarDate,
  proof: Proof,
  count = 6,
): Promise<void> {
  const assess = (facts: Parameters<typeof assessEligibility>[1]['facts'], evidence: string) =>
    assessEligibility(ctx, { enrolmentId, facts, evidence });
  const { staff, turnover } = proof;
  const year = (end: CalendarDate, share: number) => ({
    yearEnd: end,
    staffHundredths: Math.round(staff * share * 100),
    turnoverMinor: Math.round(turnover * share) * thousand,
    balanceSheetMinor: Math.round(turnover * share * 0.6) * thousand,
  });
  const end = lastYearEnd(day);
  const steps = [
    () =>
      confirmAuthority(ctx, {
        enrolmentId,
        code: proof.authority,
        ...(proof.authorityName ? { name: proof.authorityName } : {}),
        evidence: 'Visit to the premises, lease seen',
      }),
    () =>
      assess(
        {
          test: 'size',
          years: [year(addMonths(end, -12), 0.9), year(end, 1)],
          currency: 'GBP',
          // Euro for a million pounds: the ceilings are in euro.
          rate: { perMillion: 1_170_000, on: end },
          isEstimate: false,
          hasOwnerChanged: false,
          areRelationsDeclared: true,
        },
        'Accounts of the last two years',
      ),
    () =>
      assess(
        {
          test: 'difficulty',
          isInsolvent: false,
          capitalMinor: Math.max(50, Math.round(turnover * 0.2)) * thousand,
          lossesMinor: 0,
        },
        'Latest balance sheet',
      ),
    () =>
      assess(
        {
          test: 'subsidy-headroom',
          isDeclared: true,
          proposedMinor: 4500 * 100,
          currency: 'GBP',
          rates: [],
        },
        'Declaration signed',
      ),
    () =>
      assess(
        { test: 'duplication', others: [], judgement: null },
        'Asked on the telephone; the growth hub confirms',
      ),
    () =>
      assess(
        {
          test: 'growth-intent',
          intention: proof.intention,
          judgement: { accepted: true, reason: 'Has a plan with figures and time for it.' },
        },
        'Notes of the first conversation',
      ),
  ];
  for (const step of steps.slice(0, count)) await step();
}
