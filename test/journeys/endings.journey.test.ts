import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { mentorPaths, orgPaths, programmePaths } from '../../src/kernel/paths.ts';
import { makeEndingsScene } from '../endings/endings-scene.ts';
import { look } from './desk-world.ts';
import { openAs } from './member.ts';
import { startSite } from './site.ts';

const site = await startSite();

const check = (page: Page, name: string) => look(page, `endings-${name}`);

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.waitForLoadState();
}

async function openScene(options: Parameters<typeof openAs>[3] = {}) {
  const scene = await makeEndingsScene(site.app, { isApart: false });
  const { world } = scene;
  const boss = await world.person({ name: 'Nora Whitcombe', roles: ['admin', 'manager'] });
  const page = await openAs(site, world, boss, options);
  const paths = programmePaths(world.org.slug, world.programme.slug);
  const own = paths.enrolment(scene.enrolment.id);
  const grantOf = (personId: string) =>
    scene.read((tx) =>
      tx
        .selectFrom('role_grant')
        .select('id')
        .where('person_id', '=', personId)
        .where('ended_at', 'is', null)
        .executeTakeFirstOrThrow(),
    );
  return { ...scene, page, paths, own, org: orgPaths(world.org.slug), grantOf };
}

describe('staff read what goes with an ending before anything happens', () => {
  test('of a need, a pair, and a firm that leaves and comes back', async () => {
    const { page, own, paths, needs, match, mentor, read, offerId } = await openScene();
    await page.goto(own.closeNeed(needs.offered.id));
    await page.getByText('What ends with it').waitFor();
    await check(page, 'close-need');
    const letter = page.getByLabel(`To ${mentor.person.name}`);
    await letter.fill('Another firm of theirs has found help. Thank you for waiting.');
    await press(page, 'Close the need');
    await page
      .getByRole('link', { name: /Choose|Say what came/ })
      .first()
      .waitFor();
    expect(await letter.inputValue()).toContain('Thank you for waiting.');
    await page.getByRole('radio').first().check();
    await press(page, 'Close the need');
    await page.getByText('The need is closed.').waitFor();
    const told = await read((tx) =>
      tx
        .selectFrom('mail')
        .select('body')
        .where('kind', '=', 'offer-withdrawn')
        .where('about_id', '=', offerId)
        .executeTakeFirstOrThrow(),
    );
    expect(told.body).toContain('Thank you for waiting.');

    await page.goto(own.closeNeed(needs.matched.id));
    await page.getByText('End these matches first').waitFor();
    await check(page, 'close-need-blocked');

    await page.goto(paths.matching(needs.listed.id));
    await page.getByText('Withdraw the shortlist', { exact: true }).click();
    await page.getByLabel('What the enterprise reads').waitFor();
    await check(page, 'withdraw-list');

    await page.goto(paths.match(match.id));
    await page.getByText('Keep these two apart').click();
    await check(page, 'match');
    await page.getByLabel('Why does it end?').selectOption({ index: 1 });
    await page.getByLabel('What must the next mentor know?').fill('They know each other.');
    await page
      .getByLabel(`To ${mentor.person.name}`)
      .fill('Thank you for two good years with them.');
    await press(page, 'End the match');
    await page.getByText('The match has ended.').waitFor();
    const parted = await read((tx) =>
      tx.selectFrom('mail').select('body').where('kind', '=', 'match-changed').execute(),
    );
    expect(parted.some((one) => one.body.includes('two good years'))).toBe(true);

    await page.goto(own.close);
    await check(page, 'close-firm');
    await page.getByLabel('Why', { exact: true }).fill('They have moved away.');
    await press(page, 'End its time here');
    await page.getByText('The enterprise has left the programme.').waitFor();
    await page.goto(own.close);
    await check(page, 'firm-returns');
    await page.getByLabel('Why it comes back').fill('They stay after all.');
    await press(page, 'Reopen');
    await page.getByText('The enterprise is back on the programme.').waitFor();
    await page.goto(paths.today);
    await check(page, 'today');
  });

  test('of a mentor who pauses, leaves the panel or loses the role, and of a person', async () => {
    const { page, paths, org, mentor, lead, people, grantOf } = await openScene();
    await page.goto(paths.pauseMentor(mentor.id));
    await check(page, 'pause-mentor');
    await page.goto(paths.retireMentor(mentor.id));
    await page.getByText('End these matches first').waitFor();
    await check(page, 'retire-mentor-blocked');
    const grant = await grantOf(mentor.person.id);
    await page.goto(org.endRole(mentor.person.id, grant.id));
    await check(page, 'end-role-mentor');
    const adviser = await grantOf(people.adviser.id);
    await page.goto(org.endRole(people.adviser.id, adviser.id));
    await check(page, 'end-role-adviser');
    await page.goto(org.removePerson(lead.id));
    await check(page, 'remove-contact');
    await page.goto(org.removePerson(mentor.person.id));
    await check(page, 'remove-mentor');
    await page.getByLabel('Reason').fill('Has moved abroad.');
    await press(page, 'Remove');
    await page.getByText('Removed. They are signed out everywhere.').waitFor();
    await page.goto(org.person(lead.id));
    await check(page, 'person');
    await page.goto(paths.mentor(mentor.id));
    await check(page, 'mentor-gone');
  });

  test('of a programme, and of an adviser who is changed', async () => {
    const { page, own, paths, world, match } = await openScene();
    await world.enrolment({ state: 'applied' });
    await page.goto(own.adviser);
    await check(page, 'adviser');
    await page.goto(paths.match(match.id));
    await page.getByLabel('Why does it end?').selectOption({ index: 1 });
    await page.getByLabel('What must the next mentor know?').fill('They know each other.');
    await press(page, 'End the match');
    await page.goto(paths.close);
    await check(page, 'begin-to-close');
    await page.getByLabel('Why?').fill('The money is spent.');
    await press(page, 'Begin to close');
    await page.goto(paths.close);
    await page.getByLabel('To applicants without a decision').waitFor();
    await check(page, 'close-programme');
    await page.getByLabel('Why?').fill('The last claim is paid.');
    await press(page, 'Close for good');
    await page.getByText('The programme is closed now.').waitFor();
  });

  test('without scripts', async () => {
    const { page, own, needs, paths, mentor } = await openScene({ javaScriptEnabled: false });
    await page.goto(own.closeNeed(needs.listed.id));
    await press(page, 'Close the need');
    await page.getByRole('radio').first().check();
    await press(page, 'Close the need');
    await page.getByText('The need is closed.').waitFor();
    await page.goto(paths.pauseMentor(mentor.id));
    await page.getByLabel('Why', { exact: true }).fill('Ill.');
    await press(page, 'Pause');
    await page.getByText('Paused: no new matches.').waitFor();
    await page.goto(own.close);
    await page.getByLabel('Why', { exact: true }).fill('They have moved away.');
    await press(page, 'End its time here');
    await page.getByText('The enterprise has left the programme.').waitFor();
  });
});

test('a mentor takes a break by themselves and reads nothing of whom they were asked about', async () => {
  const scene = await makeEndingsScene(site.app, { isApart: false });
  const { world, mentor, enrolment } = scene;
  const page = await openAs(site, world, mentor.person);
  await page.goto(`${mentorPaths(world.org.slug).home}/pause`);
  await check(page, 'own-pause');
  expect(await page.getByText(enrolment.enterprise.name).count()).toBe(0);
  await page.getByLabel('Why', { exact: true }).fill('Holiday');
  await press(page, 'Pause');
  await page.getByText('You are paused').waitFor();
});
