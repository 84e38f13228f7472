import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { orgPaths, programmePaths } from '../../src/kernel/paths.ts';
import { shippedRuleSet } from '../../src/modules/programmes/shipped-rule-sets/shipped.ts';
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

test('a manager writes the rules of a local agreement, reads what differs, and the programme adopts them', async () => {
  const world = await makeWorld(site.app);
  const org = orgPaths(world.org.slug);
  const page = await openAs(site, world, await world.person({ roles: ['manager'] }));
  await page.goto(org.ruleSets);
  await page.getByRole('button', { name: /^Copy UK Shared/ }).click();
  await page.getByText('Copied. Make a new version of it').waitFor();
  await press(page, 'Make a new version');
  await look(page, 'rule-set-edit');

  await page.getByLabel('What is the new version called?').fill('2027, Marches');
  const first = page.locator('main form details').first();
  await first.locator('summary').click();
  await first.getByLabel('Amount to reach').fill('2500');
  const add = page.locator('main form details', { hasText: 'Add another indicator' }).first();
  await add.locator('summary').click();
  await add.getByLabel('Code').fill('L1');
  await press(page, 'Save as a new version');
  await page.getByRole('link', { name: 'L1: Fill this in.' }).waitFor();
  expect(await page.getByLabel('What is the new version called?').inputValue()).toBe(
    '2027, Marches',
  );
  await look(page, 'rule-set-edit-refused');
  const typed = page.locator('details[open]', { has: page.locator('input[value="L1"]') });
  await typed.getByLabel('Name', { exact: true }).fill('Firms with a plan for export');
  await typed.getByLabel('Evidence asked for').fill('The plan, signed');
  await press(page, 'Save as a new version');
  await page.getByRole('heading', { name: 'What differs', level: 1 }).waitFor();
  await page.getByText('It holds for a programme once its settings adopt it.').waitFor();
  await page.getByRole('row', { name: /Indicator L1 added/ }).waitFor();
  await page.getByRole('row', { name: /threshold changed .*£2,500/ }).waitFor();
  await look(page, 'rule-set-comparison');

  const paths = programmePaths(world.org.slug, world.programme.slug);
  await page.goto(paths.setup('rules'));
  await page.getByLabel('UK Shared Prosperity Fund, version 2027, Marches').check();
  await page.getByLabel('In force for us from').fill('2026-12-01');
  await page.getByLabel('Why does this change?').fill('Our agreement, clause 4.');
  await press(page, 'Save');
  await page.getByText('Saved.').first().waitFor();
  await page
    .locator('#history')
    .getByText('UK Shared Prosperity Fund, version 2027, Marches, from 1 December 2026')
    .waitFor();

  // The version in force stays; the copy that nobody adopted can go.
  const ruleSets = orgPaths(world.org.slug).ruleSets;
  await page.goto(ruleSets);
  const open = (version: string) =>
    page
      .getByRole('row', { name: `UK Shared Prosperity Fund ${version}` })
      .getByRole('link')
      .click();
  await open('2027, Marches');
  await page.getByText(`Adopted by ${world.programme.name}`).waitFor();
  expect(await page.getByText('Remove this version').count()).toBe(0);
  await page.goto(ruleSets);
  await open(shippedRuleSet('ukspf').version);
  await page.getByText('Remove this version').click();
  await look(page, 'rule-set-remove');
  await press(page, 'Remove it from the list');
  await page.getByText('is removed.').first().waitFor();
});
