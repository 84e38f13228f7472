import { expect, test } from 'vitest';
import { addEnterprisePerson } from '../../src/modules/enterprises/commands/add-enterprise-person.ts';
import { addEnterprise } from '../../src/modules/enterprises/commands/add-enterprise.ts';
import { editEnterprisePerson } from '../../src/modules/enterprises/commands/edit-enterprise-person.ts';
import { enrolEnterprise } from '../../src/modules/enterprises/commands/enrol-enterprise.ts';
import { enterpriseFields } from '../../src/modules/enterprises/enterprise.ts';
import { acceptApplication } from '../../src/modules/intake/commands/accept-application.ts';
import { importList } from '../../src/modules/intake/commands/import-list.ts';
import { addMentor } from '../../src/modules/mentors/commands/add-mentor.ts';
import { declareConflict } from '../../src/modules/mentors/commands/declare-conflict.ts';
import { endConflict } from '../../src/modules/mentors/commands/end-conflict.ts';
import { pauseMentor } from '../../src/modules/mentors/commands/pause-mentor.ts';
import { retireMentor } from '../../src/modules/mentors/commands/retire-mentor.ts';
import {
  conflictsOf,
  enterpriseNames,
  matchesOfMentor,
  mentorById,
  mentorsForMatching,
} from '../../src/modules/mentors/reads.ts';
import { editPerson } from '../../src/modules/people/commands/edit-person.ts';
import { reachOf } from '../../src/modules/programmes/reach/reads.ts';
import { logSession } from '../../src/modules/sessions/commands/log-session.ts';
import { createTestApp } from '../factories/app.ts';
import { makeApplicationDesk, startingPages, tradingPages } from '../factories/application-desk.ts';
import { makeEnrolment } from '../factories/enterprises.ts';
import { makeMatch, makeNeed } from '../factories/matches.ts';
import { makeProgramme } from '../factories/programmes.ts';
import { usualSession } from '../factories/session-desk.ts';

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

test('somebody of two firms is changed by nobody who sees only one of them', async () => {
  const { near, everywhere, desk, write, world, contact } = await makeNeighbours();
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

test('a mentor’s page shows matches and conflicts of one’s programmes, of others only how many', async () => {
  const { near, far, everywhere, world, firm, there, read } = await makeNeighbours();
  const mentor = await world.mentor();
  const enrolment = await makeEnrolment(world, {
    enterprise: await world.enterprise({ name: 'Neighbouring Bakers Ltd' }),
    programmeId: there.id,
  });
  await makeMatch(world, { need: await makeNeed(world, { enrolment }), mentor });
  await makeMatch(world, { mentor });
  const conflict = { mentorId: mentor.id, enterpriseId: firm.id, kind: 'client' as const };
  await expect(declareConflict(near, conflict)).rejects.toMatchObject(notThere);
  const { conflictId } = await declareConflict(far, conflict);
  await expect(endConflict(near, { conflictId, reason: 'Over' })).rejects.toMatchObject(notThere);
  const seenBy = ({ actor }: typeof near) =>
    read(async (tx) => ({
      matches: (await matchesOfMentor(tx, mentor.id, reachOf(actor))).length,
      conflicts: (await conflictsOf(tx, mentor.id, reachOf(actor))).length,
      names: (await enterpriseNames(tx, 'quill', reachOf(actor))).length,
      live: (await mentorById(tx, mentor.id, '2026-11-24')).liveMatches,
    }));
  expect(await seenBy(near)).toEqual({ matches: 1, conflicts: 0, names: 0, live: 2 });
  expect(await seenBy(far)).toEqual({ matches: 1, conflicts: 1, names: 1, live: 2 });
  expect(await seenBy(everywhere)).toEqual({ matches: 2, conflicts: 1, names: 1, live: 2 });
});

test('a manager of one programme appoints mentors for it alone; others neither ask nor change them', async () => {
  const { near, far, everywhere, world, programmeId, there, read } = await makeNeighbours();
  const input = { name: 'Ruth Adeyemi', email: 'ruth@example.org' };
  for (const wrong of [null, there.id]) {
    await expect(addMentor(near, { ...input, programmeId: wrong })).rejects.toMatchObject(notThere);
  }
  const { mentorId, personId } = await addMentor(near, { ...input, programmeId });
  const grants = await read((tx) =>
    tx
      .selectFrom('role_grant')
      .select(['role', 'programme_id'])
      .where('person_id', '=', personId)
      .execute(),
  );
  expect(grants).toEqual([{ role: 'mentor', programme_id: programmeId }]);
  const asked = (id: string) =>
    read(async (tx) =>
      (await mentorsForMatching(tx, '2026-11-24', id)).some((one) => one.id === mentorId),
    );
  expect([await asked(programmeId), await asked(there.id)]).toEqual([true, false]);
  await expect(retireMentor(far, { mentorId, reason: 'x' })).rejects.toMatchObject(notThere);
  const shared = await world.mentor();
  await expect(retireMentor(far, { mentorId: shared.id, reason: 'x' })).rejects.toThrow(
    'whole organisation',
  );
  await pauseMentor(far, { mentorId: shared.id, reason: 'Away' });
  await retireMentor(near, { mentorId, reason: 'Moved away' });
  await retireMentor(everywhere, { mentorId: shared.id, reason: 'Moved away' });
});

test('the address of somebody of another programme makes nobody a mentor of this one', async () => {
  const { near, everywhere, programmeId } = await makeNeighbours();
  const input = { name: 'Fay Founder', email: 'Founder@quill.example', programmeId };
  await expect(addMentor(near, input)).rejects.toMatchObject({
    fields: { email: expect.stringContaining('another programme') },
  });
  await addMentor(everywhere, input);
});

test('a list of mentors of one programme appoints for it, and changes none of the whole organisation', async () => {
  const { near, everywhere, programmeId, world, read } = await makeNeighbours();
  const shared = await world.mentor({
    person: await world.person({ name: 'Ada Shared', email: 'ada@example.org', roles: ['mentor'] }),
  });
  const list = (ctx: typeof near) =>
    importList(ctx, {
      target: { kind: 'mentors', programmeId, enrols: false, unmatched: 'create' },
      fileName: 'mentors.csv',
      bytes: new TextEncoder().encode(
        'Name,Email,Headline\nAda Shared,ada@example.org,Banker\nRuth Adeyemi,ruth@example.org,Lawyer\nFay Founder,founder@quill.example,Maker\n',
      ),
    });
  expect(await list(near)).toMatchObject({ created: 1, updated: 0, rejected: 2 });
  const headline = async () =>
    (await read((tx) => mentorById(tx, shared.id, '2026-11-24'))).headline;
  expect(await headline()).not.toBe('Banker');
  const ruth = await read((tx) =>
    tx
      .selectFrom('role_grant as g')
      .innerJoin('person as p', 'p.id', 'g.person_id')
      .select(['g.role', 'g.programme_id'])
      .where('p.email', '=', 'ruth@example.org')
      .execute(),
  );
  expect(ruth).toEqual([{ role: 'mentor', programme_id: programmeId }]);
  expect(await list(everywhere)).toMatchObject({ created: 1, updated: 1 });
  expect(await headline()).toBe('Banker');
});

test('that a mentor is busy is told without naming a firm of another programme', async () => {
  const { near, far, world, there } = await makeNeighbours();
  const mentor = await world.mentor();
  const enrolment = await makeEnrolment(world, {
    enterprise: await world.enterprise({ name: 'Neighbouring Bakers Ltd' }),
    programmeId: there.id,
  });
  const elsewhere = await makeMatch(world, { need: await makeNeed(world, { enrolment }), mentor });
  const here = await makeMatch(world, { mentor });
  await logSession(far, { matchId: elsewhere.id, ...usualSession });
  const asked = logSession(near, { matchId: here.id, ...usualSession });
  await expect(asked).rejects.toMatchObject({
    fields: { startsAt: expect.not.stringContaining('Bakers') },
  });
  const own = logSession(await world.ctxFor(mentor.person), { matchId: here.id, ...usualSession });
  await expect(own).rejects.toMatchObject({
    fields: { startsAt: expect.stringContaining('Bakers') },
  });
});
