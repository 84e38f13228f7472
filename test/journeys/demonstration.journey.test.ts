import { expect, test } from 'vitest';
import { tellStory } from '../../src/jobs/demonstration/load-demonstration.ts';
import { keepStory } from '../../src/modules/people/demonstration/keep-story-step.ts';
import { findDemonstration } from '../../src/modules/people/demonstration/reads.ts';
import { expectAccessible, openPage, phone } from './browser.ts';
import { startSite } from './site.ts';

const site = await startSite();

test('somebody who only looks loads the demonstration and is a manager, an adviser and a participant', async () => {
  const page = await openPage(site.url);
  const before = await page.goto('/demonstration');
  expect(before?.status()).toBe(404);

  await page.goto(await site.setupLink());
  await page.getByRole('button', { name: 'Load the demonstration programme instead' }).click();
  await page.getByRole('heading', { name: 'The demonstration is being loaded' }).waitFor();
  await expectAccessible(page);

  const org = await site.app.database.anonymous(findDemonstration);
  if (org === null) throw new Error('there is no demonstration');
  await site.app.database.tenant(org.orgId, (tx) =>
    keepStory(tx, { orgId: org.orgId, clock: site.app.clock }, { state: 'failed', failure: 'So.' }),
  );
  // The page notices by itself.
  await page.getByRole('heading', { name: 'The demonstration could not be loaded' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await page.getByRole('heading', { name: 'The demonstration is being loaded' }).waitFor();

  const another = await site.app.database.anonymous(findDemonstration);
  if (another === null || another.orgId === org.orgId) throw new Error('it did not begin anew');
  await tellStory(site.app, another, {
    seed: 0,
    size: { mentors: 8, firms: 4, applicants: 2, months: 5 },
  });

  // The page notices by itself.
  const heading = page.getByRole('heading', { name: 'Whom would you like to be?' });
  await heading.waitFor();
  await expectAccessible(page);
  for (const [name, place] of [
    ['Priya Raman', 'Technology Growth Coventry and Warwickshire'],
    ['Owen Talbot', 'Today'],
    ['Amir Sandhu', 'Quillpoint Systems'],
  ] as const) {
    await page.getByRole('button', { name }).click();
    await page.getByRole('heading', { level: 1, name: place }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Sign in as somebody else' }).click();
    await heading.waitFor();
  }

  const small = await openPage(site.url, phone);
  await small.goto('/demonstration');
  await expectAccessible(small);
});
