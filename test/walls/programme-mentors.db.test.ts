import { expect, test } from 'vitest';
import { importList } from '../../src/modules/intake/commands/import-list.ts';
import { addMentor } from '../../src/modules/mentors/commands/add-mentor.ts';
import { declareConflict } from '../../src/modules/mentors/commands/declare-conflict.ts';
import { endConflict } from '../../src/modules/mentors/commands/end-conflict.ts';
import { pauseMentor } from '../../src/modules/leaving/commands/pause-mentor.ts';
import { retireMentor } from '../../src/modules/leaving/commands/retire-mentor.ts';
import {
  conflictsOf,
  enterpriseNames,
  matchesOfMentor,
  mentorById,
  mentorsForMatching,
} from '../../src/modules/mentors/reads.ts';
import { reachOf } from '../../src/modules/programmes/reach/reads.ts';
import { logSession } from '../../src/modules/sessions/commands/log-session.ts';
import { createTestApp } from '../factories/app.ts';
import { makeEnrolment } from '../factories/enterprises.ts';
import { makeMatch, makeNeed } from '../factories/matches.ts';
import { usualSession } from '../factories/session-desk.ts';
import { makeNeighbours } from '../factories/neighbours.ts';

const app = await createTestApp();
const notThere = { code: 'not-found' };

test('a mentor’s page shows matches and conflicts of one’s programmes, of others only how many', async () => {
  const { near, far, everywhere, world, firm, there, read } = await makeNeighbours(app);
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
  const { near, far, everywhere, world, programmeId, there, read } = await makeNeighbours(app);
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
  const { near, everywhere, programmeId } = await makeNeighbours(app);
  const input = { name: 'Fay Founder', email: 'Founder@quill.example', programmeId };
  await expect(addMentor(near, input)).rejects.toMatchObject({
    fields: { email: expect.stringContaining('another programme') },
  });
  await addMentor(everywhere, input);
});

test('a list of mentors of one programme appoints for it, and changes none of the whole organisation', async () => {
  const { near, everywhere, programmeId, world, read } = await makeNeighbours(app);
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
  const { near, far, world, there } = await makeNeighbours(app);
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
