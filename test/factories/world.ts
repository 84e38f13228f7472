import { newId } from '../../src/kernel/ids.ts';
import { slugify } from '../../src/kernel/text.ts';
import type { Ctx, Organisation } from '../../src/platform/context.ts';
import type { Role } from '../../src/platform/permission.ts';
import { systemActor } from '../../src/platform/permission.ts';
import { actorOfPerson } from '../../src/web/actor.ts';
import type { TestApp } from './app.ts';
import { makeEnrolment, makeEnterprise } from './enterprises.ts';
import { makeMatch, makeMentor, makeNeed } from './matches.ts';
import { makePerson, type PersonTraits } from './people.ts';
import { makeProgramme, type ProgrammeTraits } from './programmes.ts';

/** What a factory needs to write rows. */
export interface Ground {
  readonly app: TestApp;
  readonly org: Organisation;
  readonly programme: { readonly id: string; readonly slug: string; readonly name: string };
}

interface WorldTraits extends ProgrammeTraits {
  readonly organisation?: string;
  readonly zone?: string;
}

let counter = 0;

/** A new organisation with a running programme; ids are new, so worlds in one database do not meet. */
export async function makeWorld(app: TestApp, traits: WorldTraits = {}) {
  counter += 1;
  const name = traits.organisation ?? `Growth Hub ${counter}`;
  const org: Organisation = {
    orgId: newId(),
    slug: slugify(`${name} ${newId().slice(-6)}`),
    name,
    zone: traits.zone ?? 'Europe/London',
    currency: 'GBP',
    isDemonstration: false,
  };
  await app.database.tenant(org.orgId, async (tx) => {
    await tx
      .insertInto('organisation')
      .values({ org_id: org.orgId, slug: org.slug, name, zone: org.zone, currency: 'GBP' })
      .execute();
  });
  const programme = await makeProgramme(app, org, traits);
  const ground: Ground = { app, org, programme };

  return {
    ...ground,
    orgId: org.orgId,
    person: (person: PersonTraits = {}) => makePerson(ground, person),
    /** The context of a person with the roles and relations they hold now, as a request has it. */
    async ctxFor(person: { id: string }, more: Partial<Ctx> = {}): Promise<Ctx> {
      const actor = await app.database.read(org.orgId, (tx) =>
        actorOfPerson(tx, person.id, app.clock.now(), 'person'),
      );
      if (!actor) throw new Error('this person is not there any more');
      return { app, org, orgId: org.orgId, actor, clock: app.clock, ...more };
    },
    /** A new person with one role, straight as a context. */
    async ctxAs(role: Role, traits: Omit<PersonTraits, 'roles'> = {}): Promise<Ctx> {
      return this.ctxFor(await makePerson(ground, { ...traits, roles: [role] }));
    },
    systemCtx: (): Ctx => ({ app, org, orgId: org.orgId, actor: systemActor, clock: app.clock }),
    enterprise: (enterprise: Parameters<typeof makeEnterprise>[1] = {}) =>
      makeEnterprise(ground, enterprise),
    enrolment: (enrolment: Parameters<typeof makeEnrolment>[1] = {}) =>
      makeEnrolment(ground, enrolment),
    mentor: (mentor: Parameters<typeof makeMentor>[1] = {}) => makeMentor(ground, mentor),
    need: (need: Parameters<typeof makeNeed>[1] = {}) => makeNeed(ground, need),
    match: (match: Parameters<typeof makeMatch>[1] = {}) => makeMatch(ground, match),
  };
}

export type World = Awaited<ReturnType<typeof makeWorld>>;
