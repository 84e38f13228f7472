import type { BrowserContextOptions, Page } from 'playwright-core';
import { createAccount, hashPassword } from '../../src/platform/auth/account.ts';
import type { World } from '../factories/world.ts';
import { openPage } from './browser.ts';
import type { Site } from './site.ts';

const password = 'eleven green bottles on a wall';

/** A page on which the person has signed in; the first time an account is made for them. */
export async function openAs(
  site: Site,
  world: World,
  person: { id: string; name: string; email: string | null },
  options: BrowserContextOptions = {},
): Promise<Page> {
  const email = person.email ?? '';
  const at = site.app.clock.now();
  const hash = await hashPassword(site.app.auth, password);
  await site.app.database.tenant(world.orgId, async (tx) => {
    const userId = await createAccount(tx, { email, name: person.name, passwordHash: hash, at });
    if (userId === null) return;
    await tx.updateTable('person').set({ user_id: userId }).where('id', '=', person.id).execute();
  });
  const page = await openPage(site.url, options);
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return page;
}
