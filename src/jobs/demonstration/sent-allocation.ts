import { daysBetween } from '../../kernel/calendar.ts';
import { openNeed } from '../../modules/diagnosis/commands/open-need.ts';
import { publishAllocation } from '../../modules/matching/allocation/commands/publish-allocation.ts';
import { startAllocation } from '../../modules/matching/allocation/commands/start-allocation.ts';
import { proposalNow } from '../../modules/matching/solving/reads.ts';
import type { AreaKey } from '../../modules/programmes/area.ts';
import { areaWords } from './area-words.ts';
import type { Company, Firm } from './company.ts';
import type { Script } from './director.ts';
import { type Asked, answerOf } from './matching.ts';
import { meet } from './meetings.ts';
import type { Random } from './random.ts';
import { unlessRefused } from './refused.ts';

const areas: readonly AreaKey[] = ['digital', 'people', 'finance', 'export', 'operations'];
const most = 8;

/**
 * Ten weeks before the end the advisers open what came up in their round, and the manager gives all of it a mentor
 * at once on the match desk: the letters, their answers and the meetings stand in the desk's history.
 */
export async function* sendAllocation(company: Company): Script {
  const { stage, staff, programmeId } = company;
  const random = stage.random('allocation');
  yield stage.later(Math.max(20, daysBetween(stage.opening, stage.today) - 70), '08:50');
  const opened = new Map<string, { firm: Firm; area: AreaKey }>();
  for (const [at, firm] of company.supported.entries()) {
    if (opened.size === most || at % 2 === 1) continue;
    const area = random.pick(areas);
    const made = await unlessRefused(
      openNeed(await stage.as(firm.adviserId), {
        enrolmentId: firm.enrolmentId,
        area,
        detail: random.pick(areaWords[area].needs),
        priority: random.pick([1, 2, 2, 3] as const),
        seenBy: 'adviser',
        minutesPerMonth: 90,
      }),
    );
    if (made) opened.set(made.needId, { firm, area });
  }
  yield stage.later(2, '11:05');
  const manager = await stage.as(staff.managerId);
  const begun = await unlessRefused(startAllocation(manager, { programmeId }));
  if (begun === null) return;
  const draft = { id: begun.allocationId, version: 1 };
  const proposal = await stage.read((tx) =>
    proposalNow(tx, manager, { programmeId, draft, done: [] }),
  );
  const pairs = [...(proposal?.pairs ?? [])].flatMap(([needId, mentorId]) =>
    mentorId !== undefined && opened.has(needId)
      ? [{ needId, mentorId, way: 'offer' as const, reason: 'Best for the programme as a whole' }]
      : [],
  );
  if (pairs.length === 0) return;
  const sent = await unlessRefused(
    publishAllocation(manager, { allocationId: draft.id, version: draft.version, pairs }),
  );
  if (sent === null) return;
  for (const asked of await offersOf(company, draft.id)) {
    const about = opened.get(asked.needId);
    if (!about) continue;
    const name = `${about.firm.name} allocation`;
    stage.add(name, goOn(company, about.firm, asked, about.area, stage.random(name)));
  }
}

function offersOf({ stage }: Company, allocationId: string) {
  return stage.read((tx) =>
    tx
      .selectFrom('offer')
      .select(['id as offerId', 'mentor_id as mentorId', 'need_id as needId'])
      .where('allocation_id', '=', allocationId)
      .orderBy('id')
      .execute(),
  );
}

async function* goOn(
  company: Company,
  firm: Firm,
  asked: Asked,
  area: AreaKey,
  random: Random,
): Script {
  const matchId = yield* answerOf(company, asked, random);
  if (matchId === null) return;
  const match = { matchId, mentorId: asked.mentorId };
  const wish = { area, elsewhere: 'strategy' as const, arc: 'steady' as const, count: 4 };
  yield* meet(company, firm, match, wish, random);
}
