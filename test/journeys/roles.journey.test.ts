import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { makeWorld } from '../factories/world.ts';
import { expectAccessible } from './browser.ts';
import { openAs } from './member.ts';
import { picture } from './picture.ts';
import { startSite } from './site.ts';

const site = await startSite();

/** A page as a desk and as a phone shows it. */
async function check(page: Page, name: string): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
    await picture(page, `${name}-${width}`);
  }
}

test('a manager is made by two administrators, and the second sees who asked', async () => {
  const world = await makeWorld(site.app, { organisation: 'Two Keys Hub' });
  const asha = await world.person({ name: 'Asha Patel', roles: ['admin'] });
  const tom = await world.person({ name: 'Tom Reilly', roles: ['admin'] });
  const wen = await world.person({ name: 'Wen Li', roles: ['adviser'] });
  const people = `/o/${world.org.slug}/people`;

  const first = await openAs(site, world, asha);
  await first.goto(`${people}/${wen.id}`);
  await first.getByText('Give another role').click();
  await first.getByLabel('Programme manager').check();
  await first.getByLabel('Reason').fill('Runs the new programme');
  await first.getByRole('button', { name: 'Give the role' }).click();
  await first.getByText('The role waits for a second person.').waitFor();
  await check(first, 'role-waits');
  await first.getByRole('link', { name: 'Roles to confirm' }).click();
  await first.getByRole('button', { name: 'Take back Wen Li' }).waitFor();
  expect(await first.getByRole('button', { name: /^Confirm/ }).count()).toBe(0);
  await check(first, 'role-requests-own');

  const second = await openAs(site, world, tom);
  await second.goto(people);
  await check(second, 'people-with-requests');
  await second.getByRole('link', { name: '1 role waits for a second person' }).click();
  await second.getByText('by Asha Patel').waitFor();
  await check(second, 'role-requests');
  await second.getByRole('button', { name: 'Confirm Wen Li' }).click();
  await second.getByText('Confirmed: the role holds from now on.').waitFor();
  await second.getByText('Nothing waits').waitFor();
  await check(second, 'role-requests-empty');
  await second.goto(`${people}/${wen.id}`);
  await second.getByText('by Asha Patel and Tom Reilly').waitFor();
});
