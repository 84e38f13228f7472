import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closeProgramme } from '../src/modules/leaving/commands/close-programme.ts';
import { setScoreWeights } from '../src/modules/matching/commands/set-score-weights.ts';
import { defaultWeights } from '../src/modules/matching/weights.ts';
import { renameOrganisation } from '../src/modules/people/commands/rename-organisation.ts';
import { requireSecondFactor } from '../src/modules/people/commands/require-second-factor.ts';
import { settingChanges } from '../src/modules/people/history/reads.ts';
import { adoptRuleSet } from '../src/modules/programmes/commands/adopt-rule-set.ts';
import { copyRuleSet } from '../src/modules/programmes/commands/copy-rule-set.ts';
import { createProgramme } from '../src/modules/programmes/commands/create-programme.ts';
import { setApplications } from '../src/modules/programmes/commands/set-applications.ts';
import { setMentoring } from '../src/modules/programmes/commands/set-mentoring.ts';
import { setProgrammeArea } from '../src/modules/programmes/commands/set-programme-area.ts';
import { setProgrammeDates } from '../src/modules/programmes/commands/set-programme-dates.ts';
import { setProgrammeFunders } from '../src/modules/programmes/commands/set-programme-funders.ts';
import { setProgrammeRemit } from '../src/modules/programmes/commands/set-programme-remit.ts';
import { setSignposts } from '../src/modules/programmes/commands/set-signposts.ts';
import { setTargets } from '../src/modules/programmes/commands/set-targets.ts';
import { startProgramme } from '../src/modules/programmes/commands/start-programme.ts';
import type { Ctx } from '../src/platform/context.ts';
import { createTestApp } from './factories/app.ts';
import { makeWorld } from './factories/world.ts';

const app = await createTestApp();
const reason = 'Change request 4, agreed with the funder.';

interface Desk {
  manager: Ctx;
  admin: Ctx;
  programmeId: string;
  /** The edit's fields, with the version that the programme has now. */
  edit(): Promise<{ programmeId: string; version: number; reason: string }>;
}

type Line = readonly [field: string, before: string, after: string];

interface Case {
  /** What is done first, and is not looked at. */
  before?: (desk: Desk) => Promise<unknown>;
  act: (desk: Desk) => Promise<unknown>;
  lines: readonly Line[];
  /** Where the change is not about the world's programme. */
  of?: 'organisation' | 'new programme';
  hasNoReason?: true;
  state?: 'draft';
}

const dates = { name: 'Grow on', about: 'For firms that grow.', startsOn: '2026-01-01' };
const remit = {
  sicDivisions: ['62'],
  description: 'Firms that export.',
  sizeBands: ['micro'],
  tradingAtLeastMonths: 12,
} as const;
const cadence = {
  ...{ 'pre-start': 14, 'start-up': 14, early: 14 },
  ...{ growth: 21, 'scale-up': 21, mature: 30 },
};
const mentoring = {
  mentoringModel: 'proactive',
  mentorChoice: 'case-by-case',
  answerDays: 5,
  introductionDays: 7,
  decisionDays: 10,
  cadence,
} as const;
const target = (value: number) => ({ indicator: 'C8', quarter: '2026-Q4', value });
const erdf = { code: 'erdf-england-2014-20' };

/** Every command that sets something of a programme or the organisation, with what it must leave. */
const cases: Readonly<Record<string, Case>> = {
  'set-programme-dates': {
    before: async (desk) =>
      setProgrammeDates(desk.manager, {
        ...{ ...(await desk.edit()), ...dates },
        endsOn: '2028-03-31',
      }),
    act: async (desk) =>
      setProgrammeDates(desk.manager, {
        ...{ ...(await desk.edit()), ...dates },
        ...{ name: 'Grow further', about: '', endsOn: '2028-06-30' },
      }),
    lines: [
      ['Name', 'Grow on', 'Grow further'],
      ['What it is', 'For firms that grow.', ''],
      ['Last day', '31 March 2028', '30 June 2028'],
    ],
  },
  'set-programme-funders': {
    before: async (desk) =>
      setProgrammeFunders(desk.manager, {
        ...(await desk.edit()),
        funders: [{ name: 'Shire Council' }],
      }),
    act: async (desk) =>
      setProgrammeFunders(desk.manager, {
        ...(await desk.edit()),
        funders: [{ name: 'ERDF', agreementReference: 'E/14', agreedOn: '2026-05-01' }],
      }),
    lines: [
      ['Funder: ERDF', '', 'agreement E/14, agreed on 1 May 2026'],
      ['Funder: Shire Council', 'named', ''],
    ],
  },
  'set-programme-area': {
    before: async (desk) =>
      setProgrammeArea(desk.manager, {
        ...(await desk.edit()),
        authorities: [
          { code: 'E06000051', name: 'Shropshire' },
          { code: 'E06000020', name: 'Telford and Wrekin' },
        ],
      }),
    act: async (desk) =>
      setProgrammeArea(desk.manager, {
        ...(await desk.edit()),
        authorities: [
          { code: 'E06000051', name: 'Shropshire' },
          { code: 'E06000019', name: 'Herefordshire' },
        ],
      }),
    lines: [
      ['Area: Herefordshire (E06000019)', '', 'in the area'],
      ['Area: Telford and Wrekin (E06000020)', 'in the area', ''],
    ],
  },
  'set-programme-remit': {
    before: async (desk) =>
      setProgrammeRemit(desk.manager, {
        ...(await desk.edit()),
        ...{ ...remit, sizeBands: ['micro', 'small'], sicDivisions: [] },
      }),
    act: async (desk) =>
      setProgrammeRemit(desk.manager, {
        ...{ ...(await desk.edit()), ...remit, sizeBands: [...remit.sizeBands] },
        ...{ sicDivisions: ['62'], tradingAtLeastMonths: null, businessSalesAtLeast: 60 },
        takesPotentialEntrepreneurs: false,
      }),
    lines: [
      ['Sizes allowed', 'micro, small', 'micro'],
      ['Activities', 'every activity', 'those named'],
      ['Activity: 62 Programming and IT consultancy', '', 'in remit'],
      ['Trading for at least', '12 months', ''],
      ['People who do not trade yet can apply too', 'yes', 'no'],
      ['Share of sales to other businesses, at least', '', '60 %'],
    ],
  },
  'set-targets': {
    before: async (desk) => {
      const { ruleSetId } = await copyRuleSet(desk.manager, erdf);
      await adoptRuleSet(desk.manager, {
        ...{ programmeId: desk.programmeId, ruleSetId, adoptedOn: '2026-04-01', reason },
      });
      await setTargets(desk.manager, {
        ...(await desk.edit()),
        targets: [target(45.5), { indicator: 'C6', quarter: '2026-Q4', value: 250_000 }],
      });
    },
    act: async (desk) =>
      setTargets(desk.manager, {
        ...(await desk.edit()),
        targets: [target(40), { indicator: 'C6', quarter: '2027-Q1', value: 250_000 }],
      }),
    lines: [
      ['C6 Private investment matching grants, 2027 Q1', '', '£250,000'],
      ['C8 Employment increase in supported enterprises, 2026 Q4', '45.5 FTE', '40 FTE'],
      ['C6 Private investment matching grants, 2026 Q4', '£250,000', ''],
    ],
  },
  'set-mentoring': {
    before: async (desk) => setMentoring(desk.manager, { ...(await desk.edit()), ...mentoring }),
    act: async (desk) =>
      setMentoring(desk.manager, {
        ...{ ...(await desk.edit()), ...mentoring },
        ...{ mentoringModel: 'board', mentorChoice: 'firm-chooses', decisionDays: 15 },
        cadence: { ...cadence, early: 7 },
      }),
    lines: [
      ['Mentoring', 'Led by the adviser', 'Board'],
      [
        'May the firm choose its mentor?',
        'The adviser decides case by case',
        'The firm chooses from a shortlist',
      ],
      ['Contact every: early stage, under 36 months', '14 days', '7 days'],
      ['To a decision on an application', '10 days', '15 days'],
    ],
  },
  'set-applications': {
    act: async (desk) =>
      setApplications(desk.manager, {
        ...{ ...(await desk.edit()), isOpen: false },
        ...{ words: 'We are full.', until: '2031-01-31' },
      }),
    lines: [
      ['Applications', 'open', 'paused'],
      ['What the public page says while paused', '', 'We are full.'],
      ['Applications expected again on', '', '31 January 2031'],
    ],
  },
  'set-signposts': {
    before: async (desk) =>
      setSignposts(desk.manager, {
        ...(await desk.edit()),
        signposts: [{ name: 'Growth Hub', about: 'start-ups', address: '' }, { name: 'Chamber' }],
      }),
    act: async (desk) =>
      setSignposts(desk.manager, {
        ...(await desk.edit()),
        signposts: [{ name: 'Growth Hub', about: 'start-ups', address: '01432 1' }],
      }),
    lines: [
      ['Other who may help: Growth Hub', 'start-ups', 'start-ups; 01432 1'],
      ['Other who may help: Chamber', 'named', ''],
    ],
  },
  'set-score-weights': {
    act: async ({ manager, programmeId }) =>
      setScoreWeights(manager, {
        ...{ programmeId, reason },
        weights: { ...defaultWeights, stage: 12, training: 1 },
      }),
    lines: [
      ['Stage and experience', '10 points', '12 points'],
      ['Induction and training', '3 points', '1 point'],
    ],
  },
  'adopt-rule-set': {
    before: async ({ manager, programmeId }) => {
      const { ruleSetId } = await copyRuleSet(manager, erdf);
      await adoptRuleSet(manager, { programmeId, ruleSetId, adoptedOn: '2026-04-01', reason });
    },
    act: async ({ manager, programmeId }) => {
      const { ruleSetId } = await copyRuleSet(manager, { code: 'ukspf' });
      await adoptRuleSet(manager, { programmeId, ruleSetId, adoptedOn: '2026-07-01', reason });
    },
    lines: [
      [
        'Rule set',
        'ERDF England 2014 to 2020, version 3 (October 2016), from 1 April 2026',
        'UK Shared Prosperity Fund, version 2022 to 2026, from 1 July 2026',
      ],
    ],
  },
  'start-programme': {
    state: 'draft',
    before: async (desk) => {
      await setProgrammeFunders(desk.manager, {
        ...(await desk.edit()),
        funders: [{ name: 'ERDF' }],
      });
      await setTargets(desk.manager, { ...(await desk.edit()), targets: [target(3)] });
    },
    act: async ({ manager, programmeId, edit }) =>
      startProgramme(manager, { programmeId, version: (await edit()).version }),
    lines: [['State', 'draft', 'open']],
    hasNoReason: true,
  },
  'close-programme': {
    act: async ({ manager, programmeId }) =>
      closeProgramme(manager, { programmeId, to: 'closing', reason }),
    lines: [
      ['Applications', 'open', 'paused'],
      ['State', 'open', 'closing'],
    ],
  },
  'create-programme': {
    of: 'new programme',
    act: async ({ manager }) => createProgramme(manager, { name: 'Export year' }),
    lines: [
      ['Name', '', 'Export year'],
      ['State', '', 'draft'],
    ],
    hasNoReason: true,
  },
  'rename-organisation': {
    of: 'organisation',
    act: async ({ admin }) => renameOrganisation(admin, { name: 'Marches Hub', version: 1 }),
    lines: [['Name', 'Growth Hub of old', 'Marches Hub']],
    hasNoReason: true,
  },
  'require-second-factor': {
    of: 'organisation',
    act: async ({ admin }) => requireSecondFactor(admin, { rule: 'staff', version: 1 }),
    lines: [
      [
        'Who needs a second factor',
        'Administrators, managers, finance and auditors',
        'Everybody who works here',
      ],
    ],
    hasNoReason: true,
  },
};

/** Begins an organisation: there is no before. */
const beginning = 'set-up-organisation';

test('every command whose audit entry is about a programme or the organisation is looked at here', () => {
  const root = join(import.meta.dirname, '../src/modules');
  const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /commands\/[^/]+(?<!\.test)\.ts$/.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .filter((text) => /subject: \['(programme|organisation)',/.test(text))
    .map((text) => /name: '([a-z-]+)'/.exec(text)?.[1] ?? '');
  const known = [...Object.keys(cases), beginning];
  expect(found.filter((name) => !known.includes(name))).toEqual([]);
});

test.each(Object.entries(cases))('%s leaves what was before and is now', async (name, one) => {
  const world = await makeWorld(app, {
    organisation: 'Growth Hub of old',
    state: one.state ?? 'open',
  });
  const manager = await world.ctxAs('manager');
  const programmeId = world.programme.id;
  const desk: Desk = {
    ...{ manager, programmeId },
    admin: await world.ctxAs('admin', { programmeId: null }),
    edit: () =>
      app.database.read(world.orgId, async (tx) => ({
        ...(await tx
          .selectFrom('programme')
          .select(['id as programmeId', 'version'])
          .where('id', '=', programmeId)
          .executeTakeFirstOrThrow()),
        reason,
      })),
  };
  await one.before?.(desk);
  const made = await one.act(desk);
  const about = {
    organisation: null,
    'new programme': (made as { programmeId?: string } | undefined)?.programmeId ?? '',
    programme: programmeId,
  }[one.of ?? 'programme'];
  const { rows } = await app.database.read(world.orgId, (tx) =>
    settingChanges(tx, { programmeId: about, page: 1, pageSize: 10 }),
  );
  const [latest] = rows;
  expect(latest?.lines.map(({ field, before, after }) => [field, before, after])).toEqual(
    one.lines,
  );
  expect(latest).toMatchObject({
    reason: one.hasNoReason ? '' : reason,
    by: (one.of === 'organisation' ? desk.admin : manager).actor.name,
  });
  const [audited] = await app.database.read(world.orgId, (tx) =>
    tx
      .selectFrom('audit')
      .select('changes')
      .where('action', '=', name)
      .orderBy('seq', 'desc')
      .execute(),
  );
  expect(audited?.changes).toMatchObject({ settingChange: latest?.id });
});

test('a save that changes nothing leaves nothing', async () => {
  const world = await makeWorld(app, { state: 'open' });
  const manager = await world.ctxAs('manager');
  const edit = { programmeId: world.programme.id, reason, isOpen: true };
  await setApplications(manager, { ...edit, version: 1 });
  const found = await app.database.read(world.orgId, (tx) =>
    settingChanges(tx, { programmeId: world.programme.id, page: 1, pageSize: 10 }),
  );
  expect(found).toEqual({ rows: [], total: 0 });
});
