import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls, makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { addEnterprisePerson } from './add-enterprise-person.ts';
import { endEnterprisePerson } from './end-enterprise-person.ts';

const app = await createTestApp();

test('whoever has left no longer sees the enterprise', async () => {
  const desk = await makeDesk(app);
  const personId = desk.enrolment.enterprise.lead?.id ?? '';
  await endEnterprisePerson(desk.adviser, {
    enrolmentId: desk.enrolmentId,
    personId,
    leavesNobody: true,
  });
  const after = await desk.world.ctxFor({ id: personId });
  expect(after.actor.ownEnterpriseIds.size).toBe(0);
  expect(await desk.audited('end-enterprise-person')).toMatchObject([
    { changes: { person: personId, endedOn: '2026-11-24', leavesNobody: true } },
  ]);
});

test('refuses outsiders, somebody of another firm, and a last day before the first', async () => {
  const desk = await makeDesk(app);
  const personId = desk.enrolment.enterprise.lead?.id ?? '';
  const input = { enrolmentId: desk.enrolmentId, personId };
  await expectWalls(desk, endEnterprisePerson, input);
  const other = await desk.world.person();
  await expect(
    endEnterprisePerson(desk.adviser, { ...input, personId: other.id }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    endEnterprisePerson(desk.adviser, { ...input, toOn: '2020-01-01', leavesNobody: true }),
  ).rejects.toMatchObject({ fields: { toOn: expect.any(String) } });
});

/** A firm with its founder, who leads it, and a second person, both signed in as participants. */
async function makeFirm() {
  const desk = await makeDesk(app);
  const founderId = desk.enrolment.enterprise.lead?.id ?? '';
  const other = await desk.world.person({ roles: ['participant'] });
  await desk.write((tx) =>
    tx
      .insertInto('enterprise_person')
      .values({
        org_id: desk.world.orgId,
        enterprise_id: desk.enterpriseId,
        person_id: other.id,
        from_on: '2026-02-02',
      })
      .execute(),
  );
  const { enrolmentId } = desk;
  return {
    desk,
    founderId,
    otherId: other.id,
    founder: await desk.world.ctxFor({ id: founderId }),
    other: await desk.world.ctxFor(other),
    end: (ctx: Parameters<typeof endEnterprisePerson>[0], personId: string, more = {}) =>
      endEnterprisePerson(ctx, { enrolmentId, personId, ...more }),
    leads: () =>
      desk.read((tx) =>
        tx
          .selectFrom('enterprise_person')
          .select('person_id')
          .where('enterprise_id', '=', desk.enterpriseId)
          .where('is_lead', '=', true)
          .execute(),
      ),
  };
}

test('a second person of a firm cannot end its founder, nor call themselves the main contact', async () => {
  const { desk, end, other, founderId, leads } = await makeFirm();
  await expect(end(other, founderId)).rejects.toMatchObject({ code: 'precondition' });
  await expect(
    addEnterprisePerson(other, {
      enrolmentId: desk.enrolmentId,
      name: 'A friend of theirs',
      isLead: true,
    }),
  ).rejects.toMatchObject({ code: 'precondition' });
  expect(await leads()).toEqual([{ person_id: founderId }]);
});

test('the founder ends the second person; when the founder leaves, the next one becomes main contact', async () => {
  const first = await makeFirm();
  await first.end(first.founder, first.otherId);
  const second = await makeFirm();
  await second.end(second.founder, second.founderId);
  expect(await second.leads()).toEqual([{ person_id: second.otherId }]);
});

test('nobody ends the last contact unseen: a participant never, staff only by saying so', async () => {
  const { desk, end, founder, founderId, otherId } = await makeFirm();
  await end(founder, otherId);
  const alone = { code: 'precondition', message: expect.stringContaining('only contact') };
  await expect(end(founder, founderId, { leavesNobody: true })).rejects.toMatchObject(alone);
  await expect(end(desk.adviser, founderId)).rejects.toMatchObject(alone);
  await end(desk.adviser, founderId, { leavesNobody: true });
});
