import { dateInZone, formatInstant } from '../../../../kernel/calendar.ts';
import { notFound } from '../../../../kernel/errors.ts';
import type { PageArgs } from '../../../../platform/page.ts';
import { may } from '../../../../platform/permission.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import { wishesOf } from '../../allocation/allocation.ts';
import { propose } from '../../allocation/proposal.ts';
import { allocationById, readDesk } from '../../allocation/reads.ts';
import { matchingPermissions } from '../../permissions.ts';
import { isLarge } from '../../solving/reads.ts';
import { allocationCases, placedNeeds, programmeCases } from '../case.ts';
import { fairnessOf, findingsOf } from '../fairness.ts';
import { isNeverChosen, loadSpreadOf, type MentorUse, neverChosenWords } from '../mentor-use.ts';
import { pricesOfFairness } from '../price-of-fairness.ts';
import { mentorUseOf, needRows, solvedOf } from '../reads.ts';

async function openProgramme({ ctx, tx, params }: PageArgs) {
  const programme = await programmeBySlug(tx, params['programme']);
  const subject = { programmeId: programme.id };
  if (!may(ctx.actor, matchingPermissions.allocation.read, subject)) throw notFound();
  return {
    programme,
    frame: {
      org: ctx.org.slug,
      programme: programme.slug,
    },
  };
}

/** How the firms of a programme fared until now, and how its mentors are used. */
export async function openProgrammeFairness(args: PageArgs) {
  const { ctx, tx } = args;
  const { programme, frame } = await openProgramme(args);
  const report = fairnessOf(programmeCases(await needRows(tx, programme.id, null)));
  const rows = await mentorUseOf(tx, programme.id, ctx.clock.today(programme.zone));
  // Mentors one by one are for staff; others see how evenly they are used.
  const seesEach = may(ctx.actor, matchingPermissions.ranking.read, { programmeId: programme.id });
  const asks = seesEach && rows.some(isNeverChosen) && !(await isLarge(tx, programme.id));
  const proposal = asks
    ? propose(await readDesk(tx, ctx, programme.id), wishesOf([]), programme.id)
    : null;
  const mentors = rows.map((row): MentorUse => ({
    ...row,
    neverChosen:
      proposal !== null && isNeverChosen(row) ? neverChosenWords(proposal, row.id) : null,
  }));
  return {
    ...frame,
    report,
    findings: findingsOf(report),
    mentors: seesEach ? mentors : [],
    spread: loadSpreadOf(rows),
  };
}

/** How the firms fared in one published allocation, and what more of a group would have cost. */
export async function openAllocationFairness(args: PageArgs) {
  const { tx, params } = args;
  const { programme, frame } = await openProgramme(args);
  const allocation = await allocationById(tx, programme.id, params['allocation'] ?? '');
  const solved = await solvedOf(tx, programme.id, allocation.id);
  if (!solved) throw notFound('allocation');
  const { input, result, closedAt } = solved;
  const rows = await needRows(tx, programme.id, placedNeeds(input));
  const cases = allocationCases(rows, result, dateInZone(closedAt, programme.zone));
  const report = fairnessOf(cases);
  return {
    ...frame,
    allocation: { id: allocation.id, sentAt: formatInstant(closedAt, programme.zone) },
    report,
    findings: findingsOf(report),
    prices: pricesOfFairness(input, result, cases, report),
  };
}
