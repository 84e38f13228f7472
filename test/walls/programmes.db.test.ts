import { expect, test } from 'vitest';
import { addEnterprisePerson } from '../../src/modules/enterprises/commands/add-enterprise-person.ts';
import { addEnterprise } from '../../src/modules/enterprises/commands/add-enterprise.ts';
import { enrolEnterprise } from '../../src/modules/enterprises/commands/enrol-enterprise.ts';
import { enterpriseFields } from '../../src/modules/enterprises/enterprise.ts';
import { acceptApplication } from '../../src/modules/intake/commands/accept-application.ts';
import { importList } from '../../src/modules/intake/commands/import-list.ts';
import { createTestApp } from '../factories/app.ts';
import { makeApplicationDesk, startingPages, tradingPages } from '../factories/application-desk.ts';
import { makeEnrolment } from '../factories/enterprises.ts';
import { makeProgramme } from '../factories/programmes.ts';

const app = await createTestApp();
const number = '01234567';
const notThere = { code: 'not-found' };

/** A programme with its adviser, and a firm that only another programme of the organisation knows. */
async function makeNeighbours() {
  const made = await makeApplicationDesk(app);
  const { world, write, read } = made.desk;
  const there = await makeProgramme(app, world.org, { programme: 'Neighbour' });
  const contact = await world.person({ email: 'founder@quill.example', name: 'Fay Founder' });
  const firm = await world.enterprise({
    name: 'Quill Pens Ltd',
    companyNumber: number,
    lead: contact,
  });
  await makeEnrolment(world, { enterprise: firm, programmeId: there.id });
  const programmeId = world.programme.id;
  return {
    ...made,
    world,
    write,
    read,
    firm,
    contact,
    there,
    near: await world.ctxAs('manager', { programmeId }),
    far: await world.ctxAs('manager', { programmeId: there.id }),
    everywhere: await world.ctxAs('manager'),
    enrolled: () =>
      read((tx) =>
        tx
          .selectFrom('enrolment')
          .select('programme_id')
          .where('enterprise_id', '=', firm.id)
          .execute(),
      ),
  };
}

test('staff of one programme do not enrol a firm that only another one knows; an organisation’s manager does', async () => {
  const { near, everywhere, programmeId, firm, enrolled, world } = await makeNeighbours();
  const input = { programmeId, enterpriseId: firm.id };
  await expect(enrolEnterprise(near, input)).rejects.toMatchObject(notThere);
  expect(await enrolled()).toHaveLength(1);
  await enrolEnterprise(everywhere, input);
  expect(await enrolled()).toHaveLength(2);
  const free = await world.enterprise();
  await enrolEnterprise(near, { programmeId, enterpriseId: free.id });
});

test('a form that names a firm of another programme is told so, and offers nothing', async () => {
  const { near, programmeId } = await makeNeighbours();
  const fields = enterpriseFields.parse({ name: 'Quill Pens Ltd', companyNumber: number });
  expect(await addEnterprise(near, { programmeId, fields })).toMatchObject({
    ok: false,
    candidates: [{ name: 'Quill Pens Ltd', isBeyond: true }],
  });
});

test('a firm that applies itself with its company number is taken up, and its main contact hears of it', async () => {
  const { near, firm, submitted, application, letters, enrolled } = await makeNeighbours();
  const { applicationId } = await submitted();
  const { version } = await application(applicationId);
  const input = { applicationId, version, enterpriseId: firm.id };
  expect(await acceptApplication(near, input)).toMatchObject({ enterpriseId: firm.id });
  expect(await enrolled()).toHaveLength(2);
  expect(await letters()).toContainEqual(
    expect.objectContaining({
      kind: 'application-linked',
      to_address: 'founder@quill.example',
      body: expect.stringContaining('Rosa Quill'),
    }),
  );
});

test('an application without that number, or typed in by staff, is no way to a firm of another programme', async () => {
  const { near, firm, submitted, application, write, enrolled } = await makeNeighbours();
  const other = await submitted({
    ...tradingPages,
    numbers: { ...tradingPages.numbers, companyNumber: '7654321' },
  });
  const unnumbered = await submitted(startingPages, 'sam@quill.example');
  const typed = await submitted(tradingPages, 'tom@quill.example');
  await write((tx) =>
    tx
      .updateTable('application')
      .set({ source: 'staff' })
      .where('id', '=', typed.applicationId)
      .execute(),
  );
  for (const { applicationId } of [other, unnumbered, typed]) {
    const { version } = await application(applicationId);
    await expect(
      acceptApplication(near, { applicationId, version, enterpriseId: firm.id }),
    ).rejects.toMatchObject(notThere);
  }
  const { version } = await application(typed.applicationId);
  await expect(
    acceptApplication(near, {
      applicationId: typed.applicationId,
      version,
      enterpriseId: null,
      isAnother: true,
    }),
  ).rejects.toThrow('a programme that you do not see');
  expect(await enrolled()).toHaveLength(1);
});

test('a list or a register file of one programme changes and enrols no firm of another', async () => {
  const { near, everywhere, programmeId, firm, read, enrolled } = await makeNeighbours();
  const list = (ctx: typeof near) =>
    importList(ctx, {
      target: { kind: 'enterprises', programmeId, enrols: true, unmatched: 'create' },
      fileName: 'firms.csv',
      bytes: new TextEncoder().encode(
        `Company name,Company number,Website\nQuill Pens Ltd,${number},https://quill.example\n`,
      ),
    });
  const website = async () =>
    (
      await read((tx) =>
        tx
          .selectFrom('enterprise')
          .select('website')
          .where('id', '=', firm.id)
          .executeTakeFirstOrThrow(),
      )
    ).website;
  expect(await list(near)).toMatchObject({
    ...{ created: 0, updated: 0, rejected: 1 },
    problems: [{ message: expect.stringContaining('a programme that you do not see') }],
  });
  expect(await website()).toBeNull();
  expect(await enrolled()).toHaveLength(1);
  expect(await list(everywhere)).toMatchObject({ updated: 1, rejected: 0 });
  expect(await enrolled()).toHaveLength(2);
});

test('an email address does not give away the person behind it, nor bring them into a firm', async () => {
  const { near, everywhere, contact, desk, world } = await makeNeighbours();
  const input = { enrolmentId: desk.enrolmentId, name: 'Somebody', email: 'Founder@quill.example' };
  const added = await addEnterprisePerson(near, input);
  expect(added.personId).not.toBe(contact.id);
  const second = await makeEnrolment(world);
  const taken = await addEnterprisePerson(everywhere, { ...input, enrolmentId: second.id });
  expect([contact.id, added.personId]).toContain(taken.personId);
});
