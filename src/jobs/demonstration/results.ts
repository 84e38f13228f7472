import { addMonths } from '../../kernel/calendar.ts';
import { finishAction } from '../../modules/diagnosis/commands/finish-action.ts';
import { recordMeasure } from '../../modules/enterprises/commands/record-measure.ts';
import { addComment } from '../../modules/impact/commands/add-comment.ts';
import { recordOutput } from '../../modules/impact/commands/record-output.ts';
import { verifyOutput } from '../../modules/impact/commands/verify-output.ts';
import type { Company, Firm } from './company.ts';
import type { Script } from './director.ts';
import { lastYearEnd } from './eligibility.ts';
import { attributions, comments } from './firm-words.ts';
import type { Random } from './random.ts';
import { unlessRefused } from './refused.ts';

const outcomes = [
  ['NTF', 1, 'Brought a new system for orders into use.'],
  ['MARKETS', 1, 'First orders from abroad, invoices seen.'],
  ['NTM', 1, 'The second version is on sale.'],
  ['JC', 1.5, 'One full-time and one half-time post, contracts seen.'],
] as const;

/** What comes of the support after half a year and after a year, checked by a second person. */
export async function* showResults(
  company: Company,
  firm: Firm,
  size: { staff: number; turnover: number },
  random: Random,
): Script {
  const { stage, staff } = company;
  const adviser = await stage.as(firm.adviserId);
  yield stage.later(random.between(120, 190), '13:45');
  for (const [indicator, value, statement] of outcomes) {
    if (!random.chance(0.4)) continue;
    yield stage.later(random.between(3, 40), '14:05');
    const { outputId } = await recordOutput(adviser, {
      enrolmentId: firm.enrolmentId,
      indicator,
      value: indicator === 'JC' ? random.pick([0.5, 1, 1.5, 2, 3]) : value,
      achievedOn: stage.day(),
      statement,
    });
    if (random.chance(0.3)) continue;
    yield stage.later(random.between(4, 15), '10:10');
    await verifyOutput(await stage.as(staff.verifierId), { outputId });
  }
  const comment = random.chance(0.5) ? company.deal(comments) : undefined;
  if (comment !== undefined) {
    await addComment(adviser, {
      enrolmentId: firm.enrolmentId,
      body: comment,
      saidBy: firm.leadId,
      mayPublish: random.chance(0.6),
    });
  }
  yield stage.later(random.between(120, 150), '15:15');
  const yearEndsOn = lastYearEnd(addMonths(stage.day(), 2));
  const attribution = company.deal(attributions) ?? '';
  const growth = 1 + random.between(2, 22) / 100;
  const figures = [
    ['staff', Math.round(size.staff * growth) * 100],
    ['turnover', Math.round(size.turnover * growth) * 100_000],
  ] as const;
  for (const [kind, amount] of figures) {
    await recordMeasure(await stage.as(firm.leadId), {
      enrolmentId: firm.enrolmentId,
      kind,
      amount,
      yearEndsOn,
      source: 'accounts',
      attribution,
      isReportable: true,
    });
  }
}

/** The firm ticks off what it has done, every six weeks or so. */
export async function* keepPlan(company: Company, firm: Firm, random: Random): Script {
  for (;;) {
    yield company.stage.later(random.between(35, 50), '17:10');
    await tickActions(company, firm, random);
  }
}

async function tickActions(company: Company, firm: Firm, random: Random): Promise<void> {
  const { stage } = company;
  const open = await stage.read((tx) =>
    tx
      .selectFrom('action')
      .select('id')
      .where('enrolment_id', '=', firm.enrolmentId)
      .where('state', '=', 'open')
      .where('due_on', '<=', stage.day())
      .orderBy('created_at')
      .execute(),
  );
  const lead = await stage.as(firm.leadId);
  for (const { id } of open) {
    if (random.chance(0.8)) await unlessRefused(finishAction(lead, { actionId: id }));
  }
}
