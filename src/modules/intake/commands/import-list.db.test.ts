import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { makeWorkbook } from '../../../../test/factories/workbook.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { importList } from './import-list.ts';

const app = await createTestApp();
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function start() {
  const desk = await makeDesk(app);
  const ctx = await desk.world.ctxAs('manager');
  const target = { kind: 'enterprises', programmeId: desk.world.programme.id } as const;
  const take = (text: string | Uint8Array<ArrayBuffer>, more = {}) =>
    importList(ctx, {
      target: { ...target, ...more },
      fileName: 'firms.csv',
      bytes: typeof text === 'string' ? bytesOf(text) : text,
    });
  const firms = () =>
    desk.read((tx) => tx.selectFrom('enterprise').selectAll().orderBy('name').execute());
  return { desk, ctx, target, take, firms };
}

const list = [
  'Company Name,Company Number,Postcode,Employees,Turnover,Contact Name,Email',
  'Birch Tools Ltd,01234567,CV1 2AB,12,"1,200,000",Ann Birch,ann@birch.example',
  'Cedar Foods Ltd,07654321,CV4 7AL,3,90000,Cem Dar,cem@cedar.example',
  'Nameless,abc,CV4 7AL,3,1,,',
].join('\n');

test('new firms are kept with contact and figures and become applicants; bad rows say why', async () => {
  const { desk, take, firms } = await start();
  const result = await take(list);
  expect(result).toMatchObject({ read: 3, created: 2, updated: 0, unchanged: 0, rejected: 1 });
  expect(result.problems).toContainEqual(
    expect.objectContaining({ row: 4, column: 'Company Number', code: 'company-number' }),
  );
  const birch = (await firms()).find((firm) => firm.name === 'Birch Tools Ltd');
  expect(birch).toMatchObject({ company_number: '01234567', trading_postcode: 'CV1 2AB' });
  await desk.read(async (tx) => {
    const id = birch?.id ?? '';
    const enrolment = await tx
      .selectFrom('enrolment')
      .selectAll()
      .where('enterprise_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(enrolment).toMatchObject({ state: 'applied', source: 'import', stage: 'growth' });
    const measures = await tx
      .selectFrom('measure')
      .select(['kind', 'amount', 'enrolment_id', 'source'])
      .where('enterprise_id', '=', id)
      .orderBy('kind')
      .execute();
    expect(measures).toEqual([
      { kind: 'staff', amount: 1200, enrolment_id: enrolment.id, source: 'import' },
      { kind: 'turnover', amount: 120_000_000, enrolment_id: enrolment.id, source: 'import' },
    ]);
    const people = await tx
      .selectFrom('enterprise_person')
      .select(['is_lead'])
      .where('enterprise_id', '=', id)
      .execute();
    expect(people).toEqual([{ is_lead: true }]);
  });
  expect(await desk.audited('import-list')).toMatchObject([{ changes: { created: 2, read: 3 } }]);
});

test('the same list twice changes nothing', async () => {
  const { take, firms } = await start();
  await take(list);
  const before = await firms();
  expect(await take(list)).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejected: 1 });
  expect(await firms()).toEqual(before);
});

test('a dry run tells the same and writes nothing', async () => {
  const { ctx, target, firms } = await start();
  const before = await firms();
  const result = await importList(ctx, {
    ...{ target, fileName: 'firms.csv', bytes: bytesOf(list), isDryRun: true },
  });
  expect(result).toMatchObject({ created: 2, rejected: 1 });
  expect(await firms()).toEqual(before);
});

test('the register fills a known firm in, its office apart from where it trades', async () => {
  const { take, firms } = await start();
  await take(list);
  const register = [
    'CompanyName, CompanyNumber,RegAddress.AddressLine1,RegAddress.PostTown,RegAddress.PostCode,CompanyCategory,CompanyStatus,IncorporationDate,SICCode.SicText_1',
    '"BIRCH TOOLS LTD","01234567","1 High Street","LEEDS","LS1 1AA","Private Limited Company","Active","04/05/2015","25620 - Machining"',
    '"UNKNOWN LTD","02345678","","LEEDS","LS1 1AA","Private Limited Company","Active","04/05/2015","25620 - Machining"',
  ].join('\n');
  const result = await take(register, { unmatched: 'leave' });
  expect(result).toMatchObject({ created: 0, updated: 1, unchanged: 0, notKnown: 1 });
  expect(result.problems).toMatchObject([{ row: 3, code: 'enterprise-not-on-record' }]);
  expect((await firms()).find((firm) => firm.company_number === '01234567')).toMatchObject({
    company_status: 'Active',
    incorporated_on: '2015-05-04',
    sic_codes: ['25620'],
    registered_postcode: 'LS1 1AA',
    trading_postcode: 'CV1 2AB',
    register_checked_on: '2026-11-24',
  });
  expect(await take(register, { unmatched: 'leave' })).toMatchObject({
    ...{ updated: 0, unchanged: 1, notKnown: 1 },
  });
});

test.each([
  ['create', 'create'],
  ['leave', 'leave'],
] as const)('every row read is counted once, firms not on record: %s', async (_, unmatched) => {
  const { take } = await start();
  await take(list);
  const every = [
    'Company Name,Company Number,Postcode,Telephone,Email',
    'Birch Tools Ltd,01234567,CV1 2AB,024 7600 0000,ann@birch.example',
    'Cedar Foods Ltd,07654321,CV4 7AL,,cem@cedar.example',
    'Cedar Foods,,CV4 7AL,024 7611 1111,',
    'Quite Another Ltd,01234567,B1 1AA,,',
    'New Firm Ltd,08888888,B1 1AA,,',
    'New Firm Ltd,08888888,B1 1AA,024 7622 2222,',
    'New Firm Ltd,08888888,B1 1AA,024 7633 3333,',
    ',,,,',
    'Bad Number Ltd,abc,B1 1AA,,',
    ',09999999,B1 1AA,,',
    'Ragged Ltd,07777777,B1 1AA,,,too,many',
  ].join('\n');
  for (const round of ['first', 'again']) {
    const { read, created, updated, unchanged, notKnown, rejected, problems } = await take(every, {
      unmatched,
    });
    expect(read).toBe(10);
    expect(created + updated + unchanged + notKnown + rejected).toBe(read);
    expect(rejected).toBeGreaterThan(0);
    expect(notKnown > 0).toBe(unmatched === 'leave');
    expect(new Set(problems.map(({ row }) => row)).size).toBeGreaterThanOrEqual(rejected);
    if (round === 'again') expect([created, updated]).toEqual([0, 0]);
  }
});

test('of a workbook the sheet that looks like a list is read, or the one that is named', async () => {
  const { ctx, target, take } = await start();
  const bytes = await makeWorkbook({
    Cover: [['Firms of the partner'], ['See the next sheet']],
    Firms: [
      ['Company Name', 'Postcode'],
      ['Birch Tools Ltd', 'CV1 2AB'],
    ],
    Old: [['Company Name'], ['Elder Works Ltd'], ['Fir Works Ltd']],
  });
  expect(await take(bytes)).toMatchObject({
    ...{ read: 1, created: 1, sheet: 'Firms', sheets: ['Cover', 'Firms', 'Old'] },
  });
  const named = { target, fileName: 'firms.xlsx', bytes, reading: { sheet: 'Old' } };
  expect(await importList(ctx, named)).toMatchObject({ read: 2, created: 2, sheet: 'Old' });
  await expect(importList(ctx, { ...named, reading: { sheet: 'New' } })).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('“Firms”'),
  });
});

test('a list cut off at the most rows is refused whole, not taken in part', async () => {
  const { take, firms } = await start();
  const before = await firms();
  const rows = Array.from({ length: 100_001 }, (_, n) => `Firm ${n}`);
  await expect(take(['Company Name', ...rows].join('\n'))).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('100,000 rows'),
  });
  expect(await firms()).toEqual(before);
});

test('a list that cannot be read is refused whole, whatever its name says', async () => {
  const { take, firms } = await start();
  const before = await firms();
  await expect(take(bytesOf('%PDF-1.7 not a table'))).rejects.toMatchObject({ code: 'invalid' });
  await expect(take('')).rejects.toMatchObject({ code: 'invalid' });
  await expect(take('Colour,Taste\nred,sweet')).rejects.toMatchObject({ code: 'invalid' });
  expect(await firms()).toEqual(before);
});

test('nobody else may: not a mentor, not another organisation; mentors only for managers', async () => {
  const { desk, target } = await start();
  const input = { target, fileName: 'firms.csv', bytes: bytesOf(list) };
  const stranger = await (await makeWorld(app)).ctxAs('mentor');
  for (const ctx of [stranger, await desk.world.ctxAs('mentor'), await desk.neighbour()]) {
    await expect(importList(ctx, input)).rejects.toMatchObject({ code: 'not-found' });
  }
  const mentors = { ...input, target: { ...target, kind: 'mentors' as const } };
  await expect(importList(desk.adviser, mentors)).rejects.toMatchObject({ code: 'not-found' });
});

const data = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));

test('the real files go through, and a second time change nothing', async (context) => {
  if (!existsSync(data)) context.skip('the real files are not here');
  const { take } = await start();
  for (const name of ['london-companies.csv', 'companies-house-rows.csv']) {
    const bytes = new Uint8Array(readFileSync(`${data}${name}`));
    const first = await take(bytes);
    expect(first.created).toBeGreaterThan(0);
    const { read, created, updated, unchanged, notKnown, rejected } = first;
    expect(created + updated + unchanged + notKnown + rejected).toBe(read);
    const again = await take(bytes);
    expect(again).toMatchObject({ created: 0, updated: 0, rejected });
  }
});
