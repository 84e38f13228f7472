import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { programmePaths } from '../../src/kernel/paths.ts';
import { secretMailedTo } from '../factories/accounts.ts';
import { makeWorld } from '../factories/world.ts';
import { openPage } from './browser.ts';
import { look } from './desk-world.ts';
import { openAs } from './member.ts';
import { startSite } from './site.ts';

const site = await startSite();

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.waitForLoadState();
}

const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** Two needs for money, three mentors who may help, and the adviser signed in. */
async function openDesk(mentorChoice: 'adviser-appoints' | 'firm-chooses') {
  const world = await makeWorld(site.app, { mentorChoice });
  const adviser = await world.person({ name: 'Asha Patel', roles: ['adviser'] });
  const needOf = async (name: string, openedOn: string) => {
    const lead = await world.person({ name: `Lead of ${name}`, roles: ['participant'] });
    const enrolment = await world.enrolment({
      enterprise: await world.enterprise({ name, lead }),
      adviser,
    });
    return world.need({ enrolment, area: 'finance', openedOn });
  };
  const alder = await needOf('Alder Bearings Ltd', '2026-11-09');
  const birch = await needOf('Birch Foods Ltd', '2026-11-16');
  const mentors = [
    ['Grace Okafor', 5],
    ['Wen Li', 4],
    ['Idris Khan', 3],
  ] as const;
  for (const [name, finance] of mentors) {
    const person = await world.person({ name, roles: ['mentor'] });
    await world.mentor({ person, expertise: { finance }, places: 3 });
  }
  const paths = programmePaths(world.org.slug, world.programme.slug);
  return { world, alder, birch, paths, page: await openAs(site, world, adviser) };
}

test('where the firm chooses, the shortlist is filled, and asking directly wants a reason', async () => {
  const { world, alder, paths, page } = await openDesk('firm-chooses');
  await page.goto(paths.matching(alder.id));
  await said(page, 'In this programme the firm chooses');
  expect(await page.getByLabel('On the shortlist Wen Li').isChecked()).toBe(true);
  await page.getByText('Ask Grace Okafor directly').click();
  await look(page, 'mentor-choice-need');
  await page.getByRole('form', { name: 'Ask Grace Okafor' }).getByRole('button').click();
  await said(page, 'say why this mentor is asked directly');
  await page.getByLabel('On the shortlist Idris Khan').uncheck();
  await press(page, 'Send the shortlist');
  await said(page, 'The enterprise chooses until');

  await page.goto(paths.matchDesk);
  await press(page, 'Read the letters');
  await page.getByText(/^Read and change the letter/).click();
  const chooses = page.getByLabel('Birch Foods Ltd chooses from a shortlist');
  expect(await chooses.isChecked()).toBe(true);
  await look(page, 'mentor-choice-letters');
  await page.getByLabel(/ is asked$/).check();
  await press(page, 'Send the ticked letters');
  await said(page, 'say why this mentor is asked directly');
  await look(page, 'mentor-choice-letters-refused');
  await page.getByLabel('Birch Foods Ltd chooses from a shortlist').check();
  await press(page, 'Send the ticked letters');
  await said(page, '1 letter written; they stay in the mailbox here.');
  const lists = await site.app.database.read(world.orgId, (tx) =>
    tx.selectFrom('shortlist_mentor').select('shortlist_id').execute(),
  );
  expect(lists).toHaveLength(5);
});

test('where the adviser appoints, no page offers a shortlist', async () => {
  const { alder, paths, page } = await openDesk('adviser-appoints');
  await page.goto(paths.matching(alder.id));
  await said(page, 'no shortlist is sent in this programme');
  expect(await page.getByText(/On the shortlist/).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Send the shortlist' }).count()).toBe(0);
  await look(page, 'mentor-choice-appoints');
  await page.goto(paths.matchDesk);
  await press(page, 'Read the letters');
  await page.getByRole('heading', { name: '2 letters to send' }).waitFor();
  expect(await page.getByText('chooses from a shortlist').count()).toBe(0);
});

test('a manager sets in the settings whether the firm chooses', async () => {
  const { world, paths } = await openDesk('adviser-appoints');
  const manager = await world.person({ name: 'Mira Lang', roles: ['manager'] });
  const page = await openAs(site, world, manager);
  await page.goto(paths.setup('mentoring'));
  await look(page, 'mentor-choice-setting');
  await page.getByLabel('The firm chooses from a shortlist').check();
  await page.getByLabel('Why does this change?').fill('Agreed with the funder.');
  await press(page, 'Save');
  await said(page, 'The firm chooses from a shortlist');
  await look(page, 'mentor-choice-summary');
});

test('two of a firm answer one list: the second reads what held, and keeps their words', async () => {
  const { world, alder, paths, page } = await openDesk('firm-chooses');
  await page.goto(paths.matching(alder.id));
  await press(page, 'Send the shortlist');
  await said(page, 'The enterprise chooses until');
  const secret = await secretMailedTo(world, alder.enrolment.enterprise.lead?.email ?? '');
  const visitor = async () => {
    const one = await openPage(site.url);
    await one.goto(`/o/${world.org.slug}/link/${secret}`);
    await one.getByRole('heading', { name: 'Choose your mentor' }).waitFor();
    return one;
  };
  const [first, second] = [await visitor(), await visitor()];
  await first.getByLabel('None of them fits').check();
  await first.getByLabel('Why, or what the mentor should know').fill('All are too far away.');
  await press(first, 'Send');
  await said(first, 'You said that none of them fits.');
  await second.getByRole('radio', { name: 'Wen Li' }).check();
  await second
    .getByLabel('Why, or what the mentor should know')
    .fill('Please start before Easter.');
  await press(second, 'Send');
  await said(second, 'Somebody of your enterprise has answered already');
  await said(second, 'You said that none of them fits.');
  expect(await second.getByLabel('What you typed').inputValue()).toBe(
    'Please start before Easter.',
  );
  await look(second, 'mentor-choice-late');
});
