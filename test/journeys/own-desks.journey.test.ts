import { test } from 'vitest';
import { participantPaths } from '../../src/kernel/paths.ts';
import { logSession } from '../../src/modules/sessions/commands/log-session.ts';
import { makeWorld } from '../factories/world.ts';
import { phone } from './browser.ts';
import { firm, look, met, press } from './desk-world.ts';
import { openAs } from './member.ts';
import { startSite } from './site.ts';

const site = await startSite({ now: '2026-11-24T10:00:00.000Z' });

test('a participant sees plan, mentor and hours, and adds a figure of their own', async () => {
  const world = await makeWorld(site.app);
  const enrolment = await firm(world, 'Alder Bearings Ltd');
  await met(world, enrolment);
  const { lead } = enrolment.enterprise;
  if (!lead) throw new Error('the firm has nobody');
  const page = await openAs(site, world, lead, phone);
  const paths = participantPaths(world.org.slug);
  await page.waitForURL((url) => url.pathname === paths.home);
  await page
    .getByRole('link', { name: /Confirm your session/ })
    .first()
    .waitFor();
  await look(page, 'my');
  await page.getByRole('link', { name: 'Our figures' }).click();
  await page.getByLabel('What', { exact: true }).selectOption('turnover');
  await page.getByLabel('How much').fill('a lot');
  await page.getByLabel('Accounting year that ends on').fill('2026-03-31');
  await press(page, 'Keep the figure');
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await look(page, 'my-figures-error');
  await page.getByLabel('How much').fill('240,000');
  await page.getByLabel(/What part did the programme have/).fill('Prices, mostly.');
  await press(page, 'Keep the figure');
  await page.getByText('Thank you, the figure is kept.').waitFor();
  await page.getByText('£240,000').waitFor();
  await page.getByLabel('In your own words').fill('We charge by the hour now.');
  await press(page, 'Send');
  await page.getByText('Thank you, your words are kept.').waitFor();
  await look(page, 'my-figures');
});

test('the main contact adds a colleague, mends their telephone and hands over to them', async () => {
  const world = await makeWorld(site.app);
  const enrolment = await firm(world, 'Alder Bearings Ltd');
  const { lead } = enrolment.enterprise;
  if (!lead) throw new Error('the firm has nobody');
  const page = await openAs(site, world, lead, phone);
  await page.goto(participantPaths(world.org.slug).home);
  await page.getByRole('link', { name: 'Our people' }).click();
  await page.getByText('Add a person').click();
  await page.getByLabel('Name').fill('Ann Alder');
  await press(page, 'Add');
  await page.getByText('No address and no telephone yet').waitFor();
  await look(page, 'my-people');
  await page.getByRole('link', { name: 'Change Ann Alder' }).click();
  await page.getByLabel('Email address').fill('no address');
  await press(page, 'Save');
  await page.getByRole('link', { name: /Enter an email address/ }).waitFor();
  await look(page, 'my-person-error');
  await page.getByLabel('Email address').fill('ann@alder.example');
  await page.getByLabel('Telephone').fill('01904 555012');
  await page.getByText('Main contact: letters to the enterprise go to them').click();
  await press(page, 'Save');
  await page.getByText('ann@alder.example · 01904 555012').waitFor();
  await page.getByText('The main contact changes what stands here.').waitFor();
});

test('a mentor sees places, what they owe a firm, and ticks it off', async () => {
  const world = await makeWorld(site.app);
  const enrolment = await firm(world, 'Alder Bearings Ltd');
  const match = await met(world, enrolment);
  const mentor = await world.ctxFor(match.mentor.person);
  await logSession(mentor, {
    matchId: match.id,
    startsAt: '2026-11-23T09:00:00.000Z',
    endsAt: '2026-11-23T10:00:00.000Z',
    mode: 'phone',
    actions: [{ owner: 'mentor', title: 'Send the price list of a rival' }],
  });
  const page = await openAs(site, world, match.mentor.person, phone);
  await page.getByText('1 of 4 places taken').waitFor();
  await look(page, 'mentor-home');
  await page.getByRole('link', { name: 'Alder Bearings Ltd' }).click();
  await page.getByText('Send the price list of a rival').waitFor();
  await look(page, 'mentor-enterprise');
  await page.getByRole('button', { name: /^Done/ }).click();
  await page.getByText('The action is done.').waitFor();
  await page.getByText('Nothing is open.').waitFor();

  const appointed = await world.mentor({ live: false });
  const other = await openAs(site, world, appointed.person, phone);
  await other.getByText('sign the code of conduct').waitFor();
  await look(other, 'mentor-home-empty');
});

test('anybody can read how accessible the pages are', async () => {
  const world = await makeWorld(site.app);
  const page = await openAs(site, world, await world.person({ roles: ['partner'] }));
  await page.getByRole('link', { name: 'Accessibility' }).click();
  await page.getByRole('heading', { level: 1, name: 'Accessibility' }).waitFor();
  await look(page, 'accessibility');
});
