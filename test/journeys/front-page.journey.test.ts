import { expect, test } from 'vitest';
import { expectAccessible, openPage, phone } from './browser.ts';
import { startSite } from './site.ts';

const site = await startSite();

test('the front page can be read by everybody, on a phone too', async () => {
  for (const options of [{}, phone]) {
    const page = await openPage(site.url, options);
    const answer = await page.goto('/');
    expect(answer?.status()).toBe(200);
    await expectAccessible(page);
  }
});

test('an address that does not exist says so and leads on', async () => {
  const page = await openPage(site.url);
  const answer = await page.goto('/no-such-page');
  expect(answer?.status()).toBe(404);
  await expectAccessible(page);
});
