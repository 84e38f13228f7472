import { addMonths, daysBetween } from '../../kernel/calendar.ts';
import { mailedPurpose } from '../../modules/intake/apply/proof.ts';
import { proveAddress } from '../../modules/intake/commands/prove-address.ts';
import { saveApplicationStep } from '../../modules/intake/commands/save-application-step.ts';
import { startApplication } from '../../modules/intake/commands/start-application.ts';
import { submitApplication } from '../../modules/intake/commands/submit-application.ts';
import { makeLink } from '../../platform/links.ts';
import { publicActor } from '../../platform/permission.ts';
import { areaWords } from './area-words.ts';
import type { Company } from './company.ts';
import type { Script } from './director.ts';
import { applicantWords } from './firm-cast.ts';
import { descriptions, plans } from './firm-words.ts';
import { inventedPostcode } from './invented-postcode.ts';
import type { Random } from './random.ts';

/** Somebody fills the public form in on the last days; every fifth stops half-way. */
export async function* fillApplication(company: Company, at: number): Script {
  const { stage, programmeId, staff } = company;
  const random = stage.random(`application ${at}`);
  const days = daysBetween(stage.opening, stage.today) - random.between(1, 20);
  yield stage.later(
    Math.max(1, days),
    `${random.pick(['08', '12', '17'])}:${random.between(10, 59)}`,
  );
  const { given, family, second } = applicantWords;
  const name = `${random.pick(given)} ${random.pick(family)}`;
  const firm = `${family[(at * 3) % family.length] ?? 'Abbott'} ${random.pick(second)}`;
  const ctx = { ...(await stage.as(staff.managerId)), actor: publicActor };
  const email = `${name.toLowerCase().replace(' ', '.')}@${firm.toLowerCase().replace(' ', '-')}.example`;
  const { applicationId, secret } = await startApplication(ctx, { programmeId, name, email });
  const pages = answers(random, name, firm, addMonths(stage.day(), -random.between(9, 80)));
  const isDropped = at % 5 === 4;
  for (const [step, fields] of isDropped ? pages.slice(0, 4) : pages) {
    await saveApplicationStep(ctx, { secret, step, fields });
  }
  if (isDropped) return;
  yield stage.later(0, '19:30');
  await submitApplication(ctx, { secret });
  // Every third has not opened the letter yet.
  if (at % 3 === 2) return;
  yield stage.later(0, '21:05');
  const mailed = await ctx.app.database.tenant(ctx.orgId, (tx) =>
    makeLink(tx, ctx, { purpose: mailedPurpose, subjectId: applicationId, days: 90 }),
  );
  await proveAddress(ctx, { secret: mailed.secret });
}

type Page = readonly [
  step: Parameters<typeof saveApplicationStep>[1]['step'],
  fields: Record<string, string | string[]>,
];

function answers(random: Random, name: string, firm: string, since: string): Page[] {
  const [, sic] = random.pick(applicantWords.trades);
  const [, district] = random.pick(applicantWords.places);
  const area = random.pick(['customers', 'finance', 'digital', 'people', 'export'] as const);
  const staff = random.between(2, 30);
  return [
    ['about-you', { name, position: 'Founder' }],
    ['your-firm', { isTrading: 'yes', name: firm, description: random.pick(descriptions) }],
    ['numbers', { companyNumber: '', vatNumber: '', sicCodes: sic, tradingSince: since }],
    [
      'place',
      {
        address: `Unit ${random.between(1, 40)}, Canal Works`,
        postcode: inventedPostcode(district, `${firm} ${name}`),
      },
    ],
    [
      'size',
      {
        staff: String(staff),
        turnover: String(staff * random.between(55, 110) * 1000),
        isGroup: random.chance(0.2) ? 'unsure' : 'no',
      },
    ],
    ['help', { areas: [area], need: random.pick(areaWords[area].needs) }],
    ['growth', { plans: random.pick(plans), staffNextYear: String(staff + 2) }],
    ['support', { agencies: '', hasAid: random.chance(0.3) ? 'unsure' : 'no' }],
    ['declarations', { sharing: 'at-yes', isTrue: 'yes', mayKeep: 'yes' }],
  ];
}
