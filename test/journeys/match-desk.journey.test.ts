import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { programmePaths } from '../../src/kernel/paths.ts';
import { offerMatch } from '../../src/modules/matching/commands/offer-match.ts';
import { makeWorld } from '../factories/world.ts';
import { look } from './desk-world.ts';
import { openAs } from './member.ts';
import { startSite } from './site.ts';

const site = await startSite();

/** Three firms with a need each, two mentors for them, and the adviser signed in. */
async function openDesk({ wenPlaces = 1 } = {}) {
  const world = await makeWorld(site.app);
  const adviser = await world.person({ name: 'Asha Patel', roles: ['adviser'] });
  const need = async (firm: string, area: string, openedOn: string, priority: 2 | 3 = 2) => {
    const enterprise = await world.enterprise({ name: firm });
    const enrolment = await world.enrolment({ enterprise, adviser });
    return world.need({ enrolment, area, openedOn, priority });
  };
  const alder = await need('Alder Bearings Ltd', 'finance', '2026-10-12');
  const birch = await need('Birch Foods Ltd', 'finance', '2026-11-09', 3);
  const cedar = await need('Cedar Toys Ltd', 'export', '2026-11-16');
  const named = (name: string) => world.person({ name, roles: ['mentor'] });
  const grace = await world.mentor({
    person: await named('Grace Okafor'),
    expertise: { finance: 5, export: 5 },
    places: 1,
  });
  const wen = await world.mentor({
    person: await named('Wen Li'),
    expertise: { finance: 4 },
    places: wenPlaces,
  });
  await world.mentor({ person: await named('Marta Nowak'), live: false });
  const paths = programmePaths(world.org.slug, world.programme.slug);
  const page = await openAs(site, world, adviser);
  return { world, adviser, alder, birch, cedar, grace, wen, paths, page };
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.waitForLoadState();
}

const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

test('an adviser sees the proposal, changes one thing, takes it back and sends the letters', async () => {
  const { world, adviser, birch, cedar, grace, wen, paths, page } = await openDesk();
  await page.goto(paths.needs);
  await page.getByRole('link', { name: 'Match desk' }).first().click();
  await page.getByRole('heading', { name: '2 needs with a mentor' }).waitFor();
  await said(page, 'Proved: no other way');
  await said(page, 'compete for 2 places');
  await look(page, 'match-desk-list');

  await page.getByRole('link', { name: /Why, and change.*Birch/ }).click();
  await page.getByRole('heading', { name: 'Who for Birch Foods Ltd?' }).waitFor();
  await said(page, /Would cost the programme [\d.,]+ points/);
  await page.getByText('Who cannot have it, and why (1)').click();
  await said(page, 'Has not completed the induction.');
  await look(page, 'match-desk-need');

  await page.getByText('Give it to Wen Li').click();
  await page.getByRole('form', { name: 'Give it to Wen Li' }).getByRole('button').click();
  await said(page, 'Say why, so that it can be understood later.');
  const give = page.getByRole('form', { name: 'Give it to Wen Li' });
  await give.getByLabel('Why').fill('They have met at the fair.');
  await give.getByRole('button').click();
  await said(page, 'Birch Foods Ltd goes to Wen Li.');
  await page.getByText(/What moved/).click();
  await look(page, 'match-desk-changed');

  await press(page, /^Undo/);
  await said(page, 'The last step is taken back.');
  await press(page, /^Redo/);
  await said(page, 'Birch Foods Ltd goes to Wen Li.');
  await press(page, /^\+1.*Wen Li/);
  await page.getByRole('heading', { name: '3 needs with a mentor' }).waitFor();

  await page.getByRole('link', { name: 'Matrix' }).click();
  await page.getByRole('heading', { name: 'Needs and mentors' }).waitFor();
  await look(page, 'match-desk-matrix');
  await page
    .locator('tr', { hasText: 'Birch Foods Ltd' })
    .locator('[data-move-from]')
    .dragTo(page.locator(`tr[data-move-row="${birch.id}"] [data-move-to="${grace.id}"]`));
  expect(await page.getByLabel('Give it to').inputValue()).toBe(grace.id);
  await page.getByLabel('Need', { exact: true }).selectOption(cedar.id);
  await page.getByLabel('Give it to').selectOption({ label: 'Wen Li' });
  await page.getByLabel('Why').fill('He asked for it.');
  await press(page, 'Decide, and solve the rest anew');
  await said(page, 'Wen Li cannot take this need.');

  await page.goto(paths.matchDesk);
  await page.getByRole('button', { name: 'Read the letters' }).click();
  await page.getByRole('heading', { name: '3 letters to send' }).waitFor();
  await page.getByText('Read and change the letter to Grace Okafor').click();
  await look(page, 'match-desk-letters');
  await said(page, 'Needs one place more than agreed');
  await page
    .getByLabel('What the mentor reads before saying yes')
    .and(page.locator(':visible'))
    .fill('Toys for export, a careful firm.');

  // A colleague asks another mentor for one of the needs while the letters are open.
  await offerMatch(await world.ctxFor(adviser), {
    needId: birch.id,
    mentorId: wen.id,
    overrideReason: 'Nearer.',
  });
  await press(page, 'Send the ticked letters');
  await said(page, /1 letter written; .*\. 1 pair could not be sent; the reasons stand below\./);
  await said(page, 'A mentor was asked for this need meanwhile.');
  await look(page, 'match-desk-sent');
  await press(page, 'Prove it again');
  await said(page, 'The proof holds');

  const sent = await site.app.database.read(world.orgId, (tx) =>
    tx.selectFrom('offer').select(['need_id', 'mentor_id', 'outline']).execute(),
  );
  expect(sent).toHaveLength(2);
  expect(sent.find((offer) => offer.need_id === cedar.id)).toMatchObject({
    mentor_id: grace.id,
    outline: 'Toys for export, a careful firm.',
  });
  await page.getByRole('link', { name: 'Allocations' }).first().click();
  await said(page, 'Holds');
  await look(page, 'match-desk-allocations');
});

test('existing matches stay unless the adviser lets them move', async () => {
  const { world, alder, grace, paths, page } = await openDesk({ wenPlaces: 2 });
  await world.match({ need: alder, mentor: grace });
  await page.goto(paths.matchDeskLoyalty);
  await said(page, '1 match goes on');
  await page.getByText('Show as a table').click();
  await look(page, 'match-desk-existing');
  await page.getByLabel('0 points', { exact: true }).check();
  await press(page, 'Solve anew');
  await said(page, 'Existing matches may move.');
  await said(page, '1 match would move');
  await look(page, 'match-desk-moves');
  await page.getByRole('link', { name: /^Change the mentor of Alder Bearings Ltd/ }).click();
  await page.getByRole('heading', { name: 'Say first why it changes' }).waitFor();
});

test('two advisers on one desk: the second sees that it changed and loses nothing typed', async () => {
  const { world, birch, paths, page } = await openDesk();
  const other = await openAs(
    site,
    world,
    await world.person({ name: 'Ben Shaw', roles: ['adviser'] }),
  );
  await page.goto(paths.matchDeskNeed(birch.id));
  await other.goto(paths.matchDesk);
  await press(other, /^Leave out.*Grace/);
  await page.getByText('Let it wait on purpose').click();
  await page.getByLabel('Why').first().fill('They asked to wait until January.');
  await press(page, 'Let it wait');
  await said(page, /Somebody else changed this/);
  expect(await page.getByLabel('Why').first().inputValue()).toBe(
    'They asked to wait until January.',
  );
});

test('after a change the page opens again at the line it was about, with the keyboard on it', async () => {
  const { birch, wen, paths, page } = await openDesk();
  const focused = () => page.evaluate<string>('document.activeElement.id');
  await page.goto(paths.matchDesk);
  await page.getByRole('button', { name: /^Leave out.*Wen Li/ }).press('Enter');
  await said(page, 'Wen Li gets nobody in this run.');
  expect(await focused()).toBe(`mentor-${wen.id}`);
  await page.getByRole('button', { name: /^Keep.*Birch/ }).press('Enter');
  await said(page, 'Birch Foods Ltd goes to Grace Okafor.');
  expect(await focused()).toBe(`need-${birch.id}`);
  await page.getByRole('button', { name: /^Undo/ }).press('Enter');
  await said(page, 'The last step is taken back.');
  expect(await focused()).toBe(`need-${birch.id}`);
});

test('a letter that goes to another mentor than was seen waits to be ticked again', async () => {
  const { world, paths, page } = await openDesk();
  const other = await openAs(
    site,
    world,
    await world.person({ name: 'Ben Shaw', roles: ['adviser'] }),
  );
  await page.goto(paths.matchDeskLetters);
  await page.getByRole('checkbox', { name: 'Grace Okafor for Birch Foods Ltd' }).waitFor();
  await other.goto(paths.matchDesk);
  await press(other, /^Leave out.*Grace/);
  await press(page, 'Send the ticked letters');
  await said(page, /Somebody else changed this/);
  await said(page, 'Another mentor than you saw');
  await said(page, 'Not among these letters any more: Alder Bearings Ltd.');
  const again = page.getByRole('checkbox', { name: 'Wen Li for Birch Foods Ltd' });
  expect(await again.isChecked()).toBe(false);
  await look(page, 'match-desk-letters-changed');
});
