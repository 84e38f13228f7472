import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMentorDesk } from '../../../../test/factories/mentor-desk.ts';
import { expectRoleWalls } from '../../../../test/factories/walls.ts';
import { squash } from '../../../kernel/text.ts';
import { addMentor } from './add-mentor.ts';

const app = await createTestApp();
const input = { name: ' Ruth  Adeyemi', email: 'Ruth@Example.org', supplierName: 'Adeyemi Ltd' };

test('a selected mentor is appointed with the role; a double click adds one', async () => {
  const desk = await makeMentorDesk(app);
  const ctx = { ...desk.manager, idempotencyKey: 'mentor-once-00001' };
  const added = await addMentor(ctx, input);
  expect(await addMentor(ctx, input)).toEqual(added);
  const rows = await desk.read((tx) =>
    tx
      .selectFrom('mentor as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .innerJoin('role_grant as g', 'g.person_id', 'p.id')
      .innerJoin('supplier as s', 's.id', 'm.supplier_id')
      .select(['p.name', 'p.email', 'm.state', 'g.role', 's.name as supplier'])
      .where('m.id', '=', added.mentorId)
      .execute(),
  );
  expect(rows).toEqual([
    {
      name: 'Ruth Adeyemi',
      email: 'ruth@example.org',
      state: 'appointed',
      role: 'mentor',
      supplier: 'Adeyemi Ltd',
    },
  ]);
  expect(await desk.audited('add-mentor')).toMatchObject([
    { subject_id: added.mentorId, changes: { personId: added.personId } },
  ]);
});

test('somebody who is known by mail address becomes a mentor without a second record', async () => {
  const desk = await makeMentorDesk(app);
  const known = await desk.world.person({ email: 'ruth@example.org', roles: ['adviser'] });
  expect(await addMentor(desk.manager, input)).toMatchObject({ personId: known.id });
});

test('somebody who has the role already keeps the one grant', async () => {
  const desk = await makeMentorDesk(app);
  const known = await desk.world.person({ email: 'ruth@example.org', roles: ['mentor'] });
  await addMentor(desk.manager, input);
  const grants = await desk.read((tx) =>
    tx.selectFrom('role_grant').select('id').where('person_id', '=', known.id).execute(),
  );
  expect(grants).toHaveLength(1);
});

test('two mentors of one supplier share its record', async () => {
  const desk = await makeMentorDesk(app);
  await addMentor(desk.manager, input);
  await addMentor(desk.manager, {
    ...input,
    email: 'tom@example.org',
    supplierName: 'adeyemi ltd',
  });
  const suppliers = await desk.read((tx) => tx.selectFrom('supplier').select('name').execute());
  expect(suppliers).toEqual([{ name: 'Adeyemi Ltd' }]);
});

test('refuses other roles, and somebody who is a mentor already', async () => {
  const desk = await makeMentorDesk(app);
  await expectRoleWalls(desk.world, addMentor, input);
  await addMentor(desk.manager, input);
  await expect(addMentor(desk.manager, input)).rejects.toMatchObject({
    fields: { email: expect.stringContaining('already') },
  });
  const wish = { ...input, programmeId: desk.world.programme.id };
  await expect(addMentor(desk.manager, wish)).rejects.toMatchObject({
    see: { href: expect.stringContaining('/mentors/'), label: `Open ${squash(input.name)}` },
  });
});

test('a manager of another organisation adds to the list there, not here', async () => {
  const [here, there] = [await makeMentorDesk(app), await makeMentorDesk(app)];
  await addMentor(there.manager, input);
  const seen = (desk: typeof here) =>
    desk.read((tx) => tx.selectFrom('mentor').select('id').execute());
  expect(await seen(here)).toHaveLength(1);
  expect(await seen(there)).toHaveLength(2);
  expect(await here.audited('add-mentor')).toEqual([]);
});
