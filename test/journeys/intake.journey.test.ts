import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { organisationOf } from '../../src/web/session.ts';
import { makeProgramme } from '../factories/programmes.ts';
import { expectAccessible, openPage, phone } from './browser.ts';
import { makeWorkbook } from '../factories/workbook.ts';
import { picture } from './picture.ts';
import { startSite } from './site.ts';

const site = await startSite();
const org = 'coventry-growth-hub';

/** Each page as a desk and as a phone shows it. */
async function check(page: Page, name?: string): Promise<void> {
  for (const viewport of [
    { width: 390, height: 800 },
    { width: 1280, height: 900 },
  ]) {
    await page.setViewportSize(viewport);
    await expectAccessible(page);
    if (name !== undefined) await picture(page, `intake-${name}-${viewport.width}`);
  }
}

/** An administrator who has signed in, and an open programme. */
async function setUp(): Promise<Page> {
  const admin = await openPage(site.url);
  await admin.goto(await site.setupLink());
  await admin.getByLabel('Name', { exact: true }).fill('Coventry Growth Hub');
  await admin.getByLabel('Your name').fill('Asha Patel');
  await admin.getByLabel('Email address').fill('asha@example.org');
  await admin.getByLabel('Password').fill('eleven green bottles on a wall');
  await admin.getByRole('button', { name: 'Set up' }).click();
  await admin.waitForURL(`**/o/${org}**`);
  const organisation = await organisationOf(site.app, org);
  if (!organisation) throw new Error('the organisation is missing');
  const programme = await makeProgramme(site.app, organisation);
  await site.app.database.tenant(organisation.orgId, (tx) =>
    tx
      .updateTable('programme')
      .set({ applications_open: true, about: 'Mentors and advice for growing firms.' })
      .where('id', '=', programme.id)
      .execute(),
  );
  return admin;
}

const list = [
  'Company Name,Company Number,Postcode,Main contact,Email',
  'Birch Tools Ltd,01234567,CV1 2AB,Ann Birch,ann@birch.example',
  'Cedar Foods Ltd,07654321,CV4 7AL,,',
  'Wrong Number Ltd,abc,CV4 7AL,,',
].join('\n');

async function importList(admin: Page): Promise<void> {
  await admin.goto(`/o/${org}/p/business-ready/imports`);
  await check(admin);
  await admin.getByRole('button', { name: 'Import enterprises' }).click();
  await admin.getByRole('button', { name: 'Upload' }).click();
  await admin.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await check(admin);
  await admin
    .getByLabel('The list')
    .setInputFiles({ name: 'firms.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await admin.getByRole('button', { name: 'Upload' }).click();
  await admin.getByRole('button', { name: 'Check the rows' }).waitFor();
  await check(admin);
  await admin.getByRole('button', { name: 'Check the rows' }).click();
  await admin.getByText('You can leave this page').waitFor();
  await site.app.jobs.drain();
  await admin.getByRole('button', { name: 'Take in 2 rows' }).waitFor();
  await check(admin);
  await admin.getByRole('button', { name: 'Take in 2 rows' }).click();
  await admin.getByText('You can leave this page').waitFor();
  await site.app.jobs.drain();
  await admin.getByText('done', { exact: true }).first().waitFor();
  await check(admin);
  const bad = await admin.request.get(`${new URL(admin.url()).pathname}/bad-rows?format=csv`);
  expect(await bad.text()).toContain('Wrong Number Ltd,abc');
  await admin.getByRole('link', { name: 'Invite them' }).click();
  await admin.getByText('Ann Birch').waitFor();
  await check(admin, 'invite');
  await admin.getByRole('button', { name: 'Send the invitations' }).click();
  await admin.getByRole('heading', { name: 'Nobody is left to invite' }).waitFor();
  await check(admin);
}

/** A list of firms to look up: they are kept on record, found, and made applicants together. */
async function keepOnRecord(admin: Page): Promise<void> {
  const buffer = Buffer.from(
    'Firma;PLZ;Ansprechpartner\nHolly Works Ltd;CV1 2AB;Hal Holly\nIvy Works Ltd;;\n',
  );
  await admin.goto(`/o/${org}/p/business-ready/imports/new?kind=enterprises`);
  await admin
    .getByLabel('The list')
    .setInputFiles({ name: 'past.csv', mimeType: 'text/csv', buffer });
  await admin.getByRole('button', { name: 'Upload' }).click();
  await admin.getByLabel('Only kept on record').check();
  await admin.getByRole('button', { name: 'Check the rows' }).click();
  await admin.getByText('You can leave this page').waitFor();
  await site.app.jobs.drain();
  await admin.getByRole('button', { name: 'Take in 2 rows' }).click();
  await admin.getByText('You can leave this page').waitFor();
  await site.app.jobs.drain();
  await admin.getByRole('link', { name: 'See the firms kept on record.' }).click();
  await check(admin, 'on-record');
  await admin.getByLabel('Name or company number').fill('holly');
  await admin.getByRole('button', { name: 'Show' }).click();
  await admin.getByText('1 firm found').waitFor();
  await admin.getByLabel('Holly Works Ltd').check();
  await admin.getByRole('button', { name: 'Make them applicants' }).click();
  await admin.getByText('1 firm is now among the applicants.').waitFor();
  await admin.getByText('No firm is called so.').waitFor();
  await check(admin);
}

/** A workbook whose first sheet is a cover: the sheet is chosen, the list taken in, and undone. */
async function importWorkbook(admin: Page): Promise<void> {
  const headers = ['Company Name', 'Company Number', 'Postcode'];
  const buffer = Buffer.from(
    await makeWorkbook({
      Cover: [['Firms of the partner, March'], ['Ask Ann if unsure']],
      'This year': [headers, ['Elder Works Ltd', '06543210', 'CV1 2AB']],
      'Last year': [
        headers,
        ['Fir Works Ltd', '06543211', 'CV1 2AB'],
        ['Gorse Works Ltd', '06543212', 'CV1 2AB'],
      ],
    }),
  );
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await admin.goto(`/o/${org}/p/business-ready/imports/new?kind=enterprises`);
  await admin.getByLabel('The list').setInputFiles({ name: 'firms.xlsx', mimeType, buffer });
  await admin.getByRole('button', { name: 'Upload' }).click();
  await admin.getByRole('group', { name: 'Which sheet is the list?' }).waitFor();
  expect(await admin.getByLabel('Last year').isChecked()).toBe(true);
  await check(admin, 'sheets');
  await admin.getByLabel('This year').check();
  await admin.getByRole('button', { name: 'Read this sheet' }).click();
  await admin.getByRole('button', { name: 'Check the rows' }).waitFor();
  await check(admin, 'columns');
  await admin.getByRole('button', { name: 'Check the rows' }).click();
  await admin.getByText('You can leave this page').waitFor();
  await site.app.jobs.drain();
  await admin.getByRole('button', { name: 'Take in 1 row' }).click();
  await admin.getByText('You can leave this page').waitFor();
  await site.app.jobs.drain();
  await admin.getByRole('link', { name: 'Undo the import' }).click();
  await check(admin, 'undo');
  await admin.getByRole('button', { name: 'Undo the import' }).click();
  await admin.getByText('You can leave this page').waitFor();
  await site.app.jobs.drain();
  await admin.getByRole('heading', { name: 'This import was undone' }).waitFor();
  await check(admin, 'undone');
}

/** What the application says of links and aid becomes a record when the adviser says so. */
async function confirmWhatWasStated(admin: Page): Promise<void> {
  const eligibility = admin.url();
  await admin.goto(`${eligibility}/size`);
  await check(admin, 'stated');
  await admin.getByRole('button', { name: 'Record it' }).click();
  await check(admin, 'stated-form');
  expect(await admin.getByLabel('Name', { exact: true }).inputValue()).toBe('Quill Holdings Ltd');
  expect(await admin.getByLabel('Share of the capital').inputValue()).toBe('30');
  await admin.getByRole('button', { name: 'Add', exact: true }).click();
  await admin.getByText('Saved. The size was worked out again.').waitFor();
  expect(await admin.getByText('to be confirmed').count()).toBe(0);
  await admin.goto(`${eligibility}/subsidy-headroom`);
  await check(admin, 'stated-aid');
  await admin.getByRole('button', { name: 'Set aside' }).click();
  await admin.getByText('Set aside. It counts nowhere.').waitFor();
}

/** Fills in what a page asks; radios and boxes by their words. */
async function answer(visitor: Page, fields: Record<string, string>, choices: string[] = []) {
  for (const [label, text] of Object.entries(fields)) {
    await visitor.getByLabel(label, { exact: false }).first().fill(text);
  }
  for (const choice of choices) await visitor.getByLabel(choice, { exact: true }).first().check();
  await visitor.getByRole('button', { name: 'Save and go on' }).click();
}

async function apply(visitor: Page): Promise<void> {
  await visitor.goto(`/apply/${org}/business-ready`);
  await check(visitor);
  await visitor.getByLabel('Your name').fill('Rosa Quill');
  await visitor.getByLabel('Email address').fill('rosa@quill.example');
  site.app.clock.set('2026-11-24T10:00:20.000Z');
  await visitor.getByRole('button', { name: 'Begin' }).click();
  await visitor.getByRole('heading', { name: 'About you' }).waitFor();
  await check(visitor);
  await answer(visitor, { 'Your part in the business': 'Founder' });
  await answer(visitor, {});
  await visitor.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await check(visitor);
  await answer(
    visitor,
    { 'Name of the business': 'Quill Pens Ltd', 'What does it do': 'Makes pens.' },
    ['Yes, it trades'],
  );
  await check(visitor);
  await answer(visitor, { 'Company number': '02345678' });
  await answer(visitor, { Address: '1 Mill Lane, Coventry', Postcode: 'cv4 7al' });
  await check(visitor);
  await answer(
    visitor,
    {
      'People who work': '4.5',
      'Sales in': '85000',
      'If so: which firms': 'Quill Holdings Ltd owns 30% of us',
    },
    ['Yes'],
  );
  await check(visitor);
  await answer(visitor, { 'In your own words': 'Cash runs out.' }, [
    'Finance and investment readiness',
  ]);
  await answer(visitor, { 'What do you want to reach': 'Sell abroad.' });
  await answer(visitor, { 'If so: from whom': 'City Council, 2025, £1,000' }, ['Yes']);
  await check(visitor);
  await visitor.getByLabel('Yes, introduce us at once').check();
  await visitor.getByRole('checkbox').nth(0).check();
  await visitor.getByRole('checkbox').nth(1).check();
  await visitor.getByRole('button', { name: 'Save and go on' }).click();
  await visitor.getByRole('heading', { name: 'Check your answers' }).waitFor();
  await check(visitor);
  await visitor.getByRole('button', { name: 'Send the application' }).click();
  await visitor.getByRole('heading', { name: 'Thank you' }).waitFor();
  await visitor.getByText('we have written to rosa@quill.example').waitFor();
  await check(visitor);
  await visitor.getByRole('button', { name: 'Send the letter again' }).click();
  await visitor.getByText('We have written once more').waitFor();
}

/** The applicant opens the letter on a telephone without scripts. */
async function proveAddress(): Promise<void> {
  const organisation = await organisationOf(site.app, org);
  const letter = await site.app.database.read(organisation?.orgId ?? '', (tx) =>
    tx
      .selectFrom('mail')
      .select('body')
      .where('to_address', '=', 'rosa@quill.example')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  );
  const path = /\/o\/\S+\/link\/\S+/.exec(letter.body)?.[0] ?? '';
  const looking = await openPage(site.url, phone);
  await looking.goto(path);
  await looking.getByText('is rosa@quill.example your address').waitFor();
  await expectAccessible(looking);
  await picture(looking, 'intake-address-asked');
  const reader = await openPage(site.url, { ...phone, javaScriptEnabled: false });
  await reader.goto(path);
  await reader.getByRole('button', { name: 'Yes, it was me' }).click();
  await reader.getByText('We know now that the address is yours').waitFor();
}

test('a list is imported, somebody applies on the public page, and staff take the application up', async () => {
  const admin = await setUp();
  await importList(admin);
  await importWorkbook(admin);
  await keepOnRecord(admin);
  await apply(await openPage(site.url));
  await admin.goto(`/o/${org}/p/business-ready/applications`);
  await check(admin);
  await admin.getByRole('link', { name: 'Rosa Quill' }).click();
  await admin.getByRole('heading', { name: 'Quill Pens Ltd' }).waitFor();
  await check(admin, 'application');
  await admin.getByRole('button', { name: 'Accept' }).click();
  await admin.getByText('Nobody has shown yet that rosa@quill.example').first().waitFor();
  await check(admin, 'application-unproved');
  await proveAddress();
  await admin.goto(`/o/${org}/p/business-ready/applications`);
  await admin.getByRole('link', { name: 'Rosa Quill' }).click();
  await admin.getByRole('heading', { name: 'Quill Pens Ltd' }).waitFor();
  await admin.getByRole('button', { name: 'Accept' }).click();
  await admin.waitForURL('**/eligibility');
  await confirmWhatWasStated(admin);
});
