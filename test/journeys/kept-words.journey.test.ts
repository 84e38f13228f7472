import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { minutesBetween } from '../../src/kernel/calendar.ts';
import { mentorPaths, participantPaths } from '../../src/kernel/paths.ts';
import { startDiagnosis } from '../../src/modules/diagnosis/commands/start-diagnosis.ts';
import { makeSessionDesk } from '../factories/session-desk.ts';
import { makeWorld } from '../factories/world.ts';
import { expectAccessible, phone } from './browser.ts';
import { openAs } from './member.ts';
import { startSite } from './site.ts';

const site = await startSite();
const words = 'A loan for the second machine.';

test('a draft is called saved only when it is, and is saved when the connection is back', async () => {
  const world = await makeWorld(site.app);
  const lead = await world.person({ roles: ['participant'] });
  const adviser = await world.ctxAs('adviser');
  const enrolment = await world.enrolment({ enterprise: await world.enterprise({ lead }) });
  const { diagnosisId } = await startDiagnosis(adviser, { enrolmentId: enrolment.id });
  const stored = () =>
    site.app.database.read(world.orgId, (tx) =>
      tx
        .selectFrom('diagnosis')
        .select(['stated_need', 'self_scored_at'])
        .where('id', '=', diagnosisId)
        .executeTakeFirstOrThrow(),
    );
  const page = await openAs(site, world, lead, phone);
  await page.goto(participantPaths(world.org.slug).diagnosis(diagnosisId));
  const need = page.getByLabel('What do you need help with most?');
  await page.context().setOffline(true);
  await need.fill(words);
  await page.getByText('the server cannot be reached').waitFor();
  expect((await stored()).stated_need).toBe('');
  await page.context().setOffline(false);
  await page.getByText('Draft saved.').waitFor();
  expect(await stored()).toEqual({ stated_need: words, self_scored_at: null });

  const cookies = await page.context().cookies();
  await page.context().clearCookies({ name: /session_token/ });
  await need.fill(`${words} And time.`);
  await page.getByText('you are signed out').waitFor();
  expect((await stored()).stated_need).toBe(words);
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByText('What you typed is kept for an hour').waitFor();
  await page.context().addCookies(cookies);
  await page.goto(`/o/${world.org.slug}`);
  await page.getByRole('link', { name: 'see what it says, and send it' }).click();
  await page.getByText('What you typed is kept').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send it now' }).click();
  await page.getByText('Step 2 of 4.').waitFor();
  expect((await stored()).stated_need).toBe(`${words} And time.`);
  await page.goto(`${participantPaths(world.org.slug).diagnosis(diagnosisId)}?step=4`);
  await page.getByRole('button', { name: 'Send to the adviser' }).click();
  await page.getByText('Choose a sentence in at least one area').first().waitFor();
  await page.getByRole('radio', { name: /^4 – / }).first().check();
  await page.getByRole('button', { name: 'Send to the adviser' }).click();
  await page.getByText('Thank you.').waitFor();
  expect((await stored()).self_scored_at).not.toBeNull();
});

/** What this tab keeps of what was typed, as text. */
const keptIn = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));

test('what was sent into a dead spot is put back, sent once, and then forgotten; a private remark is never kept', async () => {
  const world = await makeWorld(site.app);
  const match = await world.match();
  const page = await openAs(site, world, match.mentor.person, phone);
  const paths = mentorPaths(world.org.slug);
  const secret = 'They quarrel among themselves.';
  await page.goto(paths.home);
  await page.goto(paths.newSession(match.id));
  await page.getByLabel('45 min', { exact: true }).check();
  await page.getByLabel('Next step of the enterprise').fill('Send the order book');
  await page.getByText('Your next step, notes and a private remark').click();
  await page.getByLabel('Notes both sides see').fill(words);
  await page.getByLabel('Private remark').fill(secret);
  await page.context().setOffline(true);
  await page
    .getByRole('button', { name: 'Log the session' })
    .click({ noWaitAfter: true })
    .catch(() => undefined);
  await expect.poll(() => page.url()).toContain('chrome-error');
  await page.context().setOffline(false);
  await page.goBack();
  await page.getByText('What you sent last did not arrive.').waitFor();
  await expectAccessible(page);
  expect(await keptIn(page)).toContain(words);
  expect(await keptIn(page)).not.toContain(secret);

  const other = await page.context().newPage();
  await other.goto(paths.newSession(match.id));
  await other.getByRole('heading', { name: 'Log a session' }).waitFor();
  expect(await other.getByText('was not saved').count()).toBe(0);
  expect(await keptIn(other)).toBe('[]');
  await other.close();

  await page.getByRole('link', { name: 'Go back to it' }).click();
  await page.getByText('What you typed here before was not saved.').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Put it back' }).click();
  expect(await page.getByLabel('Notes both sides see').inputValue()).toBe(words);
  expect(await page.getByLabel('Next step of the enterprise').inputValue()).toBe(
    'Send the order book',
  );
  expect(await page.getByLabel('45 min', { exact: true }).isChecked()).toBe(true);
  expect(await page.getByLabel('Private remark').inputValue()).toBe('');
  await page.getByRole('button', { name: 'Log the session' }).click();
  await page.getByText('Logged. The enterprise is asked to confirm.').waitFor();
  expect(await keptIn(page)).toBe('[]');
  const sessions = await site.app.database.read(world.orgId, (tx) =>
    tx.selectFrom('session').select(['summary', 'starts_at', 'ends_at']).execute(),
  );
  expect(sessions.map(({ summary }) => summary)).toEqual([words]);
  expect(sessions.map((one) => minutesBetween(one.starts_at, one.ends_at))).toEqual([45]);
});

test('what was typed in a folded part, such as why a session is not right, is offered in sight', async () => {
  const { world, enrolment, log } = await makeSessionDesk(site.app);
  const sessionId = await log();
  const { lead } = enrolment.enterprise;
  if (!lead) throw new Error('the firm has nobody');
  const page = await openAs(site, world, lead, phone);
  const path = participantPaths(world.org.slug).session(sessionId);
  await page.goto(participantPaths(world.org.slug).home);
  await page.goto(path);
  await page.getByText('Something is not right').click();
  await page.getByLabel('What is not right?').fill(words);
  await page.context().setOffline(true);
  await page
    .getByRole('button', { name: 'Send to the adviser' })
    .click({ noWaitAfter: true })
    .catch(() => undefined);
  await expect.poll(() => page.url()).toContain('chrome-error');
  await page.context().setOffline(false);
  await page.goto(path);
  await page.getByRole('button', { name: 'Put it back' }).click();
  expect(await page.getByLabel('What is not right?').inputValue()).toBe(words);
  await page.getByRole('button', { name: 'Send to the adviser' }).click();
  await page.getByText('Thank you. Your adviser will look at it.').waitFor();
  expect(await keptIn(page)).toBe('[]');
});

test('what is thrown away, and what somebody signed out of, is not offered again', async () => {
  const world = await makeWorld(site.app);
  const match = await world.match();
  const page = await openAs(site, world, match.mentor.person, phone);
  const form = mentorPaths(world.org.slug).newSession(match.id);
  const type = async () => {
    await page.goto(form);
    await page.getByText('Your next step, notes and a private remark').click();
    await page.getByLabel('Notes both sides see').fill(words);
    await expect.poll(() => keptIn(page)).toContain(words);
    await page.reload();
    await page.getByText('What you typed here before was not saved.').waitFor();
  };
  await type();
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await page.reload();
  await page.getByRole('heading', { name: 'Log a session' }).waitFor();
  expect(await page.getByText('was not saved').count()).toBe(0);
  await type();
  await page.getByRole('button', { name: 'Sign out' }).first().click();
  await page.waitForURL(/sign-in/);
  expect(await keptIn(page)).toBe('[]');
});
