import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { programmePaths } from '../../src/kernel/paths.ts';
import { expireOffers } from '../../src/modules/matching/commands/expire-offers.ts';
import { offerMatch } from '../../src/modules/matching/commands/offer-match.ts';
import { askFits } from '../../src/modules/matching/fit/commands/ask-fits.ts';
import { logSession } from '../../src/modules/sessions/commands/log-session.ts';
import { makeLink } from '../../src/platform/links.ts';
import { secretMailedTo } from '../factories/accounts.ts';
import { usualNow } from '../factories/app.ts';
import { usualSession } from '../factories/session-desk.ts';
import { makeWorld, type World } from '../factories/world.ts';
import { expectAccessible, openPage, phone } from './browser.ts';
import { look } from './desk-world.ts';
import { openAs } from './member.ts';
import { picture } from './picture.ts';
import { startSite } from './site.ts';

const site = await startSite();

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.waitForLoadState();
}

async function see(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await picture(page, `answers-${name}`);
}

const pathsOf = (world: World) => programmePaths(world.org.slug, world.programme.slug);

test('a mentor who was late says that they would still help, and is asked again with one button', async () => {
  const world = await makeWorld(site.app);
  const adviser = await world.person({ name: 'Grace Okafor', roles: ['adviser'] });
  const need = await world.need({ enrolment: await world.enrolment({ adviser }), area: 'finance' });
  const mentor = await world.mentor({ expertise: { finance: 5 } });
  const asAdviser = await world.ctxFor(adviser);
  const paths = pathsOf(world);
  const { offerId } = await offerMatch(asAdviser, { needId: need.id, mentorId: mentor.id });
  const secret = await secretMailedTo(world, mentor.person.email ?? '');
  const staff = await openAs(site, world, adviser);
  await staff.goto(paths.offer(offerId));
  await staff.getByRole('heading', { name: 'The letter', exact: true }).waitFor();
  await look(staff, 'answers-offer');
  await press(staff, 'Send the question again');
  await staff.getByText('has not left yet').first().waitFor();

  site.app.clock.set('2026-12-02T10:00:00.000Z');
  await expireOffers(world.systemCtx(), {});
  const page = await openPage(site.url, { ...phone, javaScriptEnabled: false });
  await page.goto(`/l/${world.org.slug}/${secret}/offer`);
  await page.getByText('The time to answer this has passed').waitFor();
  await press(page, 'I would still like to help');
  await page.getByText('Thank you. Grace Okafor knows').waitFor();

  await staff.goto(paths.today);
  await staff.getByText('would still like to help').waitFor();
  await look(staff, 'answers-today');
  await staff
    .getByRole('button', { name: /Ask again/ })
    .first()
    .click();
  await staff.getByRole('heading', { name: 'The time to answer has passed' }).waitFor();
  await look(staff, 'answers-late-yes');
  await press(staff, /^Ask .* again$/);
  await staff.getByText('The mentor is asked again.').waitFor();
  site.app.clock.set(usualNow);
});

test('a firm takes back a slip of the finger, and marks what it agreed as done', async () => {
  const world = await makeWorld(site.app);
  const match = await world.match();
  const { lead } = match.need.enrolment.enterprise;
  const mentor = await world.ctxFor(match.mentor.person);
  await logSession(mentor, {
    ...{ matchId: match.id, ...usualSession },
    actions: [{ owner: 'enterprise', title: 'Send the order book' }],
  });
  await askFits(world.systemCtx(), {});
  const { secret } = await site.app.database.tenant(world.orgId, (tx) =>
    makeLink(tx, world.systemCtx(), { purpose: 'firm-page', personId: lead?.id, days: 7 }),
  );
  const page = await openPage(site.url, phone);
  const home = `/l/${world.org.slug}/${secret}/my`;
  await page.goto(home);
  await page
    .getByRole('link', { name: /whether it fits|Does it fit/ })
    .first()
    .click();
  await press(page, 'Not good');
  await page.getByText('Nobody is told before that.').waitFor();
  await see(page, 'not-good');
  await press(page, 'Take it back');
  await page.getByText('Taken back. Please answer anew.').waitFor();
  await press(page, 'Good');
  await page.getByText('You said: good.').waitFor();

  await page.goto(home);
  await see(page, 'firm-home');
  await page.locator('a[href*="/my/sessions/"]').first().click();
  await page.getByText('Something is not right').click();
  await page.getByLabel('What is not right?').fill('It was an hour.');
  await press(page, 'Send to the adviser');
  await page.getByText('You said: “It was an hour.”').waitFor();
  await see(page, 'dispute');
  await press(page, 'Take it back');
  await page.getByText('Taken back. Please answer anew.').waitFor();
  await press(page, /^Done/);
  await page.getByText('Marked as done.').waitFor();
  expect(await page.getByText('Your next steps from it').count()).toBe(0);
  await see(page, 'step-done');
  await press(page, /^Not done after all/);
  await page.getByText('Open again.').waitFor();
  await press(page, /^Done/);
  await page.getByText('Marked as done.').waitFor();
  const session = page.url();
  await press(page, 'Yes, this is right');
  await page.getByText('the session is confirmed').waitFor();
  await page.goto(session);
  await page.getByText('You have confirmed this session.').waitFor();
  await see(page, 'confirmed');
  await press(page, 'Take it back');
  await page.getByText('Taken back. Please answer anew.').waitFor();
  await page.getByRole('button', { name: 'Yes, this is right' }).waitFor();
});

test('firms of before are asked what mentors may see, and answer with one tap', async () => {
  const world = await makeWorld(site.app);
  const adviser = await world.person({ roles: ['adviser'] });
  const enterprise = await world.enterprise({ name: 'Alder Bearings Ltd' });
  await world.enrolment({ adviser, enterprise });
  await site.app.database.tenant(world.orgId, (tx) =>
    tx.updateTable('enrolment').set({ sharing: null, sharing_on: null }).execute(),
  );
  const staff = await openAs(site, world, adviser);
  await staff.goto(pathsOf(world).enterprises);
  await staff.getByRole('link', { name: 'Ask what mentors may see' }).click();
  await staff.getByRole('heading', { name: 'Ask what mentors may see' }).waitFor();
  await look(staff, 'answers-ask-sharing');
  await press(staff, 'Ask by letter');
  await staff.getByText('Asked on 24 November 2026').waitFor();
  const secret = await secretMailedTo(world, enterprise.lead?.email ?? '');
  const page = await openPage(site.url, { ...phone, javaScriptEnabled: false });
  await page.goto(`/l/${world.org.slug}/${secret}/introducing`);
  await press(page, 'Yes, introduce us at once');
  await page.getByText('Thank you. We keep to it from now on.').waitFor();
  const seen = await openPage(site.url, phone);
  await seen.goto(`/l/${world.org.slug}/${secret}/introducing`);
  await seen.getByText('You said: Yes, introduce us at once.').waitFor();
  await see(seen, 'say-sharing');
  await staff.reload();
  await staff.getByText('Every enterprise has said it').waitFor();
});
