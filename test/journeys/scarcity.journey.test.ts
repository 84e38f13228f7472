import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { programmePaths } from '../../src/kernel/paths.ts';
import { publishAllocation } from '../../src/modules/matching/allocation/commands/publish-allocation.ts';
import { startAllocation } from '../../src/modules/matching/allocation/commands/start-allocation.ts';
import { makeWorld, type World } from '../factories/world.ts';
import { look } from './desk-world.ts';
import { openAs } from './member.ts';
import { startSite } from './site.ts';

const site = await startSite();

const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** Twelve firms of two sizes with a need each, three mentors for some of them, and the adviser signed in. */
async function openProgramme() {
  const world = await makeWorld(site.app);
  const adviser = await world.person({ name: 'Asha Patel', roles: ['adviser'] });
  const areas = ['finance', 'export', 'digital', 'finance'] as const;
  const firms = [
    'Alder',
    'Birch',
    'Cedar',
    'Damson',
    'Elm',
    'Fir',
    'Gorse',
    'Hazel',
    'Ivy',
    'Juniper',
    'Larch',
    'Maple',
  ];
  const needs = [];
  for (const [at, name] of firms.entries()) {
    const enterprise = await world.enterprise({ name: `${name} Ltd` });
    const enrolment = await world.enrolment({ enterprise, adviser });
    needs.push(
      await world.need({
        enrolment,
        area: areas[at % 4] ?? 'finance',
        openedOn: `2026-11-${String(2 + at).padStart(2, '0')}`,
      }),
    );
    await site.app.database.tenant(world.orgId, (tx) =>
      tx
        .updateTable('enterprise')
        .set({ size_band: at < 7 ? 'micro' : 'small', sector: at % 3 === 0 ? 'food' : 'metal' })
        .where('id', '=', enterprise.id)
        .execute(),
    );
  }
  const named = (name: string) => world.person({ name, roles: ['mentor'] });
  const grace = await world.mentor({
    person: await named('Grace Okafor'),
    expertise: { finance: 5, export: 5 },
    places: 3,
  });
  await world.mentor({ person: await named('Wen Li'), expertise: { finance: 4 }, places: 1 });
  await world.mentor({ person: await named('Marta Nowak'), live: false });
  const paths = programmePaths(world.org.slug, world.programme.slug);
  const page = await openAs(site, world, adviser);
  return { world, adviser, needs, grace, paths, page };
}

test('recruitment sees what is scarce, whom a mentor would serve and why nobody serves a need', async () => {
  const { paths, page } = await openProgramme();
  await page.goto(paths.mentors);
  await page.getByRole('button', { name: 'Scarce skills' }).click();
  await page.getByRole('heading', { name: 'Whom to recruit, the most valuable first' }).waitFor();
  await page.getByText('Who would move').first().click();
  await said(page, 'goes to the new mentor');
  await said(page, /Of 3 mentors:.*with too little expertise/);
  await look(page, 'scarce-skills');
  const csv = await page.request.get(paths.scarceSkillsExport);
  expect(await csv.text()).toMatch(/Further mentor,/);
});

test('firms’ fares are told with what chance would do, and staff see why a mentor was never chosen', async () => {
  const { world, adviser, needs, grace, paths, page: staff } = await openProgramme();
  const ctx = await world.ctxFor(adviser);
  const { allocationId } = await startAllocation(ctx, { programmeId: world.programme.id });
  const need = needs.find((each) => each.area === 'export');
  await publishAllocation(ctx, {
    allocationId,
    version: 1,
    pairs: [{ needId: need?.id ?? '', mentorId: grace.id, way: 'offer' }],
  });
  const auditor = await world.person({ name: 'Ola Berg', roles: ['auditor'] });
  const page = await openAs(site, world, auditor);
  await page.goto(paths.allocations);
  await page.getByRole('button', { name: 'Fairness' }).click();
  await page.getByRole('heading', { name: 'Size of the firm' }).waitFor();
  await said(page, 'Every mentor has 0 matches.');
  expect(await page.getByText('Marta Nowak').count()).toBe(0);
  await staff.goto(paths.fairness);
  await said(staff, 'Cannot take any open need');
  await look(staff, 'fairness-programme');
  await page.goto(paths.allocation(allocationId));
  await page.getByRole('button', { name: /Whom it served/ }).click();
  await page
    .getByRole('heading', { name: 'What serving more of a group would have cost' })
    .waitFor();
  await look(page, 'fairness-allocation');
});

test('a large programme is worked out in the background, left and found again', async () => {
  const { world, needs, paths, page } = await openProgramme();
  await makeLarge(world, needs[0]?.enrolment.id ?? '');
  await page.goto(paths.matchDesk);
  await said(page, 'Nothing worked out yet');
  await look(page, 'large-desk-empty');
  await page.getByRole('button', { name: 'Work out the proposal' }).click();
  await said(page, 'You can leave this page');
  await page.getByRole('link', { name: 'Do not load this page again by itself' }).click();
  await page.getByRole('link', { name: 'Look how far it is' }).waitFor();
  await look(page, 'large-desk-under-way');
  await page.goto(paths.scarceSkills);
  await said(page, 'Not worked out yet');
  await site.app.jobs.drain();
  await page.goto(paths.matchDesk);
  await said(page, 'Proved: no other way');
  await look(page, 'large-desk');
  await page.getByLabel('Enterprise or mentor').fill('Grace');
  await page.getByLabel('Enterprise or mentor').press('Enter');
  await page.getByRole('button', { name: /^Keep/ }).first().click();
  await said(page, 'Noted. The proposal knows it when it is worked out anew.');
  await said(page, 'Steps were taken since');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByRole('button', { name: 'Work it out anew' }).click();
  await said(page, 'You can leave this page');
  await site.app.jobs.drain();
  await page.goto(paths.matchDesk);
  await page.getByRole('button', { name: 'Read the letters' }).click();
  await page.getByRole('heading', { name: /letters to send/ }).waitFor();
  await page.goto(paths.scarceSkills);
  await page.getByRole('heading', { name: 'Whom to recruit, the most valuable first' }).waitFor();
});

/** 340 needs more, and 180 mentors more of whom no profile is filled in: over 60,000 pairs. */
async function makeLarge(world: World, enrolmentId: string): Promise<void> {
  const { orgId } = world;
  await site.app.database.tenant(orgId, async (tx) => {
    await tx
      .insertInto('need')
      .values(
        Array.from({ length: 340 }, (_, at) => ({
          org_id: orgId,
          id: newId(),
          enrolment_id: enrolmentId,
          area: at % 2 === 0 ? 'people' : 'export',
          detail: 'Nobody is trained.',
          opened_on: '2026-11-02',
        })),
      )
      .execute();
    const people = Array.from({ length: 180 }, (_, at) => ({
      org_id: orgId,
      id: newId(),
      name: `Mentor ${at + 1}`,
    }));
    await tx.insertInto('person').values(people).execute();
    const mentors = people.map((person) => ({
      org_id: orgId,
      id: newId(),
      person_id: person.id,
      state: 'live',
      inducted_on: '2025-06-02',
      code_signed_on: '2025-06-02',
      places: 1,
      minutes_per_month: 300,
    }));
    await tx.insertInto('mentor').values(mentors).execute();
    await tx
      .insertInto('mentor_expertise')
      .values(
        mentors.map((mentor) => ({
          org_id: orgId,
          mentor_id: mentor.id,
          area: 'people',
          level: 3,
          evidence: 'verified',
        })),
      )
      .execute();
  });
}
