import { expect } from 'vitest';
import type { Ending, Hanger, Reader } from '../../src/modules/leaving/ending.ts';
import { readDeskFacts } from '../../src/modules/matching/allocation/reads.ts';
import { needsQueue } from '../../src/modules/matching/queue/reads.ts';
import { loadColumns } from '../../src/modules/mentors/reads.ts';
import { sql } from 'kysely';
import type { EndingsScene } from './endings-scene.ts';

/** Everything that hangs in the scene, as it is now. */
export async function lookAt(scene: EndingsScene) {
  const { world, needs, match, mentor } = scene;
  const today = scene.app.clock.today(world.org.zone);
  const ids = [...new Set(Object.values(needs).map(({ id }) => id))];
  return scene.read(async (tx) => {
    const stateOf = async (table: 'offer' | 'shortlist' | 'session' | 'allocation', id: string) =>
      (await tx.selectFrom(table).select('state').where('id', '=', id).executeTakeFirstOrThrow())
        .state;
    const load = await sql<{ liveMatches: number; offersOpen: number }>`
      select ${loadColumns(today)} from mentor m where m.id = ${mentor.id}::uuid`.execute(tx);
    const { liveMatches = 0, offersOpen = 0 } = load.rows[0] ?? {};
    const queue = await needsQueue(
      tx,
      { id: world.programme.id, introduction_days: 7 },
      { search: '', sort: 'age', direction: 'asc', page: 1, pageSize: 50, filters: {} },
      today,
    );
    const desk = await readDeskFacts(tx, world.systemCtx(), world.programme.id);
    const candidate = desk.mentors.find((each) => each.id === mentor.id)?.candidate;
    return {
      offer: await stateOf('offer', scene.offerId),
      shortlist: await stateOf('shortlist', scene.shortlistId),
      struck: (
        await tx
          .selectFrom('shortlist_mentor')
          .select('mentor_id')
          .where('shortlist_id', '=', scene.shortlistId)
          .where('struck_at', 'is not', null)
          .execute()
      ).map((row) => row.mentor_id),
      taken: liveMatches + offersOpen,
      match: await tx
        .selectFrom('match')
        .select(['end_cause', 'ended_on', 'handover'])
        .where('id', '=', match.id)
        .executeTakeFirstOrThrow(),
      isToChange:
        (await tx
          .selectFrom('rematch')
          .select('id')
          .where('match_id', '=', match.id)
          .where('settled_at', 'is', null)
          .executeTakeFirst()) !== undefined,
      meeting: await stateOf('session', scene.sessionId),
      links: await tx
        .selectFrom('link')
        .select(['subject_id', 'person_id', 'revoked_at'])
        .where('subject_id', 'in', [scene.offerId, scene.shortlistId])
        .execute(),
      mails: await tx
        .selectFrom('mail')
        .select(['id', 'kind', 'state', 'person_id', 'about_id'])
        .orderBy('id')
        .execute(),
      queue: queue.rows.map(({ id, step }) => ({ id, step })),
      adviserId: (
        await tx
          .selectFrom('enrolment')
          .select('adviser_id')
          .where('id', '=', scene.enrolment.id)
          .executeTakeFirstOrThrow()
      ).adviser_id,
      deskNeeds: desk.needs
        .filter(({ id }) => ids.includes(id))
        .map(({ id, held }) => ({ id, held })),
      isAskable: candidate !== undefined && candidate.state === 'live',
      isBarred: desk.needs.some(({ wanted }) => wanted.barred?.has(mentor.id)),
      draft: await stateOf('allocation', scene.allocationId),
    };
  });
}

export type Look = Awaited<ReturnType<typeof lookAt>>;

/** The letters that tell of each thing. */
const lettersOf: Record<Hanger, readonly string[]> = {
  offer: ['offer-withdrawn', 'ask-ended'],
  shortlist: ['shortlist-withdrawn', 'shortlist'],
  match: ['match-changed', 'match-lost'],
  today: ['firm-given', 'new-adviser', 'adviser-left'],
  ...{ place: [], meeting: [], link: [], letter: [], reminder: [], draft: [] },
};

/** Who got a letter about the thing through the ending. */
export function toldOf(scene: EndingsScene, hanger: Hanger, before: Look, after: Look): Reader[] {
  const about = { offer: scene.offerId, shortlist: scene.shortlistId } as Partial<
    Record<Hanger, string>
  >;
  const earlier = new Set(before.mails.map(({ id }) => id));
  const { adviser, nextAdviser, nextContact } = scene.people;
  const readers: Record<string, Reader> = {
    [scene.mentor.person.id]: 'mentor',
    [scene.asked.person.id]: 'mentor',
    [scene.lead.id]: 'enterprise',
    [nextContact.id]: 'enterprise',
    [adviser.id]: 'adviser',
    [nextAdviser.id]: 'adviser',
    [scene.boss.actor.personId ?? '']: 'manager',
  };
  const told = after.mails
    .filter(({ id, state }) => !earlier.has(id) && state === 'queued')
    .filter(({ kind }) => lettersOf[hanger].includes(kind))
    .filter(({ about_id }) => about[hanger] === undefined || about_id === about[hanger])
    .map(({ person_id }) => readers[person_id ?? ''] ?? 'manager');
  return [...new Set(told)].toSorted();
}

/** The queued letter or reminder that each ending is looked at by. */
export function letterOf(ending: Ending, scene: EndingsScene, what: 'letter' | 'reminder') {
  if (ending === 'pair-ended') {
    const kind = what === 'letter' ? 'fit-check' : 'fit-check-reminder';
    return { kind, about: scene.match.id };
  }
  return what === 'letter'
    ? { kind: 'offer', about: scene.unsentId }
    : { kind: 'offer-reminder', about: scene.offerId };
}

/** State of that letter, the last of its kind. */
export function stateOfLetter(look: Look, { kind, about }: { kind: string; about: string }) {
  const found = look.mails.filter((mail) => mail.kind === kind && mail.about_id === about);
  expect(found.length, `${kind} about ${about}`).toBeGreaterThan(0);
  return found.at(-1)?.state;
}
