import { expect, test } from 'vitest';
import { addEnterprisePerson } from '../../src/modules/enterprises/commands/add-enterprise-person.ts';
import { addEnterprise } from '../../src/modules/enterprises/commands/add-enterprise.ts';
import { editEnterprisePerson } from '../../src/modules/enterprises/commands/edit-enterprise-person.ts';
import { enrolEnterprise } from '../../src/modules/enterprises/commands/enrol-enterprise.ts';
import { enterpriseFields } from '../../src/modules/enterprises/enterprise.ts';
import { acceptApplication } from '../../src/modules/intake/commands/accept-application.ts';
import { checkImport } from '../../src/modules/intake/commands/check-import.ts';
import { importList } from '../../src/modules/intake/commands/import-list.ts';
import { editPerson } from '../../src/modules/people/commands/edit-person.ts';
import { mapImport } from '../../src/modules/intake/commands/map-import.ts';
import { takeImport } from '../../src/modules/intake/commands/take-import.ts';
import { uploadImport } from '../../src/modules/intake/commands/upload-import.ts';
import { createTestApp, drainJobs } from '../factories/app.ts';
import { startingPages, tradingPages } from '../factories/application-desk.ts';
import { makeEnrolment } from '../factories/enterprises.ts';
import { makeNeighbours, neighbourNumber } from '../factories/neighbours.ts';

const app = await createTestApp();
const notThere = { code: 'not-found' };

test('staff of one programme do not enrol a firm that only another one knows; an organisation’s manager does', async () => {
  const { near, everywhere, programmeId, firm, enrolled, world } = await makeNeighbours(app);
  const input = { programmeId, enterpriseId: firm.id };
  await expect(enrolEnterprise(near, input)).rejects.toMatchObject(notThere);
  expect(await enrolled()).toHaveLength(1);
  await enrolEnterprise(everywhere, input);
  expect(await enrolled()).toHaveLength(2);
  const free = await world.enterprise();
  await enrolEnterprise(near, { programmeId, enterpriseId: free.id });
});

test('a form that names a firm of another programme is told so, and offers nothing', async () => {
  const { near, programmeId } = await makeNeighbours(app);
  const fields = enterpriseFields.parse({ name: 'Quill Pens Ltd', companyNumber: neighbourNumber });
  expect(await addEnterprise(near, { programmeId, fields })).toMatchObject({
    ok: false,
    candidates: [{ name: 'Quill Pens Ltd', isBeyond: true }],
  });
});

test('a firm that applies itself with its company number is taken up, and its main contact hears of it', async () => {
  const { near, firm, submitted, application, letters, enrolled } = await makeNeighbours(app);
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
  const { near, firm, submitted, application, write, enrolled } = await makeNeighbours(app);
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
  const { near, everywhere, programmeId, firm, read, enrolled } = await makeNeighbours(app);
  const list = (ctx: typeof near) =>
    importList(ctx, {
      target: { kind: 'enterprises', programmeId, enrols: true, unmatched: 'create' },
      fileName: 'firms.csv',
      bytes: new TextEncoder().encode(
        `Company name,Company number,Website\nQuill Pens Ltd,${neighbourNumber},https://quill.example\n`,
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
  const { near, everywhere, contact, desk, world } = await makeNeighbours(app);
  const input = { enrolmentId: desk.enrolmentId, name: 'Somebody', email: 'Founder@quill.example' };
  const added = await addEnterprisePerson(near, input);
  expect(added.personId).not.toBe(contact.id);
  const second = await makeEnrolment(world);
  const taken = await addEnterprisePerson(everywhere, { ...input, enrolmentId: second.id });
  expect([contact.id, added.personId]).toContain(taken.personId);
});

test('somebody of two firms is changed by nobody who sees only one of them', async () => {
  const { near, everywhere, desk, write, world, contact } = await makeNeighbours(app);
  await write((tx) =>
    tx
      .insertInto('enterprise_person')
      .values({
        org_id: world.orgId,
        enterprise_id: desk.enterpriseId,
        person_id: contact.id,
        from_on: '2026-02-02',
      })
      .execute(),
  );
  const wish = {
    ...{ personId: contact.id, version: 1, name: 'Fay Founder', phone: '', accessNeeds: '' },
    ...{ email: 'somebody.else@example.org', quietFrom: '19:00', quietTo: '07:30' },
  };
  await expect(editPerson(near, wish)).rejects.toThrow('another programme');
  const position = { position: 'Director', isLead: false };
  const fromTheFirm = { enrolmentId: desk.enrolmentId, personId: contact.id, version: 1 };
  const reach = { name: 'Fay Founder', email: 'somebody.else@example.org', phone: '' };
  await expect(editEnterprisePerson(near, { ...fromTheFirm, ...position, reach })).rejects.toThrow(
    'another programme',
  );
  await editPerson(everywhere, wish);
});

test('a list that a job writes later reaches as far as the roles of who started it', async () => {
  const { near, everywhere, programmeId, enrolled, read, write } = await makeNeighbours(app);
  const text = `Company name,Company number,Website\nQuill Pens Ltd,${neighbourNumber},https://quill.example\n`;
  async function checked(ctx: typeof near) {
    const { runId } = await uploadImport(ctx, {
      ...{ programmeId, kind: 'enterprises', fileName: `${ctx.actor.personId}.csv` },
      bytes: new TextEncoder().encode(text),
    });
    const { mapping } = await read((tx) =>
      tx
        .selectFrom('import_run')
        .select('mapping')
        .where('id', '=', runId)
        .executeTakeFirstOrThrow(),
    );
    await mapImport(ctx, { runId, mapping: mapping as Record<string, string | null> });
    await checkImport(ctx, { runId });
    await drainJobs(app);
    return runId;
  }
  const outcome = async (runId: string) =>
    (
      await read((tx) =>
        tx.selectFrom('import_row').select('outcome').where('run_id', '=', runId).execute(),
      )
    ).map((row) => row.outcome);
  expect(await outcome(await checked(near))).toEqual(['rejected']);
  const runId = await checked(everywhere);
  expect(await outcome(runId)).toEqual(['update']);
  await takeImport(everywhere, { runId });
  await write((tx) =>
    tx
      .updateTable('role_grant')
      .set({ programme_id: programmeId })
      .where('person_id', '=', everywhere.actor.personId)
      .execute(),
  );
  await drainJobs(app);
  expect(await enrolled()).toHaveLength(1);
});
