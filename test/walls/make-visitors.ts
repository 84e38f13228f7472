import { type Role, roles } from '../../src/platform/permission.ts';
import { makeEnrolment, makeEnterprise } from '../factories/enterprises.ts';
import { makeMatch, makeMentor, makeNeed } from '../factories/matches.ts';
import { makePerson } from '../factories/people.ts';
import { makeProgramme } from '../factories/programmes.ts';
import type { Scene } from './scene.ts';
import { cookieFor, type Reach, type Visitor } from './visitors.ts';

type Standing = Partial<Pick<Visitor, 'owns' | 'is'>>;

/** Everybody who may come to a scene's pages: each role near, far, past and foreign. */
export async function makeVisitors(scene: Scene, foreign: Scene): Promise<Visitor[]> {
  const { world, people, ids } = scene;
  const visitors: Visitor[] = [];
  const add = async (
    person: Awaited<ReturnType<typeof makePerson>>,
    role: Role,
    reach: Reach,
    name: string,
    standing: Standing = {},
    home = world,
  ) => {
    visitors.push({
      name: `${role}, ${name}`,
      role,
      reach,
      owns: standing.owns ?? new Set(),
      is: standing.is ?? new Set(),
      personId: person.id,
      cookie: await cookieFor(home, person),
    });
  };
  const other = await makeProgramme(world.app, world.org, { programme: 'Neighbour' });
  const reaches = {
    organisation: null,
    programme: world.programme.id,
    'another programme': other.id,
    ended: world.programme.id,
  } as const;
  for (const role of roles.filter((one) => one !== 'mentor' && one !== 'participant')) {
    for (const [reach, programmeId] of Object.entries(reaches)) {
      // An administrator is one for the whole organisation; of the others one shows what that means.
      const isWhole = role === 'admin' || role === 'manager';
      if (reach === 'organisation' && !isWhole) continue;
      if (role === 'admin' && (reach === 'programme' || reach === 'another programme')) continue;
      const person = await makePerson(world, { roles: [role], programmeId });
      if (reach === 'ended') await endRoles(scene, person.id);
      await add(person, role, reach as Reach, reach);
    }
  }
  await add(people.mentor, 'mentor', 'programme', 'matched', {
    owns: new Set(['enterprise', 'mentor']),
    is: new Set(['mentor']),
  });
  const idle = await makeMentor(world);
  await add(idle.person, 'mentor', 'organisation', 'not matched', { is: new Set(['mentor']) });
  const need = await makeNeed(world, { enrolment: enrolmentOf(scene) });
  const past = await makeMatch(world, { need, from: '2026-02-02', to: '2026-06-01' });
  await add(past.mentor.person, 'mentor', 'organisation', 'match ended', {
    is: new Set(['mentor']),
  });
  const left = await makeMatch(world, {
    need: await makeNeed(world, { enrolment: enrolmentOf(scene), state: 'introduced' }),
  });
  await endRoles(scene, left.mentor.person.id);
  await add(left.mentor.person, 'mentor', 'ended', 'role ended while matched');

  await add(people.lead, 'participant', 'programme', 'of the enterprise', {
    owns: new Set(['enterprise']),
    is: new Set(['participant']),
  });
  const firm = await makeEnrolment(world, { enterprise: await makeEnterprise(world) });
  if (firm.enterprise.lead) {
    await add(firm.enterprise.lead, 'participant', 'organisation', 'of another enterprise', {
      is: new Set(['participant']),
    });
  }
  for (const reach of ['organisation', 'ended'] as const) {
    const person = await makePerson(world, { roles: ['participant'] });
    await world.app.database.tenant(world.orgId, async (tx) => {
      const { enterprise_id } = await tx
        .selectFrom('enrolment')
        .select('enterprise_id')
        .where('id', '=', ids.enrolmentId)
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('enterprise_person')
        .values({
          org_id: world.orgId,
          enterprise_id,
          person_id: person.id,
          position: 'Director',
          is_lead: false,
          from_on: '2025-04-01',
          to_on: reach === 'organisation' ? '2026-10-01' : null,
        })
        .execute();
    });
    if (reach === 'ended') await endRoles(scene, person.id);
    await add(person, 'participant', reach, reach === 'ended' ? 'role ended' : 'has left the firm');
  }
  for (const role of ['admin', 'adviser', 'mentor', 'participant'] as const) {
    const person = await foreign.world.person({ roles: [role] });
    await add(person, role, 'foreign', 'another organisation', {}, foreign.world);
  }
  visitors.push({
    name: 'nobody',
    role: null,
    reach: 'foreign',
    owns: new Set(),
    is: new Set(),
    personId: null,
    cookie: '',
  });
  return visitors;
}

async function endRoles({ world }: Scene, personId: string): Promise<void> {
  await world.app.database.tenant(world.orgId, async (tx) => {
    await tx
      .updateTable('role_grant')
      .set({ ended_at: '2026-11-23T17:00:00.000Z' })
      .where('person_id', '=', personId)
      .execute();
  });
}

function enrolmentOf({ ids, people }: Scene) {
  const enterprise = { id: '', name: '', lead: people.lead };
  return { id: ids.enrolmentId, enterprise, adviserId: people.adviser.id };
}
