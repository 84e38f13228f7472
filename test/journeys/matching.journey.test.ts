import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { mentorPaths, participantPaths, programmePaths } from '../../src/kernel/paths.ts';
import { secretMailedTo } from '../factories/accounts.ts';
import { makeWorld } from '../factories/world.ts';
import { openPage } from './browser.ts';
import { look } from './desk-world.ts';
import { openAs } from './member.ts';
import { startSite } from './site.ts';

const site = await startSite();

const check = (page: Page, name: string) => look(page, `matching-${name}`);

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.waitForLoadState();
}

/** A need for money, three mentors who may help and one who may not, and the adviser signed in. */
async function openDesk() {
  const world = await makeWorld(site.app);
  const adviser = await world.person({ name: 'Asha Patel', roles: ['adviser'] });
  const lead = await world.person({ name: 'Tom Reilly', roles: ['participant'] });
  const enterprise = await world.enterprise({ name: 'Alder Bearings Ltd', lead });
  const enrolment = await world.enrolment({ enterprise, adviser });
  const need = await world.need({ enrolment, area: 'finance', openedOn: '2026-11-20' });
  const named = (name: string) => world.person({ name, roles: ['mentor'] });
  const grace = await world.mentor({
    person: await named('Grace Okafor'),
    expertise: { finance: 5, strategy: 4 },
    sectors: ['engineering'],
  });
  const wen = await world.mentor({
    person: await named('Wen Li'),
    expertise: { finance: 4 },
    places: 2,
  });
  await world.mentor({ person: await named('Idris Khan'), expertise: { finance: 3 } });
  await world.mentor({ person: await named('Marta Nowak'), live: false });
  const paths = programmePaths(world.org.slug, world.programme.slug);
  const page = await openAs(site, world, adviser);
  return { world, lead, enrolment, need, grace, wen, paths, page };
}

test('the firm chooses from a shortlist by letter, the mentor says yes by letter', async () => {
  const { world, lead, need, grace, paths, page } = await openDesk();
  await page.goto(paths.needs);
  await page.getByRole('link', { name: 'Alder Bearings Ltd', exact: true }).waitFor();
  await check(page, 'queue');
  await page.getByRole('link', { name: /Find a mentor/ }).click();
  await page.getByRole('heading', { name: '3 mentors can be asked' }).waitFor();
  await page.getByText('Who is left out, and why (1)').click();
  await page.getByText('Has not completed the induction.').waitFor();
  await check(page, 'ranking');

  await page.getByRole('link', { name: 'Compare Grace Okafor' }).click();
  await page.getByRole('link', { name: 'Compare Wen Li' }).click();
  await page.getByRole('heading', { name: 'Side by side' }).waitFor();
  await check(page, 'compare');

  await press(page, 'Send the shortlist');
  await page.getByText('Choose two or three mentors.').first().waitFor();
  await page.getByLabel('On the shortlist Grace Okafor').check();
  await page.getByLabel('On the shortlist Wen Li').check();
  await page
    .getByLabel('A word to the enterprise')
    .fill('Both have steered small firms through a tight year.');
  await press(page, 'Send the shortlist');
  await page.getByText('The enterprise chooses until 1 December 2026').waitFor();
  await check(page, 'sent');

  const firm = await openPage(site.url);
  const choose = await secretMailedTo(world, lead.email ?? '');
  await firm.goto(`/o/${world.org.slug}/link/${choose}`);
  await firm.getByRole('heading', { name: 'Choose your mentor' }).waitFor();
  await check(firm, 'shortlist');
  await firm.getByLabel('None of them fits').check();
  await press(firm, 'Send');
  await firm.getByText('Say in a sentence why').first().waitFor();
  await firm.getByRole('radio', { name: 'Grace Okafor' }).check();
  await press(firm, 'Send');
  await firm.getByText('You have chosen Grace Okafor, who is asked now.').waitFor();

  const mentor = await openPage(site.url);
  const offered = await secretMailedTo(world, grace.person.email ?? '');
  await mentor.goto(`/o/${world.org.slug}/link/${offered}`);
  await mentor.getByRole('heading', { name: /^Can you help an enterprise/ }).waitFor();
  await check(mentor, 'offer');
  await mentor.reload();
  await press(mentor, 'Yes, I will help');
  await mentor.getByRole('heading', { name: 'You help Alder Bearings Ltd' }).waitFor();
  await mentor.getByRole('heading', { name: 'Ring them within a week' }).waitFor();
  await check(mentor, 'introduced');

  await page.goto(paths.matching(need.id));
  await page.getByRole('link', { name: 'Open the match' }).click();
  await page.getByRole('heading', { name: 'Grace Okafor with Alder Bearings Ltd' }).waitFor();
  await check(page, 'match');
  await page.getByRole('button', { name: 'The need has changed' }).click();
  await page.getByLabel('What is needed next').selectOption('export');
  await page.getByLabel('In a sentence or two').fill('First customers in Ireland.');
  await check(page, 'change');
  await page.getByLabel('What must the next mentor know?').fill('');
  await press(page, 'See both letters');
  await press(page, 'Open the next need and send the letters');
  await page.getByText('Say what the next mentor must know.').first().waitFor();
  await page.getByLabel('What must the next mentor know?').fill('The forecast is in place.');
  await press(page, 'Open the next need and send the letters');
  await page.getByText('The next need is open. Find the mentor for it.').waitFor();
  await page.goto(paths.offers);
  await page.getByRole('cell', { name: 'Accepted' }).waitFor();
  await check(page, 'offers');
});

test('a mentor asked directly says no in two taps, and the need is in the queue again', async () => {
  const { world, need, wen, paths, page } = await openDesk();
  await page.goto(paths.matching(need.id));
  await page.getByText('Ask Wen Li directly').click();
  await press(page, 'Send the offer');
  await page.getByText('Say why you choose this mentor').first().waitFor();
  await page.getByLabel('Why this mentor and not the one ranked first?').first().fill('Is nearer.');
  await page.locator('details[open]').getByRole('button', { name: 'Send the offer' }).click();
  await page.getByText('The mentor is asked').waitFor();
  const mentor = await openAs(site, world, wen.person);
  const offers = await site.app.database.read(world.orgId, (tx) =>
    tx.selectFrom('offer').select('id').where('need_id', '=', need.id).execute(),
  );
  await mentor.goto(mentorPaths(world.org.slug).offer(offers[0]?.id ?? ''));
  await mentor.getByText('No, not this time').click();
  await press(mentor, 'No time');
  await page.goto(paths.matching(need.id));
  await page.getByText('Declined', { exact: true }).waitFor();
  await page.goto(paths.offers);
  await page.getByRole('cell', { name: /No time/ }).waitFor();
});

test('a mentor is added, admitted, described and paused', async () => {
  const { world, enrolment, grace, paths, page } = await openDesk();
  await page.goto(paths.mentors);
  await page.getByText('Grace Okafor').waitFor();
  await check(page, 'mentors');
  await page.goto(paths.mentor(grace.id));
  await check(page, 'mentor');
  for (const section of ['about', 'times', 'expertise', 'style']) {
    await page.goto(paths.editMentor(grace.id, section));
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
  }
  const manager = await openAs(
    site,
    world,
    await world.person({ name: 'Rosa Flint', roles: ['manager'] }),
  );
  await manager.goto(paths.newMentor);
  await manager.getByLabel('Name').fill('Joan Ashby');
  await manager.getByLabel('Email').fill('joan.ashby@example.org');
  await press(manager, 'Add');
  await manager.getByText('Record the induction', { exact: true }).click();
  await press(manager, 'Record');
  await manager.getByText('The induction is recorded.').waitFor();
  await manager.getByText('Record the signed code').click();
  await press(manager, 'Record');
  await manager.getByText('The signed code is recorded.').waitFor();
  for (const section of ['about', 'times', 'expertise', 'style']) {
    await manager.goto(paths.editMentor(grace.id, section));
    await check(manager, `edit-${section}`);
    await press(manager, 'Save');
    await manager.getByText('Saved.').waitFor();
  }
  await manager.goto(paths.mentorConflicts(grace.id));
  await manager.getByLabel('Find the enterprise').fill('Alder');
  await manager.getByRole('button', { name: 'Search' }).click();
  await manager.getByLabel('Alder Bearings Ltd').check();
  await check(manager, 'conflicts');
  await press(manager, 'Declare');
  await manager.getByText('Declared.').waitFor();
  await manager.goto(paths.enrolment(enrolment.id).style);
  await check(manager, 'style');
  await press(manager, 'Save');

  const mentor = await openAs(site, world, grace.person);
  await mentor.goto(mentorPaths(world.org.slug).profile);
  await check(mentor, 'own-profile');
  await mentor.getByText('I need a break').click();
  await check(mentor, 'own-pause');
  await mentor.getByLabel('Why').fill('Holiday');
  await press(mentor, 'Pause');
  await mentor.getByText('You are paused').waitFor();
});

test('a firm says how it likes to work', async () => {
  const { world, lead } = await openDesk();
  const firm = await openAs(site, world, lead);
  await firm.goto(participantPaths(world.org.slug).style);
  await firm.getByLabel('What should your mentor be like?').fill('Somebody who asks first.');
  await check(firm, 'own-style');
  await press(firm, 'Save');
  await firm
    .getByText('Your answers are kept, and count whenever we look for a mentor for you.')
    .waitFor();
});
