import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { orgPaths, programmePaths } from '../../src/kernel/paths.ts';
import { confirmAuthority } from '../../src/modules/enterprises/eligibility/commands/confirm-authority.ts';
import { setApplications } from '../../src/modules/programmes/commands/set-applications.ts';
import { setSignposts } from '../../src/modules/programmes/commands/set-signposts.ts';
import { makeWorld } from '../factories/world.ts';
import { expectAccessible } from './browser.ts';
import { openAs } from './member.ts';
import { picture } from './picture.ts';
import { startSite } from './site.ts';

const site = await startSite();

async function look(page: Page, name: string): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
    await picture(page, `${name}-${width}`);
  }
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.waitForLoadState();
}

test('a manager sets a programme up in eight steps, leaves, comes back and starts it', async () => {
  const world = await makeWorld(site.app);
  const org = orgPaths(world.org.slug);
  const page = await openAs(site, world, await world.person({ roles: ['manager'] }));

  await page.goto(org.newProgramme);
  await press(page, 'Continue');
  await page.getByRole('link', { name: 'Enter the name of the programme.' }).waitFor();
  await look(page, 'programme-new');
  await page.getByLabel('What is the programme called?').fill('Business Ready 2026');
  await press(page, 'Continue');

  const paths = programmePaths(world.org.slug, 'business-ready-2026');
  await page.getByRole('heading', { name: 'Name and dates' }).waitFor();
  await page.getByLabel('First day').fill('2026-01-01');
  await page.getByLabel('Last day').fill('2025-01-01');
  await press(page, 'Save and continue');
  await page.getByRole('link', { name: 'The end must not be before the start.' }).waitFor();
  await look(page, 'programme-dates');
  await page.getByLabel('Last day').fill('2027-12-31');
  await press(page, 'Save and continue');

  await page.getByRole('heading', { name: 'Funders' }).waitFor();
  await look(page, 'programme-funders');
  await page.getByLabel('Name').first().fill('County Council');
  await press(page, 'Save and continue');

  await page.getByRole('heading', { name: 'Rule set', level: 1 }).waitFor();
  await look(page, 'programme-rules');
  await page
    .getByLabel('ERDF England 2014 to 2020, version 3 (October 2016)', { exact: true })
    .check();
  await press(page, 'Save and continue');

  await page.getByRole('heading', { name: 'Area', level: 1 }).waitFor();
  await look(page, 'programme-area');
  await press(page, 'Save and continue');
  await page.getByRole('link', { name: 'Add at least one local authority.' }).waitFor();
  await page.getByLabel('Add several by name').fill('Coventry City Council');
  await press(page, 'Save and continue');

  await page.getByRole('heading', { name: 'Remit and size' }).waitFor();
  await look(page, 'programme-remit');
  // Leaving and coming back finds the draft at the step after the last one saved.
  await page.goto(paths.setup('review'));
  await page.getByRole('link', { name: 'there are no targets' }).waitFor();
  await page.goto(paths.setup('remit'));
  await press(page, 'Save and continue');

  await page.getByRole('heading', { name: 'Targets', level: 1 }).waitFor();
  await page.getByLabel(/^C1 .*, total in/).fill('80');
  await press(page, 'Spread totals evenly');
  expect(await page.getByLabel('C1, 2026 Q1').inputValue()).toBe('10');
  await look(page, 'programme-targets');
  await press(page, 'Save and continue');

  await page.getByRole('heading', { name: 'Mentoring and contact' }).waitFor();
  await look(page, 'programme-mentoring');
  await press(page, 'Save and continue');

  await page.getByRole('heading', { name: 'Check and start' }).waitFor();
  await look(page, 'programme-review');
  await press(page, 'Start the programme');
  await page.getByText('The programme is open.').waitFor();
  await look(page, 'programme-desk-empty');

  await page.goto(paths.setup('dates'));
  await press(page, 'Save');
  await page
    .getByRole('link', { name: 'The programme has started: say why this changes.' })
    .waitFor();
  await page.goto(paths.settings);
  await look(page, 'programme-settings');
  await page.goto(paths.today);
  await look(page, 'today-empty');
  await page.goto(org.ruleSets);
  await look(page, 'rule-sets');
  await page
    .getByRole('link', { name: /ERDF England/ })
    .first()
    .click();
  await look(page, 'rule-set');
});

test('a manager pauses applications and names others; strangers read it, and the settings remember', async () => {
  const world = await makeWorld(site.app);
  const paths = programmePaths(world.org.slug, world.programme.slug);
  const page = await openAs(site, world, await world.person({ roles: ['manager'] }));
  await page.goto(paths.settings);
  await page.getByRole('link', { name: /^Public page/ }).click();
  await look(page, 'public-page-settings');
  await page.getByLabel(/^Not for now/).check();
  await press(page, 'Save');
  await page.getByText('The programme has started: say why this changes.').first().waitFor();
  expect(await page.title()).toMatch(/^Error: /);
  await page.getByLabel('What the public page says meanwhile').fill('We are full until summer.');
  await page.getByLabel('Why this changes').first().fill('All places are taken.');
  await press(page, 'Save');
  await page.getByText('Applications are paused.').first().waitFor();
  const colleague = await openAs(site, world, await world.person({ roles: ['manager'] }));
  await colleague.goto(paths.publicPage);
  await page.getByLabel('Organisation 1').fill('Growth Hub of the Marches');
  await page.getByLabel('What 1 helps with').fill('start-ups');
  await page.getByLabel('Why this changes').last().fill('Agreed with the neighbours.');
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  await page.getByText('Saved.').first().waitFor();
  await colleague.getByLabel('Organisation 1').fill('The Chamber');
  await colleague.getByLabel('Why this changes').last().fill('They asked us.');
  await colleague.getByRole('button', { name: 'Save', exact: true }).last().click();
  await colleague.getByText('Somebody else changed this programme meanwhile').waitFor();
  await colleague.getByRole('cell', { name: 'Growth Hub of the Marches, start-ups' }).waitFor();
  await look(colleague, 'public-page-settings-conflict');

  await page.goto(orgPaths(world.org.slug).apply(world.programme.slug));
  await page.getByText('We are full until summer.').waitFor();
  await page.getByText('Growth Hub of the Marches, start-ups').waitFor();
  expect(await page.getByRole('button', { name: 'Begin' }).count()).toBe(0);
  await look(page, 'public-page-paused');

  await page.goto(paths.settings);
  const history = page.locator('#history');
  await history.getByText('Applications: open → paused').waitFor();
  await history.getByText('All places are taken.').waitFor();
  await look(page, 'programme-settings');
  await history.getByRole('link', { name: /history$/ }).click();
  await page
    .getByText('Other who may help: Growth Hub of the Marches: nothing → start-ups')
    .waitFor();
  await look(page, 'programme-history');
  await page.getByLabel('Setting', { exact: true }).selectOption('Applications');
  await press(page, 'Show');
  await page.getByText('1 change found').waitFor();
  await page.getByText('What the public page says while paused: nothing → We are full').waitFor();
});

test('a refusal names the others who may help, and a pause whose day is over asks for another', async () => {
  const world = await makeWorld(site.app);
  const paths = programmePaths(world.org.slug, world.programme.slug);
  const manager = await world.person({ roles: ['manager'] });
  const ctx = await world.ctxFor(manager);
  const edit = { programmeId: world.programme.id, reason: 'Full.' };
  await setSignposts(ctx, {
    ...{ ...edit, version: 1 },
    signposts: [{ name: 'Growth Hub of the Marches' }],
  });
  const enrolment = await world.enrolment({ state: 'applied' });
  await confirmAuthority(ctx, {
    ...{ enrolmentId: enrolment.id, code: 'E09000001', evidence: 'Rang the firm.' },
  });
  const page = await openAs(site, world, manager);
  await page.goto(paths.enrolment(enrolment.id).eligibility);
  await page.getByText('Write the refusal').click();
  expect(await page.getByLabel('Where to turn').inputValue()).toMatch(
    /\nGrowth Hub of the Marches$/,
  );
  await press(page, 'Refuse');
  const letters = await site.app.database.read(world.orgId, (tx) =>
    tx.selectFrom('mail').select('body').where('kind', '=', 'not-eligible').execute(),
  );
  expect(letters.map(({ body }) => body)).toEqual([
    expect.stringMatching(/Where to turn\n(.*\n)?Growth Hub of the Marches\n/),
  ]);

  await setApplications(ctx, {
    ...{ ...edit, version: 2 },
    ...{ isOpen: false, words: 'We are full.', until: '2026-12-01' },
  });
  const now = site.app.clock.now();
  try {
    site.app.clock.set('2026-12-02T10:00:00.000Z');
    await page.goto(orgPaths(world.org.slug).apply(world.programme.slug));
    await page.getByText('It was expected to take them again from 1 December 2026.').waitFor();
    await page.getByRole('listitem').getByText('Growth Hub of the Marches').waitFor();
    await page.goto(paths.today);
    await page.getByText(/Applications are paused, and the public page said/).waitFor();
    await look(page, 'today-pause-over');
    await page
      .getByRole('button', { name: /^Open or set a day/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Public page', level: 1 }).waitFor();
  } finally {
    site.app.clock.set(now);
  }
});
