import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { mentorPaths, programmePaths } from '../../src/kernel/paths.ts';
import { logSession } from '../../src/modules/sessions/commands/log-session.ts';
import { makeLink } from '../../src/platform/links.ts';
import { drainJobs } from '../factories/app.ts';
import { makeWorld } from '../factories/world.ts';
import { expectAccessible, openPage, phone } from './browser.ts';
import { openAs } from './member.ts';
import { picture } from './picture.ts';
import { startSite } from './site.ts';

const site = await startSite({ now: '2026-11-24T10:00:00.000Z' });

async function look(page: Page, name: string): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
    await picture(page, `${name}-${width}`);
  }
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.waitForLoadState();
}

/** A firm with a lead who can be written to, matched with a mentor and eligible since September. */
async function matched() {
  const world = await makeWorld(site.app, { startsOn: '2026-01-01', endsOn: '2027-12-31' });
  const enrolment = await world.enrolment({ state: 'eligible' });
  const { lead } = enrolment.enterprise;
  if (!lead) throw new Error('the firm has nobody');
  const need = await world.need({ enrolment, state: 'introduced' });
  const match = await world.match({ need });
  return { world, enrolment, lead, match };
}

async function lastLetter(orgId: string, kind: string): Promise<string> {
  await drainJobs(site.app);
  return site.app.database.read(orgId, async (tx) => {
    const letter = await tx
      .selectFrom('mail')
      .select('body')
      .where('kind', '=', kind)
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow();
    return letter.body;
  });
}

test('a mentor logs a session from a letter, the firm disputes it, the adviser settles it', async () => {
  const { world, enrolment, match } = await matched();
  const mentorCtx = await world.ctxFor(match.mentor.person);
  const link = await site.app.database.tenant(world.orgId, (tx) =>
    makeLink(tx, mentorCtx, {
      purpose: 'log-session',
      personId: match.mentor.person.id,
      subjectId: match.id,
      days: 30,
    }),
  );
  const mentorPhone = await openPage(site.url, phone);
  await mentorPhone.goto(link.path);
  await mentorPhone.getByRole('heading', { name: 'Log a session' }).waitFor();
  await look(mentorPhone, 'session-log');
  await mentorPhone.getByLabel('Began at').fill('23:30');
  await press(mentorPhone, 'Log the session');
  await mentorPhone.getByRole('link', { name: /has not ended yet/ }).waitFor();
  await look(mentorPhone, 'session-log-error');
  await mentorPhone.getByLabel('Began at').fill('08:00');
  await mentorPhone.getByText('Your next step, notes and a private remark').click();
  await mentorPhone.getByLabel('Next step of the enterprise').fill('List who owes you money');
  await mentorPhone.getByLabel('Your next step').fill('Send a forecast to copy');
  await mentorPhone.getByLabel('Private remark').fill('Cash is worse than they say.');
  await press(mentorPhone, 'Log the session');
  await mentorPhone.getByText('Logged. The enterprise is asked to confirm.').waitFor();
  await mentorPhone.getByText('List who owes you money').waitFor();
  await mentorPhone.getByText('Send a forecast to copy').waitFor();
  await look(mentorPhone, 'session-receipt');
  await mentorPhone.getByRole('link', { name: /^Correct the session with/ }).click();
  await mentorPhone.getByRole('heading', { name: 'Correct the session' }).waitFor();
  await look(mentorPhone, 'session-correct-own');
  await mentorPhone.getByLabel('Notes both sides see').fill('We spoke about the cash plan.');
  await press(mentorPhone, 'Save the correction');
  await mentorPhone.getByText('Corrected. The enterprise is asked to confirm.').waitFor();

  const letter = await lastLetter(world.orgId, 'confirm-session');
  const path = /https?:\/\/[^/]+(\/[ol]\/\S+)/.exec(letter)?.[1] ?? '';
  const firm = await openPage(site.url, phone);
  await firm.goto(path);
  await firm.getByRole('heading', { name: 'Is this right?' }).waitFor();
  expect(await firm.content()).not.toContain('Cash is worse');
  await look(firm, 'session-confirm');
  await firm.getByText('Something is not right').click();
  await firm.getByLabel('What is not right?').fill('It was half an hour.');
  await press(firm, 'Send to the adviser');
  await firm.getByText('Thank you. Your adviser will look at it.').waitFor();

  const adviser = await openAs(site, world, await world.person({ roles: ['adviser'] }));
  const paths = programmePaths(world.org.slug, world.programme.slug);
  await adviser.goto(`${paths.today}?of=all`);
  await adviser.getByRole('button', { name: /Settle/ }).click();
  await adviser.getByText('Cash is worse than they say.').waitFor();
  await look(adviser, 'session-disputed');
  await adviser.getByLabel(/^As logged: 08:00 to 09:00/).check();
  await adviser.getByLabel('Why you settle it this way').fill('Both agree on an hour after all.');
  await press(adviser, 'Settle');
  await adviser.getByText('The dispute is settled.').waitFor();
  await adviser.goto(paths.enrolment(enrolment.id).hours);
  await adviser.getByText('1 h of 12 h').first().waitFor();
  await look(adviser, 'hours');
  await adviser.goto(paths.enrolment(enrolment.id).record);
  await adviser.getByRole('link', { name: 'Session', exact: true }).waitFor();
  await look(adviser, 'record');
  await adviser.goto(paths.sessions);
  await look(adviser, 'sessions');
});

test('a mentor who has signed in sees the firms, logs and is told of a clash', async () => {
  const { world, match, lead } = await matched();
  const page = await openAs(site, world, match.mentor.person, phone);
  await page.goto(mentorPaths(world.org.slug).home);
  await look(page, 'mentor-home');
  await page.getByRole('button', { name: 'Log a session' }).first().click();
  await press(page, 'Log the session');
  await page.getByText('Logged. The enterprise is asked to confirm.').waitFor();
  await page.goto(mentorPaths(world.org.slug).newSession(match.id));
  await press(page, 'Log the session');
  await page.getByRole('link', { name: /already have a session/ }).waitFor();
  await page.goto(mentorPaths(world.org.slug).enterprise(match.need.enrolment.id));
  await look(page, 'mentor-enterprise');
  await page.getByRole('link', { name: /^Correct the session on/ }).click();
  await page.getByRole('heading', { name: 'Correct the session' }).waitFor();

  const firm = await openAs(site, world, lead, phone);
  await firm.goto(`/o/${world.org.slug}`);
  await firm.getByRole('link', { name: /Confirm your session/ }).waitFor();
  await look(firm, 'participant-home');
  await firm.getByRole('link', { name: /Confirm your session/ }).click();
  await press(firm, 'Yes, this is right');
  await firm.getByText('Thank you, the session is confirmed.').waitFor();

  await page.reload();
  await page.getByText('The enterprise has confirmed this session.').waitFor();
});

test('a firm that missed an appointment is asked whether it did, in other words', async () => {
  const { world, match, lead } = await matched();
  await logSession(await world.ctxFor(match.mentor.person), {
    matchId: match.id,
    startsAt: '2026-11-20T10:00:00.000Z',
    endsAt: '2026-11-20T11:00:00.000Z',
    mode: 'video',
    enterprise: { attendance: 'no-show', reason: 'Nobody came.' },
  });
  expect(await lastLetter(world.orgId, 'confirm-session')).toContain('says that you did not come');
  const firm = await openAs(site, world, lead, phone);
  await firm.goto(`/o/${world.org.slug}`);
  await firm.getByRole('link', { name: /Say what became of your appointment/ }).click();
  await firm.getByRole('heading', { name: 'Did you miss this appointment?' }).waitFor();
  await look(firm, 'session-missed');
  await press(firm, 'Yes, we did not come');
  await firm.getByText('Thank you, that is confirmed.').waitFor();
});
