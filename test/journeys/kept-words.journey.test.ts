import { expect, test } from 'vitest';
import { participantPaths } from '../../src/kernel/paths.ts';
import { startDiagnosis } from '../../src/modules/diagnosis/commands/start-diagnosis.ts';
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
  await page.getByRole('button', { name: 'Send to the adviser' }).click();
  await page.getByText('What you typed is kept for an hour').waitFor();
  await page.context().addCookies(cookies);
  await page.goto(`/o/${world.org.slug}`);
  await page.getByRole('link', { name: 'see what it says, and send it' }).click();
  await page.getByText('What you typed is kept').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send it now' }).click();
  await page.getByText('Choose a sentence in at least one area').first().waitFor();
  expect(await page.getByLabel('What do you need help with most?').inputValue()).toBe(
    `${words} And time.`,
  );
  await page.getByRole('radio', { name: /^4 – / }).first().check();
  await page.getByRole('button', { name: 'Send to the adviser' }).click();
  await page.getByText('Thank you.').waitFor();
  expect((await stored()).self_scored_at).not.toBeNull();
});
