import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { programmePaths } from '../../src/kernel/paths.ts';
import { makeWorld } from '../factories/world.ts';
import { expectAccessible } from './browser.ts';
import { openAs } from './member.ts';
import { startSite } from './site.ts';

const site = await startSite();

async function check(page: Page): Promise<void> {
  for (const viewport of [
    { width: 390, height: 800 },
    { width: 1280, height: 900 },
  ]) {
    await page.setViewportSize(viewport);
    await expectAccessible(page);
  }
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.waitForLoadState();
}

test('an adviser adds a firm, proves it eligible test by test and freezes its baseline', async () => {
  const world = await makeWorld(site.app);
  const paths = programmePaths(world.org.slug, world.programme.slug);
  const page = await openAs(site, world, await world.person({ roles: ['adviser'] }));

  await page.goto(paths.enterprises);
  await page.getByText('No enterprises yet').waitFor();
  await check(page);
  await page.getByRole('button', { name: 'Add an enterprise' }).click();
  await page.getByLabel('Company number').fill('ABC');
  await press(page, 'Add the enterprise');
  await page.getByRole('link', { name: 'Enter the name of the enterprise.' }).waitFor();
  await check(page);
  await page.getByLabel('Name', { exact: true }).fill('Linden Optics Ltd');
  await page.getByLabel('Company number').fill('07123456');
  await page.getByLabel('Activity codes').fill('26701');
  await press(page, 'Add the enterprise');
  await page.getByText('The enterprise was added.').waitFor();
  await page.getByRole('heading', { level: 1, name: 'Eligibility' }).waitFor();
  await page.getByRole('link', { name: 'Linden Optics Ltd' }).waitFor();
  await check(page);
  const enrolment = paths.enrolment(page.url().split('/').at(-2) ?? '');

  const save = async (test: string) => {
    await check(page);
    await press(page, 'Save and work it out');
    await page.getByText(/^Saved:/).waitFor();
    await page.goto(enrolment.eligibility);
    expect(test).not.toBe('');
  };
  await page.goto(enrolment.test('area'));
  await page.getByLabel('Local authority where it really trades').selectOption('E08000026');
  await press(page, 'Save and work it out');
  await page.getByRole('link', { name: /Say how you know/ }).waitFor();
  await page.getByLabel('How you know').fill('Visit on 3 November');
  await save('area');

  await page.goto(enrolment.test('size'));
  const year = page.getByRole('group', { name: 'Last closed year' });
  await year.getByLabel('Year ended on').fill('2026-03-31');
  await year.getByLabel('Staff, full-time equivalents').fill('8.5');
  await year.getByLabel('Turnover').fill('620,000');
  await year.getByLabel('Balance sheet total').fill('310,000');
  await page.getByLabel('Exchange rate').fill('1.15');
  await page.getByLabel('Day of the rate').fill('2026-11-02');
  await page.getByLabel(/has declared all firms/).check();
  await save('size');

  await page.goto(enrolment.test('trading-age'));
  await page.getByLabel('Trading since').fill('2021-06-01');
  await save('trading-age');
  await page.goto(enrolment.test('excluded-sector'));
  await page.getByLabel(/None of them/).check();
  await save('excluded-sector');
  await page.goto(enrolment.test('difficulty'));
  await page.getByLabel('No', { exact: true }).check();
  await page.getByLabel('Subscribed capital').fill('100,000');
  await page.getByLabel('Accumulated losses').fill('0');
  await save('difficulty');
  await page.goto(enrolment.test('subsidy-headroom'));
  await page.getByLabel(/has declared all earlier aid/).check();
  await page.getByLabel('Cash value of the planned support').fill('3,000');
  await page.getByLabel('Exchange rate').fill('1.15');
  await page.getByLabel('Day of the rate').fill('2026-11-02');
  await save('subsidy-headroom');
  await page.goto(enrolment.test('duplication'));
  await save('duplication');
  await page.goto(enrolment.test('growth-intent'));
  await page.getByLabel(/wants to reach/).fill('Double exports in two years');
  await page.getByLabel('Yes', { exact: true }).check();
  await page.getByLabel('Your reason').fill('Has a plan and orders');
  await save('growth-intent');

  await page.getByRole('heading', { name: 'Every test is met' }).waitFor();
  await check(page);
  await press(page, 'Take the enterprise in');
  await page.getByText('The enterprise is eligible.').waitFor();

  await page.goto(enrolment.baseline);
  await page.getByLabel('Accounting year ended on').fill('2026-03-31');
  await page.getByLabel('Staff, full-time equivalents').fill('8.5');
  await page.getByLabel('Turnover').fill('620,000');
  await page.getByLabel('Profit before tax').fill('-4,000');
  await check(page);
  await press(page, 'Save the figures');
  await press(page, 'Freeze the baseline');
  await page.getByText(/^Frozen on/).waitFor();
  await check(page);
});

test('the second of two people who change a firm is shown both versions', async () => {
  const world = await makeWorld(site.app);
  const enrolment = await world.enrolment();
  const paths = programmePaths(world.org.slug, world.programme.slug).enrolment(enrolment.id);
  const page = await openAs(site, world, await world.person({ roles: ['adviser'] }));
  await page.goto(paths.edit);
  await site.app.database.tenant(world.orgId, (tx) =>
    tx
      .updateTable('enterprise')
      .set({ sector: 'Optics', version: 2 })
      .where('id', '=', enrolment.enterprise.id)
      .execute(),
  );
  await page.getByLabel('Sector in your own words').fill('Lasers');
  await press(page, 'Save');
  await page.getByText('Somebody else changed this enterprise meanwhile').waitFor();
  await page.getByRole('cell', { name: 'Optics' }).waitFor();
  await check(page);
  await press(page, 'Save');
  await page.getByText('Saved.').waitFor();
});

test('people, documents, figures, notes, adviser and closing can be done by hand', async () => {
  const world = await makeWorld(site.app);
  const enrolment = await world.enrolment({ stage: 'growth' });
  const paths = programmePaths(world.org.slug, world.programme.slug).enrolment(enrolment.id);
  const page = await openAs(site, world, await world.person({ roles: ['adviser'] }));

  await page.goto(paths.people);
  await page.getByLabel('Name', { exact: true }).fill('Ines Duarte');
  await page.getByLabel('Email address').fill('ines@example.org');
  await page.getByLabel('Invite them to sign in as a participant').check();
  await press(page, 'Add');
  // Without a mail server whoever invites passes the link on.
  await page.getByText('An invitation is written.').waitFor();
  await page.getByText(/\/link\//).waitFor();
  await check(page);
  await page.goto(paths.people);
  await check(page);
  await page.getByRole('link', { name: 'Change Ines Duarte' }).click();
  await page.getByLabel('Telephone').fill('01904 555077');
  await check(page);
  await press(page, 'Save');
  await page.getByText('01904 555077').waitFor();

  await page.goto(paths.documents);
  await page.getByLabel('File').setInputFiles({
    name: 'accounts.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Turnover,480000\n'),
  });
  await page.getByLabel('What it is').selectOption('accounts');
  await press(page, 'Add');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'accounts.csv' }).click();
  expect((await download).suggestedFilename()).toBe('accounts.csv');
  await press(page, /^Remove/);
  await page.getByText('Removed (1)').click();
  await check(page);
  await press(page, /^Put back/);
  await page.getByText('is back.').waitFor();

  await page.goto(paths.measures);
  await page.getByLabel('Amount').fill('12.5');
  await page.getByLabel('Accounting year ends on').fill('2026-03-31');
  await press(page, 'Record');
  await page.getByText('The figure was recorded.').waitFor();
  await check(page);

  await page.goto(paths.notes);
  await page.getByRole('textbox', { name: 'Note' }).fill('The founders are about to part');
  await press(page, 'Keep the note');
  await page.getByText('The founders are about to part').waitFor();
  await check(page);

  await page.goto(paths.adviser);
  await check(page);
  await page.goto(paths.close);
  await check(page);
});

test('filters of a list are folded on a phone, until one is set, and open on a wide window', async () => {
  const world = await makeWorld(site.app);
  await world.enrolment({});
  const { enterprises } = programmePaths(world.org.slug, world.programme.slug);
  const page = await openAs(site, world, await world.person({ roles: ['adviser'] }));
  await page.goto(enterprises);
  const filter = page.getByLabel('Stage', { exact: true });
  expect(await filter.isVisible()).toBe(true);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  expect(await filter.isVisible()).toBe(false);
  await page.getByText('Filters', { exact: true }).click();
  await filter.selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByText('Filters (1 set)').waitFor();
  expect(await filter.isVisible()).toBe(true);
  await check(page);
});
