import { decideEligibility } from '../../modules/enterprises/eligibility/commands/decide-eligibility.ts';
import { freezeBaseline } from '../../modules/enterprises/commands/freeze-baseline.ts';
import { recordFigures } from '../../modules/enterprises/commands/record-figures.ts';
import { enrolmentById } from '../../modules/enterprises/reads.ts';
import { recordWorkingStyle } from '../../modules/mentors/commands/record-working-style.ts';
import { styleAxes } from '../../modules/mentors/working-style.ts';
import type { Company, Firm } from './company.ts';
import { keepInTouch } from './contacts.ts';
import { diagnose, type Picture } from './diagnosis.ts';
import type { Script } from './director.ts';
import { enterFacts, lastYearEnd } from './eligibility.ts';
import type { FirmPart } from './firm-cast.ts';
import { enter } from './firm-entry.ts';
import type { Random } from './random.ts';
import { keepPlan, showResults } from './results.ts';
import { giveAccount } from './staff.ts';
import { supportFirm } from './support.ts';

/** A supported firm from the application on. `at` is its place in the cast. */
export async function* liveFirm(
  company: Company,
  part: FirmPart,
  at: number,
  startsAfter: number,
): Script {
  const { stage, staff } = company;
  const random = stage.random(part.name);
  yield stage.later(startsAfter, '09:05');
  const adviserId = staff.adviserIds[at % staff.adviserIds.length] ?? '';
  const companyNumber = String(99_100_000 + at);
  const firm = await enter(
    company,
    { ...part, companyNumber, source: random.pick(['public', 'staff', 'referral'] as const) },
    adviserId,
  );
  if (at === 1) await giveAccount(stage, await stage.as(staff.managerId), firm.leadId);
  yield stage.later(random.between(1, 4), '10:05');
  const adviser = await stage.as(adviserId);
  const intention = `Wants to grow by a third in two years with ${part.does}.`;
  await enterFacts(adviser, firm.enrolmentId, stage.day(), { ...part, intention });
  yield stage.later(random.between(1, 6), '11:20');
  await decide(company, firm, part);
  company.supported.push(firm);
  yield stage.later(random.between(1, 4), '13:30');
  await recordWorkingStyle(adviser, {
    enterpriseId: firm.enterpriseId,
    axes: Object.fromEntries(styleAxes.map((axis) => [axis, random.between(1, 5)])),
    wish: random.chance(0.5) ? 'Somebody who has done it and says so plainly.' : '',
    meets: ['in-person', 'video'],
    availability: timesOf(random),
  });
  const picture: Picture = new Map();
  const finds = [...new Set([part.finds, part.asks])];
  const needs = await diagnose(stage, firm, random, picture, { asks: part.asks, finds, gain: 0 });
  const { arc } = part;
  play('calls', (chance) => keepInTouch(company, firm, arc, chance));
  play('support', (chance) => supportFirm(company, firm, part, needs, chance));
  play('results', (chance) => showResults(company, firm, part, chance));
  play('plan', (chance) => keepPlan(company, firm, chance));
  yield stage.later(random.between(110, 170), '10:40');
  const now = await stage.read((tx) => enrolmentById(tx, firm.enrolmentId));
  if (now.state !== 'eligible' || part.arc === 'silent') return;
  await diagnose(stage, firm, random, picture, { asks: part.asks, finds: [], gain: 1 });

  function play(what: string, script: (random: Random) => Script): void {
    const name = `${part.name} ${what}`;
    stage.add(name, script(stage.random(name)));
  }
}

/** Two or three half days a week. */
function timesOf(random: Random) {
  const days = [1, 2, 3, 4, 5].filter(() => random.chance(0.5));
  return (days.length > 0 ? days : [3]).map((weekday) =>
    random.chance(0.5)
      ? { weekday, from: '09:00', to: '13:00' }
      : { weekday, from: '13:00', to: '17:30' },
  );
}

async function decide(company: Company, firm: Firm, part: FirmPart): Promise<void> {
  const { stage } = company;
  const adviser = await stage.as(firm.adviserId);
  const { version } = await stage.read((tx) => enrolmentById(tx, firm.enrolmentId));
  await decideEligibility(adviser, { enrolmentId: firm.enrolmentId, version, isEligible: true });
  const money = (thousands: number) => Math.round(thousands) * 100_000;
  await recordFigures(adviser, {
    enrolmentId: firm.enrolmentId,
    yearEndsOn: lastYearEnd(stage.day()),
    figures: [
      { kind: 'staff', amount: part.staff * 100, source: 'payroll' },
      { kind: 'turnover', amount: money(part.turnover), source: 'accounts' },
      { kind: 'profit', amount: money(part.turnover * 0.06), source: 'accounts' },
    ],
  });
  await freezeBaseline(adviser, { enrolmentId: firm.enrolmentId });
}
