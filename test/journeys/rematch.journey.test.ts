import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { mentorPaths, participantPaths, programmePaths } from '../../src/kernel/paths.ts';
import { askFits } from '../../src/modules/matching/fit/commands/ask-fits.ts';
import { logSession } from '../../src/modules/sessions/commands/log-session.ts';
import { secretMailedTo } from '../factories/accounts.ts';
import { usualSession } from '../factories/session-desk.ts';
import { makeWorld } from '../factories/world.ts';
import { openPage } from './browser.ts';
import { look } from './desk-world.ts';
import { openAs } from './member.ts';
import { startSite } from './site.ts';

const site = await startSite();

const check = (page: Page, name: string) => look(page, `rematch-${name}`);

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.waitForLoadState();
}

/** A firm and a mentor after their first meeting, asked whether they fit; another mentor is free. */
async function openDesk() {
  const world = await makeWorld(site.app);
  const adviser = await world.person({ name: 'Asha Patel', roles: ['adviser'] });
  const lead = await world.person({ name: 'Tom Reilly', roles: ['participant'] });
  const enterprise = await world.enterprise({ name: 'Alder Bearings Ltd', lead });
  const enrolment = await world.enrolment({ enterprise, adviser });
  const need = await world.need({ enrolment, area: 'finance', state: 'introduced' });
  const named = (name: string) => world.person({ name, roles: ['mentor'] });
  const grace = await world.mentor({
    person: await named('Grace Okafor'),
    expertise: { finance: 5 },
  });
  const wen = await world.mentor({ person: await named('Wen Li'), expertise: { finance: 4 } });
  const match = await world.match({ need, mentor: grace });
  await logSession(await world.ctxFor(grace.person), { matchId: match.id, ...usualSession });
  await askFits(world.systemCtx(), {});
  const paths = programmePaths(world.org.slug, world.programme.slug);
  return { world, adviser, lead, need, grace, wen, match, paths };
}

test('a firm says by letter that it does not fit, and gets another mentor in one step', async () => {
  const { world, adviser, lead, match, paths } = await openDesk();
  const secret = await secretMailedTo(world, lead.email ?? '');
  const firm = await openPage(site.url);
  await firm.goto(`/o/${world.org.slug}/link/${secret}`);
  await firm.getByRole('heading', { name: 'Does it fit with Grace Okafor?' }).waitFor();
  await check(firm, 'fit-letter');
  await firm.getByLabel(/What should the staff know/).fill('We talk past each other.');
  await press(firm, 'Not good');
  await firm.getByText('Thank you for saying so.').waitFor();
  await firm.getByText('You said: not good.').waitFor();

  const page = await openAs(site, world, adviser);
  await page.goto(paths.today);
  await page.getByText('the enterprise says that it does not fit').waitFor();
  await check(page, 'today');
  await page.goto(paths.needs);
  await page.getByRole('link', { name: 'Change the mentor for Alder Bearings Ltd' }).waitFor();
  await page.goto(paths.match(match.id));
  await page.getByText('“We talk past each other.”').waitFor();
  await check(page, 'match');
  await page.getByRole('link', { name: 'Change the mentor' }).click();
  await page.getByRole('heading', { name: 'Change the mentor' }).waitFor();
  await page.getByText('We talk past each other.').first().waitFor();
  await page.getByText('1 other mentor can be asked now.').waitFor();
  expect(await page.getByLabel('What must the next mentor know?').inputValue()).toContain(
    'Looked at the order book.',
  );
  await check(page, 'change');
  await page.getByLabel('Never match Grace Okafor with them again').check();
  await press(page, 'See both letters');
  await page.getByText('Say why, for staff only.').first().waitFor();
  await page.getByLabel(/Why they are kept apart/).fill('Both asked for it.');
  await press(page, 'See both letters');
  await page.getByLabel('To Grace Okafor').waitFor();
  await check(page, 'letters');
  await page.getByLabel('To Alder Bearings Ltd').fill('We part as friends.');
  await press(page, 'End it and send the letters');
  await page.getByRole('heading', { name: '1 mentor can be asked' }).waitFor();
  await page.getByRole('heading', { name: 'For this enterprise and for the programme' }).waitFor();
  await check(page, 'next');
  await page.getByText('Ask Wen Li directly').click();
  await press(page, 'Send the offer');
  await page.getByText(/The mentor is asked/).waitFor();
});

test('a firm rates by letter, and signed in nobody but staff sees the marks', async () => {
  const { world, adviser, lead, grace, match, paths } = await openDesk();
  const page = await openAs(site, world, adviser);
  await page.goto(paths.match(match.id));
  await page.getByLabel('Why does it end?').selectOption('finished');
  await press(page, 'End the match');
  await page.getByText('The match has ended').first().waitFor();
  const firm = await openAs(site, world, lead);
  await firm.goto(participantPaths(world.org.slug).home);
  await firm.getByRole('link', { name: 'Say how it goes with Grace Okafor' }).click();
  await firm.getByRole('heading', { name: 'How did it go with Grace Okafor?' }).waitFor();
  await check(firm, 'feedback');
  await press(firm, 'Very well');
  await check(firm, 'feedback-second');
  await press(firm, 'Partly');
  await firm.getByText('Thank you for telling us.').waitFor();
  await page.goto(paths.match(match.id));
  await page.getByText('working together 5 of 5, help with the need 3 of 5').waitFor();
  await check(page, 'ended');
  const mentor = await openAs(site, world, grace.person);
  await mentor.goto(mentorPaths(world.org.slug).home);
  expect(await mentor.getByText('5 of 5').count()).toBe(0);
});

test('a mentor says what founders may find them by, and a founder’s wish works with it', async () => {
  const { world, adviser, lead, need, wen, paths } = await openDesk();
  const mentor = await openAs(site, world, wen.person);
  await mentor.goto(mentorPaths(world.org.slug).profile);
  await mentor.getByRole('link', { name: 'What founders who ask for it may find you by' }).click();
  await check(mentor, 'traits');
  await mentor.getByLabel('I am a woman').check();
  await press(mentor, 'Save');
  await mentor.getByText('You can take it back at any time.').waitFor();
  const firm = await openAs(site, world, lead);
  await firm.goto(participantPaths(world.org.slug).home);
  await firm.getByRole('link', { name: 'A wish about your mentor' }).click();
  await check(firm, 'wish');
  await firm.getByLabel('A woman', { exact: true }).check();
  await firm.getByLabel('Only such a mentor').check();
  await press(firm, 'Save');
  await firm.getByText('We keep your wish in mind.').waitFor();
  const page = await openAs(site, world, adviser);
  await page.goto(paths.matching(need.id));
  await page.getByText('The founder asks for a woman and nobody else').waitFor();
  await check(page, 'wish-kept');
});

test('a manager sees who changes before the weights are put in force', async () => {
  const { world, paths } = await openDesk();
  await world.need({ area: 'finance' });
  const manager = await world.person({ roles: ['manager'] });
  const page = await openAs(site, world, manager);
  await page.goto(paths.weights);
  await press(page, 'See who changes');
  await page.getByText('Nobody: the same mentor comes first for the only open need.').waitFor();
  await page.getByLabel('Expertise for this need').fill('39');
  await press(page, 'See who changes');
  await page.getByText('The weights must sum to 100.').first().waitFor();
  await page.getByLabel('Expertise for this need').fill('0');
  await page.getByLabel('Feedback so far').fill('47');
  await press(page, 'See who changes');
  await page.getByRole('heading', { name: 'Who changes' }).waitFor();
  await check(page, 'weights');
  await page.getByLabel('Why do they change?').fill('To try it.');
  await press(page, 'Put in force');
  await page.getByText('The new weights are in force.').waitFor();
  await page.getByRole('heading', { name: 'Versions' }).waitFor();
});
