import { expect, test } from 'vitest';
import { addMentor } from '../src/modules/mentors/commands/add-mentor.ts';
import { addPerson } from '../src/modules/people/commands/add-person.ts';
import { copyRuleSet } from '../src/modules/programmes/commands/copy-rule-set.ts';
import { createProgramme } from '../src/modules/programmes/commands/create-programme.ts';
import { editEnterprise } from '../src/modules/enterprises/commands/edit-enterprise.ts';
import { recordOutput } from '../src/modules/impact/commands/record-output.ts';
import { createTestApp } from './factories/app.ts';
import { makeDesk } from './factories/enterprise-desk.ts';
import { makeMentorDesk } from './factories/mentor-desk.ts';
import { makeProgrammeDesk } from './factories/programme-desk.ts';

const app = await createTestApp();
const people = 4;

/** What so many people get who do the same in one moment: how often it was done, and what the others were told. */
async function atOnce(work: (nth: number) => Promise<unknown>) {
  const all = await Promise.allSettled(Array.from({ length: people }, (_, nth) => work(nth)));
  const refused = all.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
  return { done: all.length - refused.length, refused };
}

function told(fields: Record<string, unknown>): unknown[] {
  const one: unknown = expect.objectContaining({ code: 'invalid', fields });
  return Array.from({ length: people - 1 }, () => one);
}

test('of people who add one mentor in one moment, one does; the others hear that there is one', async () => {
  const desk = await makeMentorDesk(app);
  const { done, refused } = await atOnce(() =>
    addMentor(desk.manager, { name: 'Ruth Adeyemi', email: 'ruth@example.org' }),
  );
  expect(done).toBe(1);
  expect(refused).toEqual(told({ email: 'There is a mentor with this email address already.' }));
});

test('a mentor and a member of staff who are added in one moment are one person', async () => {
  const desk = await makeMentorDesk(app);
  const input = { name: 'Ruth Adeyemi', email: 'ruth@example.org' };
  await atOnce((nth) =>
    nth % 2 === 0
      ? addMentor(desk.manager, input)
      : addPerson(desk.manager, {
          ...{ ...input, role: 'adviser', programmeId: null, isInvited: false },
        }),
  );
  const rows = await desk.read((tx) =>
    tx.selectFrom('person').select('id').where('email', '=', input.email).execute(),
  );
  expect(rows).toHaveLength(1);
});

test('programmes of one name that begin in one moment get addresses of their own', async () => {
  const desk = await makeProgrammeDesk(app);
  const { done } = await atOnce(() => createProgramme(desk.manager, { name: 'Scale-up' }));
  expect(done).toBe(people);
  const rows = await desk.read((tx) =>
    tx.selectFrom('programme').select('slug').where('name', '=', 'Scale-up').execute(),
  );
  expect(new Set(rows.map(({ slug }) => slug)).size).toBe(people);
});

test('a rule set that is copied by several in one moment is in the list once', async () => {
  const desk = await makeProgrammeDesk(app);
  const { done, refused } = await atOnce(() => copyRuleSet(desk.manager, { code: 'ukspf' }));
  expect(done).toBe(1);
  expect(refused).toEqual(told({ code: expect.stringContaining('already in your list') }));
});

test('an output that is recorded by several in one moment is recorded once', async () => {
  const { enrolmentId, ...desk } = await makeDesk(app);
  const { done, refused } = await atOnce(() =>
    recordOutput(desk.adviser, {
      ...{ enrolmentId, indicator: 'C8', value: 1.5, achievedOn: '2026-11-02' },
    }),
  );
  expect(done).toBe(1);
  expect(refused).toEqual(told({ indicator: expect.stringContaining('already') }));
});

test('a company number that is given to two firms in one moment belongs to one', async () => {
  const desk = await makeDesk(app);
  const firms = await Promise.all(Array.from({ length: people }, () => desk.world.enrolment()));
  const { done, refused } = await atOnce((nth) =>
    editEnterprise(desk.adviser, {
      enrolmentId: firms[nth]?.id ?? '',
      version: 1,
      fields: { name: `Firm ${nth}`, companyNumber: '09999999' },
    }),
  );
  expect(done).toBe(1);
  expect(refused).toEqual(told({ companyNumber: expect.any(String) }));
});
