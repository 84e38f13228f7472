import { expect, test } from 'vitest';
import { offerMatch } from '../../src/modules/matching/commands/offer-match.ts';
import { makeLink } from '../../src/platform/links.ts';
import { secretMailedTo } from '../factories/accounts.ts';
import { makeWorld } from '../factories/world.ts';
import { expectAccessible, openPage } from './browser.ts';
import { picture } from './picture.ts';
import { startSite } from './site.ts';

const site = await startSite();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

async function offered() {
  const world = await makeWorld(site.app, { organisation: 'Arden Growth Hub' });
  const enterprise = await world.enterprise({ name: 'Alder Bearings Ltd' });
  const enrolment = await world.enrolment({ enterprise });
  const adviser = await world.ctxFor({ id: enrolment.adviserId ?? '' });
  await site.app.database.tenant(world.orgId, (tx) =>
    tx
      .updateTable('person')
      .set({ phone: '07700 900123' })
      .where('id', 'in', [enrolment.adviserId ?? '', enterprise.lead?.id ?? ''])
      .execute(),
  );
  const need = await world.need({ enrolment });
  const mentor = await world.mentor({});
  const { offerId } = await offerMatch(adviser, { needId: need.id, mentorId: mentor.id });
  return { world, enrolment, need, mentor, offerId };
}

test('a mentor without an account says yes, takes it back, and works from a page of their own', async () => {
  const { world, mentor } = await offered();
  const page = await openPage(site.url, phone);
  const look = async (name: string) => {
    await expectAccessible(page);
    await picture(page, `own-page-${name}`);
  };
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const secret = await secretMailedTo(world, mentor.person.email ?? '');
  await page.goto(`/l/${world.org.slug}/${secret}/offer`);
  await page.getByText('07700 900123').waitFor();
  await look('offer');
  await press('Yes, I will help');
  await page.getByRole('heading', { name: 'You help Alder Bearings Ltd' }).waitFor();
  await look('introduced');
  await press('Take it back');
  await page.getByText('Taken back. Please answer anew.').waitFor();
  await press('Yes, I will help');

  await page.getByRole('link', { name: 'Your page' }).click();
  await page.getByRole('heading', { name: `Are you ${mentor.person.name}?` }).waitFor();
  await look('open');
  await press('Yes, open my page');
  await page.getByRole('heading', { name: 'My mentoring' }).waitFor();
  await look('mentor');
  expect(page.url()).not.toContain(secret);
  await page.getByRole('link', { name: 'Alder Bearings Ltd' }).click();
  await page.getByRole('heading', { name: 'What they need from you' }).waitFor();
  await look('mentor-enterprise');
  await page.getByRole('button', { name: 'Log a session' }).click();
  await page.getByRole('heading', { name: 'Log a session' }).waitFor();
  await page.getByRole('link', { name: 'My profile' }).click();
  await page.getByRole('heading', { name: 'My profile' }).waitFor();
  await look('profile');

  await page.getByText('About this page').click();
  await press('End all links to my page');
  await page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
  await look('gone');
  await press('Send me a new one');
  await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
  await look('asked');
  const renewed = await secretMailedTo(world, mentor.person.email ?? '');
  await page.goto(`/l/${world.org.slug}/${renewed}/mentor`);
  await page.getByRole('heading', { name: 'My mentoring' }).waitFor();
  await page.goto(`/l/${world.org.slug}/${secret}/offer`);
  await page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
});

test('a firm’s person finds what waits, whom to ring and who has seen what', async () => {
  const { world, enrolment } = await offered();
  const { secret } = await site.app.database.tenant(world.orgId, (tx) =>
    makeLink(tx, world.systemCtx(), {
      purpose: 'firm-page',
      personId: enrolment.enterprise.lead?.id,
      days: 7,
    }),
  );
  const page = await openPage(site.url, phone);
  await page.goto(`/l/${world.org.slug}/${secret}/my`);
  await page.getByRole('heading', { name: 'Alder Bearings Ltd' }).waitFor();
  await expectAccessible(page);
  await picture(page, 'own-page-firm');
  await page.getByRole('link', { name: 'What mentors see of us' }).first().click();
  await page.getByText('without your name').first().waitFor();
  await page.getByLabel('Yes, introduce us at once').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Thank you. We keep to it from now on.').waitFor();
  await expectAccessible(page);
  await picture(page, 'own-page-sharing');
  await page.getByRole('link', { name: 'My actions' }).click();
  await page.getByRole('heading', { name: 'My actions' }).waitFor();
  const links = await page
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.filter((href) => href.startsWith('/o/') || href.includes('sign-in'))).toEqual([]);
});

test('all of it works without scripts', async () => {
  const { world, mentor } = await offered();
  const page = await openPage(site.url, { ...phone, javaScriptEnabled: false });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const secret = await secretMailedTo(world, mentor.person.email ?? '');
  await page.goto(`/l/${world.org.slug}/${secret}/offer`);
  await page.getByText('No, not this time').click();
  await press('No time');
  await page.getByText('You have said no to this.').waitFor();
  await press('Take it back');
  await press('Yes, I will help');
  await page.getByRole('heading', { name: 'You help Alder Bearings Ltd' }).waitFor();
  // Asked who they are on the way, they still come where they were going.
  await page.getByRole('button', { name: 'Log a session' }).click();
  await press('Yes, open my page');
  await page.getByRole('heading', { name: 'Log a session' }).waitFor();
  expect(page.url()).toContain('/mentor/sessions/new?match=');
  await page.getByRole('link', { name: 'My mentoring' }).first().click();
  await page.getByRole('heading', { name: 'My mentoring' }).waitFor();
  await page.goto(`/l/${world.org.slug}/${secret}/open?to=//evil.example/x`);
  await press('Yes, open my page');
  await page.getByRole('heading', { name: 'My mentoring' }).waitFor();
});
