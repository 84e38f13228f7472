import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { participantPaths, programmePaths } from '../../src/kernel/paths.ts';
import { newId } from '../../src/kernel/ids.ts';
import { secretMailedTo } from '../factories/accounts.ts';
import { makeWorld } from '../factories/world.ts';
import { expectAccessible, openPage } from './browser.ts';
import { openAs } from './member.ts';
import { startSite } from './site.ts';

const site = await startSite();

async function check(page: Page): Promise<void> {
  for (const viewport of [
    { width: 320, height: 800 },
    { width: 1280, height: 900 },
  ]) {
    await page.setViewportSize(viewport);
    await expectAccessible(page);
  }
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.waitForLoadState();
}

/** A firm on a programme with its adviser signed in. */
async function openDesk() {
  const world = await makeWorld(site.app);
  const adviser = await world.person({ name: 'Asha Patel', roles: ['adviser'] });
  const lead = await world.person({ name: 'Tom Reilly', roles: ['participant'] });
  const enterprise = await world.enterprise({ name: 'Alder Bearings Ltd', lead });
  const enrolment = await world.enrolment({ enterprise, adviser });
  const paths = programmePaths(world.org.slug, world.programme.slug);
  const page = await openAs(site, world, adviser);
  return { world, lead, enrolment, paths, firm: paths.enrolment(enrolment.id), page };
}

async function scoreArea(page: Page, area: string, [maturity, importance, urgency]: number[]) {
  await page.locator(`[name="maturity.${area}"][value="${maturity}"]`).check({ force: true });
  await page.locator(`[name="importance.${area}"][value="${importance}"]`).check({ force: true });
  await page.locator(`[name="urgency.${area}"][value="${urgency}"]`).check({ force: true });
}

test('a firm scores itself by mail, the adviser scores it, three priorities become needs', async () => {
  const { world, lead, firm, page } = await openDesk();
  await page.goto(firm.diagnosis);
  await page.getByText('No diagnosis yet').waitFor();
  await check(page);
  await press(page, 'Start the diagnosis');
  await page.getByText('The firm has not scored itself yet.').waitFor();

  await press(page, 'Ask the firm to score itself');
  await page.getByText('A letter to Tom Reilly').waitFor();
  const secret = await secretMailedTo(world, lead.email ?? '');
  const visitor = await openPage(site.url);
  await visitor.goto(`/o/${world.org.slug}/link/${secret}`);
  await visitor.getByRole('heading', { name: 'How do you see your firm?' }).waitFor();
  await check(visitor);
  await visitor.getByLabel('What do you need help with most?').fill('A loan for a machine');
  await press(visitor, 'Save and go on');
  await visitor.getByText('Step 2 of 4.').waitFor();
  await visitor.locator('[name="maturity.finance"][value="4"]').check();
  await press(visitor, 'Save and go on');
  await visitor.getByText('Step 3 of 4.').waitFor();
  await visitor.getByRole('link', { name: 'Back to the areas before' }).click();
  await visitor.getByText('Step 2 of 4.').waitFor();
  expect(await visitor.locator('[name="maturity.finance"][value="4"]').isChecked()).toBe(true);
  for (const step of [3, 4]) {
    await press(visitor, 'Save and go on');
    await visitor.getByText(`Step ${step} of 4.`).waitFor();
  }
  await check(visitor);
  await press(visitor, 'Send to the adviser');
  await visitor.getByText('Thank you.').waitFor();

  await page.goto(firm.scoreDiagnosis(1));
  await page.getByText('The firm has scored itself.').waitFor();
  expect(await page.getByText('The firm’s own score: 4').count()).toBe(0);
  await page.getByLabel('What it really needs').fill('Prices that leave a margin');
  await scoreArea(page, 'finance', [1, 3, 3]);
  await scoreArea(page, 'customers', [2, 3, 1]);
  await scoreArea(page, 'export', [2, 2, 1]);
  await scoreArea(page, 'people', [4, 1, 0]);
  await press(page, 'Save the draft');
  await page.getByText('The firm’s own score: 4').waitFor();
  await check(page);
  await press(page, 'Save and choose priorities');
  await page.getByText('4 areas scored.').waitFor();
  await press(page, 'Complete the diagnosis');
  await page.getByRole('link', { name: 'Say in a sentence what is needed.' }).first().waitFor();
  await check(page);
  for (const at of ['1', '2']) {
    await page.locator(`[name="detail.${at}"]`).fill(`Detail ${at}`);
  }
  await press(page, 'Complete the diagnosis');
  await page.getByText('3 needs opened').waitFor();
  await check(page);
  await page.goto(firm.diagnosisNumber(1));
  await page.getByText('the firm sees itself 3 steps higher').waitFor();
  await check(page);

  await page.goto(firm.diagnosis);
  await press(page, 'Diagnose again');
  await page.getByText('maturity 1, important: very, urgent: now').waitFor();
  await check(page);
  await scoreArea(page, 'finance', [3, 3, 1]);
  await press(page, 'Save and choose priorities');
  await page.getByText('Open already').waitFor();
  await check(page);
  const finance = page.getByRole('group', { name: 'How pressing finance' });
  expect(await finance.getByLabel('Pressing').isChecked()).toBe(true);
  await finance.getByLabel('Can wait').check({ force: true });
  await press(page, 'Complete the diagnosis');
  await page.getByText('No need was opened.').waitFor();
  await page.getByText('What has changed').waitFor();
  await check(page);
});

test('what is typed is kept by itself, and the form can still be saved', async () => {
  const { firm, page } = await openDesk();
  await page.goto(firm.diagnosis);
  await press(page, 'Start the diagnosis');
  await page.getByLabel('What it really needs').fill('Prices that leave a margin');
  await page.getByText('Draft saved.').waitFor();
  await scoreArea(page, 'finance', [1, 3, 3]);
  await press(page, 'Save the draft');
  await page.getByText('Saved. It stays a draft').waitFor();
  expect(await page.getByLabel('What it really needs').inputValue()).toBe(
    'Prices that leave a margin',
  );
});

test('two advisers who score the same draft see both versions', async () => {
  const { firm, page } = await openDesk();
  await page.goto(firm.diagnosis);
  await press(page, 'Start the diagnosis');
  const other = await page.context().newPage();
  await other.goto(firm.scoreDiagnosis(1));
  await scoreArea(page, 'finance', [1, 3, 3]);
  await press(page, 'Save the draft');
  await scoreArea(other, 'finance', [4, 1, 0]);
  await press(other, 'Save the draft');
  await other.getByRole('heading', { name: 'Somebody else changed this diagnosis' }).waitFor();
  await check(other);
  await press(other, 'Save the draft');
  await other.getByText('Saved. It stays a draft').waitFor();
});

test('a need is opened, edited, closed and opened again', async () => {
  const { firm, page } = await openDesk();
  await page.goto(firm.newNeed);
  await press(page, 'Open the need');
  await page.getByRole('link', { name: 'Choose an area.' }).waitFor();
  await check(page);
  await page.getByLabel('Area', { exact: true }).selectOption('finance');
  await page.getByLabel('What is needed').fill('Cash runs out before invoices are paid.');
  await press(page, 'Open the need');
  await page.getByText('The need is open and its clock runs.').waitFor();
  await check(page);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Topics').fill('cash flow, pricing');
  await check(page);
  await press(page, 'Save');
  await page.getByText('cash flow, pricing').waitFor();
  await page.getByText('Close this need', { exact: true }).click();
  await check(page);
  await page.getByLabel('Partly met').check();
  await press(page, 'Close the need');
  await page.getByText('The need is closed.').waitFor();
  await press(page, 'Open it again');
  await page.getByText('The need is open again.').waitFor();
});

test('an adviser keeps a contact, and a changed issue leads to the next need', async () => {
  const { enrolment, world, lead, firm, paths, page } = await openDesk();
  const need = await world.need({ enrolment });
  await world.app.database.tenant(world.orgId, async (tx) => {
    await tx
      .insertInto('action')
      .values({
        org_id: world.orgId,
        id: newId(),
        enrolment_id: enrolment.id,
        need_id: need.id,
        title: 'Write the cash forecast',
        owner: 'enterprise',
        due_on: '2026-11-20',
        created_at: site.app.clock.now(),
      })
      .execute();
  });
  await page.goto(firm.contact);
  await page.getByText('Not spoken to yet.').waitFor();
  await page.getByText('Write the cash forecast').waitFor();
  await check(page);
  await press(page, 'Tried, not reached');
  await page.goto(firm.contact);
  await page.getByText('None yet, tried once.').waitFor();
  await page.getByLabel('What have you achieved since we last spoke?').fill('First order');
  await page.getByLabel('What do you hope to achieve next?').fill('Second order');
  await page.getByLabel('Yes').check();
  await page.getByLabel('What is it now?').fill('They cannot find people');
  await check(page);
  await press(page, 'Keep the contact');
  await page.getByText('Now open the new need.').waitFor();
  expect(await page.getByLabel('What is needed').inputValue()).toBe('They cannot find people');
  await page.goto(firm.contact);
  await page.getByText('Hoped for: Second order').waitFor();
  await page.goto(paths.contacts);
  await page.getByText('2 contacts').waitFor();
  await check(page);
  await page.getByLabel('Main issue').selectOption('yes');
  await press(page, 'Show');
  await page.getByText('1 contact found').waitFor();
  const list = await page.request.get(`${paths.contactsExport}?changed=yes`);
  expect((await list.text()).split('\r\n')).toHaveLength(3);

  await page.goto(firm.actions);
  await page.getByText('1 open action, 1 overdue').waitFor();
  await check(page);
  await page.getByLabel('What is to be done').fill('Ring the bank');
  await press(page, 'Add');
  await page.getByText('2 open actions').waitFor();
  const plan = await page.request.get(firm.actionsExport);
  expect(await plan.text()).toContain('Ring the bank');

  const participant = await openAs(site, world, lead);
  await participant.goto(participantPaths(world.org.slug).actions);
  await check(participant);
  await press(participant, /^Done/);
  await participant.getByText('Done. “Undo”').waitFor();
  await press(participant, /^Undo/);
  await participant.getByText('The action is open again.').waitFor();
});

test('a changed issue of a matched firm leads to changing the match', async () => {
  const { enrolment, world, firm, page } = await openDesk();
  const need = await world.need({ enrolment, state: 'introduced' });
  const match = await world.match({ need });
  await page.goto(firm.contact);
  await page.getByLabel('Yes').check();
  await page.getByLabel('What is it now?').fill('They cannot find people');
  await press(page, 'Keep the contact');
  await page.getByText('Now the next need and mentor.').waitFor();
  expect(new URL(page.url()).pathname).toContain(match.id);
  expect(await page.getByText('They cannot find people').count()).toBeGreaterThan(0);
});
