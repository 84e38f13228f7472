import { daysBetween } from '../../kernel/calendar.ts';
import { openNeed } from '../../modules/diagnosis/commands/open-need.ts';
import { enrolmentById } from '../../modules/enterprises/reads.ts';
import type { AreaKey } from '../../modules/programmes/area.ts';
import { areaWords } from './area-words.ts';
import type { Company } from './company.ts';
import type { Script } from './director.ts';

const areas: readonly AreaKey[] = [
  'finance',
  'customers',
  'people',
  'operations',
  'digital',
  'strategy',
];

/**
 * In the last three weeks the advisers go through all firms and open what comes next. Nobody has been asked yet:
 * the match desk has something to place, and more than there are places for.
 */
export async function* openAutumnNeeds(company: Company): Script {
  const { stage } = company;
  const random = stage.random('autumn needs');
  yield stage.later(Math.max(1, daysBetween(stage.day(), stage.today) - 24), '08:30');
  for (const [at, firm] of company.supported.entries()) {
    if (at % 3 === 0) yield stage.later(1, '11:15');
    const now = await stage.read((tx) => enrolmentById(tx, firm.enrolmentId));
    if (now.state !== 'eligible' || random.chance(0.1)) continue;
    const area = random.pick(areas);
    await openNeed(await stage.as(firm.adviserId), {
      enrolmentId: firm.enrolmentId,
      area,
      detail: random.pick(areaWords[area].needs),
      priority: random.pick([1, 2, 2, 2, 3] as const),
      seenBy: 'adviser',
      minutesPerMonth: random.pick([90, 120, 180]),
    });
  }
}
