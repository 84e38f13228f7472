import { expect, test } from 'vitest';
import { programmePaths } from '../../src/kernel/paths.ts';
import { makeWorld } from '../factories/world.ts';
import { look } from './desk-world.ts';
import { openAs } from './member.ts';
import { startSite } from './site.ts';

const site = await startSite();

/** A programme whose adviser has left two firms and an applicant behind. */
async function openDesk() {
  const world = await makeWorld(site.app);
  const manager = await world.person({ name: 'Priya Raman', roles: ['manager'] });
  const asha = await world.person({ name: 'Asha Patel', roles: ['adviser'] });
  for (const [name, state] of [
    ['Alder Bearings Ltd', 'eligible'],
    ['Birch Tools Ltd', 'eligible'],
    ['Cedar Looms Ltd', 'applied'],
  ] as const) {
    const enrolment = await world.enrolment({
      enterprise: await world.enterprise({ name }),
      state,
    });
    await site.app.database.tenant(world.orgId, (tx) =>
      tx
        .updateTable('enrolment')
        .set({ adviser_id: null })
        .where('id', '=', enrolment.id)
        .execute(),
    );
  }
  return { world, manager, asha, paths: programmePaths(world.org.slug, world.programme.slug) };
}

for (const javaScriptEnabled of [true, false]) {
  test(`a manager hands over the firms that nobody advises, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
    const { world, manager, asha, paths } = await openDesk();
    const page = await openAs(site, world, manager, { javaScriptEnabled });
    await page.goto(`${paths.today}?of=all`);
    await page.getByRole('link', { name: '1 applicant without an adviser', exact: true }).waitFor();
    if (javaScriptEnabled) await look(page, 'handing-over-today');
    await page.getByRole('button', { name: /^Hand it over\s+for Alder Bearings Ltd$/ }).click();
    await page.getByRole('heading', { name: 'Hand enterprises over', level: 1 }).waitFor();
    expect(await page.getByLabel('Alder Bearings Ltd').isChecked()).toBe(true);
    if (javaScriptEnabled) await look(page, 'handing-over');
    await page.getByRole('button', { name: 'Hand them over' }).click();
    await page.getByRole('link', { name: 'Say why.' }).waitFor();
    expect(await page.getByLabel('Alder Bearings Ltd').isChecked()).toBe(true);
    await page.getByLabel('Birch Tools Ltd').check();
    await page.getByLabel('Who looks after them from now on').selectOption(asha.id);
    await page.getByLabel('Why?').fill('Tom has left.');
    await page.getByRole('button', { name: 'Hand them over' }).click();
    await page.getByText('2 enterprises were handed over.').waitFor();
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    expect(await page.getByRole('button', { name: /^Hand it over/ }).count()).toBe(0);
    await page.goto(paths.handOver(asha.id));
    await page.getByText('Asha Patel looks after these').waitFor();
    expect(await page.getByLabel('Cedar Looms Ltd').count()).toBe(0);
  });
}
