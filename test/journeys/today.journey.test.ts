import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { logContact } from '../../src/modules/diagnosis/commands/log-contact.ts';
import { makeWorld } from '../factories/world.ts';
import { firm, look, met, pathsOf, press } from './desk-world.ts';
import { openAs } from './member.ts';
import { startSite } from './site.ts';

const site = await startSite({ now: '2026-11-24T10:00:00.000Z' });

/** An adviser with four rows: an overdue call, a changed issue and missed appointments of one firm, and a call. */
async function openDesk() {
  const world = await makeWorld(site.app);
  const adviser = await world.person({ name: 'Asha Patel', roles: ['adviser'] });
  await firm(world, 'Alder Bearings Ltd', { adviser, nextContactOn: '2026-11-16' });
  const birch = await firm(world, 'Birch Bakery Ltd', { adviser, nextContactOn: '2026-11-17' });
  await met(world, birch, { attendance: 'no-show' });
  const cedar = await firm(world, 'Cedar Software Ltd', { adviser });
  await met(world, cedar);
  await logContact(await world.ctxFor(adviser), {
    enrolmentId: cedar.id,
    kind: 'call',
    hasIssueChanged: true,
    changedIssue: 'Staff leave.',
  });
  await world.enrolment({
    enterprise: await world.enterprise({ name: 'Dogwood Prints Ltd' }),
    state: 'applied',
    appliedOn: '2026-11-01',
    adviser,
  });
  return { world, adviser, paths: pathsOf(world) };
}

const nextFirm = (page: Page, name: string) =>
  page.locator('#next').getByRole('link', { name, exact: true }).waitFor();

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
  test(`an adviser empties Today row by row, ${how}`, async () => {
    const { world, adviser, paths } = await openDesk();
    const page = await openAs(site, world, adviser, { javaScriptEnabled });
    await page.goto(paths.today);
    const due = page.getByRole('list', { name: 'Due now' });
    expect(await due.getByRole('link', { name: 'Birch Bakery Ltd', exact: true }).count()).toBe(1);
    await due.getByText('to decide, 13 days late', { exact: true }).waitFor();
    if (javaScriptEnabled) await look(page, 'today-rows');

    await page.getByRole('button', { name: 'Log a contact for Alder Bearings Ltd' }).click();
    await press(page, 'Keep the contact');
    await page.getByText('Kept. The next contact is on').waitFor();
    await nextFirm(page, 'Birch Bakery Ltd');
    if (javaScriptEnabled) await look(page, 'today-next');

    await page
      .locator('#next')
      .getByRole('link', { name: /Not now, or keep it/ })
      .click();
    await page.getByRole('heading', { name: 'Not now, or keep it' }).waitFor();
    await press(page, 'Keep it');
    await page.getByText('Say why it is fine as it is.').first().waitFor();
    if (javaScriptEnabled) await look(page, 'today-aside');
    await page.getByLabel('Why it is fine').fill('They are away until Monday.');
    await press(page, 'Keep it');
    await nextFirm(page, 'Birch Bakery Ltd');
    await page.locator('#next').getByText('match silent', { exact: true }).waitFor();
    await page
      .locator('#next')
      .getByRole('link', { name: /Not now, or keep it/ })
      .click();
    await press(page, 'Put it off');
    await page.locator('#next').getByText('two missed', { exact: true }).waitFor();
    await page
      .locator('#next')
      .getByRole('button', { name: 'Step in for Birch Bakery Ltd' })
      .click();
    await press(page, 'Keep the contact');
    await nextFirm(page, 'Cedar Software Ltd');
    await page.locator('#next').getByText('“Staff leave.”').waitFor();
    await page
      .locator('#next')
      .getByRole('link', { name: /Not now, or keep it/ })
      .click();
    await press(page, 'Put it off');
    await nextFirm(page, 'Dogwood Prints Ltd');
    await page
      .locator('#next')
      .getByRole('link', { name: /Not now, or keep it/ })
      .click();
    await press(page, 'Put it off');
    await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
    await page.getByText('Put aside: 3').click();
    await page.getByRole('button', { name: /Bring it back.*Cedar Software Ltd/ }).click();
    await page.getByText('The row is back on the list.').waitFor();
    await page.getByText('issue changed', { exact: true }).waitFor();
  });
}
