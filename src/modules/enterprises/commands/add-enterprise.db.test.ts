import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { addEnterprise } from './add-enterprise.ts';

const app = await createTestApp();

test('a new enterprise is added and enrolled; a double click adds one', async () => {
  const desk = await makeDesk(app);
  const input = {
    programmeId: desk.world.programme.id,
    fields: { name: '  Beacon   Optics Ltd ', companyNumber: '123 456', tradingPostcode: 'cv12ab' },
  };
  const key = { ...desk.adviser, idempotencyKey: 'add-once-0000001' };
  const added = await addEnterprise(key, input);
  expect(await addEnterprise(key, input)).toEqual(added);
  const rows = await desk.read((tx) =>
    tx
      .selectFrom('enterprise')
      .select(['name', 'company_number', 'trading_postcode', 'postcode_key', 'name_key'])
      .where('company_number', '=', '00123456')
      .execute(),
  );
  expect(rows).toEqual([
    {
      name: 'Beacon Optics Ltd',
      company_number: '00123456',
      trading_postcode: 'CV1 2AB',
      postcode_key: 'CV12AB',
      name_key: 'beacon optics',
    },
  ]);
  expect(await desk.audited('add-enterprise')).toHaveLength(1);
});

test('offers the record that has the same name and postcode, until told it is another firm', async () => {
  const desk = await makeDesk(app);
  const firm = await desk.world.enterprise({ name: 'Cedar Tools Ltd', postcode: 'CV3 4FJ' });
  const input = {
    programmeId: desk.world.programme.id,
    fields: { name: 'CEDAR TOOLS LIMITED', tradingPostcode: 'CV3 4FJ' },
  };
  expect(await addEnterprise(desk.adviser, input)).toMatchObject({
    ok: false,
    candidates: [{ id: firm.id, because: 'name-and-postcode', enrolmentId: null }],
  });
  expect(await addEnterprise(desk.adviser, { ...input, isAnother: true })).toMatchObject({
    ok: true,
  });
});

test('a company number is never given twice, whatever is said', async () => {
  const desk = await makeDesk(app);
  await desk.world.enterprise({ companyNumber: '07654321' });
  const added = await addEnterprise(desk.adviser, {
    programmeId: desk.world.programme.id,
    fields: { name: 'Another name', companyNumber: '7654321' },
    isAnother: true,
  });
  expect(added).toMatchObject({ ok: false, reason: 'may-exist' });
});

test('refuses outsiders, and says at the field what is wrong', async () => {
  const desk = await makeDesk(app);
  const programmeId = desk.world.programme.id;
  await expectWalls(desk, addEnterprise, { programmeId, fields: { name: 'Elm Ltd' } });
  await expect(
    addEnterprise(desk.adviser, {
      programmeId,
      fields: { name: '', companyNumber: 'ABC', sicCodes: ['6'], website: 'javascript:alert(1)' },
    }),
  ).rejects.toMatchObject({
    fields: {
      'fields.name': 'Enter the name of the enterprise.',
      'fields.companyNumber': expect.stringContaining('eight digits'),
      'fields.sicCodes.0': expect.stringContaining('five digits'),
      'fields.website': expect.stringContaining('www.example.org'),
    },
  });
});
