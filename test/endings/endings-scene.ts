import { offerMatch } from '../../src/modules/matching/commands/offer-match.ts';
import { sendShortlist } from '../../src/modules/matching/commands/send-shortlist.ts';
import { startAllocation } from '../../src/modules/matching/allocation/commands/start-allocation.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { Tx } from '../../src/platform/database.ts';
import { queueMail } from '../../src/platform/mail/outbox.ts';
import type { TestApp } from '../factories/app.ts';
import { makeWorld } from '../factories/world.ts';

const expert = { finance: 5, customers: 5 };

/**
 * A firm with a mentor at work, a meeting planned, an offer whose letter has left, one whose letter has not, a list to
 * choose from, reminders that wait, and a draft at the match desk. With `isApart` other mentors are asked for the very
 * need that is being worked on.
 */
export async function makeEndingsScene(app: TestApp, { isApart }: { isApart: boolean }) {
  const world = await makeWorld(app);
  const boss = await world.ctxAs('manager', { name: 'Bea Boss' });
  const admin = await world.ctxAs('admin');
  const [adviser, nextAdviser, nextContact] = [
    await world.person({ roles: ['adviser'] }),
    await world.person({ roles: ['adviser'] }),
    await world.person({ roles: ['participant'] }),
  ];
  const enrolment = await world.enrolment({ adviser });
  const mentor = await world.mentor({ expertise: expert, places: 8 });
  const [spare, third, fourth] = [
    await world.mentor({ expertise: expert }),
    await world.mentor({ expertise: expert }),
    await world.mentor({ expertise: expert }),
  ];
  const matched = await world.need({ enrolment, area: 'customers', state: 'introduced' });
  const match = await world.match({ need: matched, mentor });
  const own = (area: string) => (isApart ? matched : world.need({ enrolment, area }));
  const needs = {
    offered: await own('finance'),
    unsent: await own('finance'),
    listed: await own('customers'),
    matched,
  };
  const asked = isApart ? spare : mentor;
  const write = <T>(work: (tx: Tx) => Promise<T>) => app.database.tenant(world.orgId, work);
  const offer = async (need: { id: string }, to: { id: string }) =>
    (await offerMatch(boss, { needId: need.id, mentorId: to.id, overrideReason: 'Known' })).offerId;
  const offerId = await offer(needs.offered, asked);
  const unsentId = await offer(needs.unsent, isApart ? third : mentor);
  const { shortlistId } = await sendShortlist(boss, {
    needId: needs.listed.id,
    mentorIds: isApart
      ? [fourth.id, (await world.mentor({ expertise: expert })).id]
      : [mentor.id, spare.id],
  });
  const { allocationId } = await startAllocation(boss, { programmeId: world.programme.id });
  const sessionId = newId();
  await write(async (tx) => {
    await tx
      .updateTable('mail')
      .set({ state: 'sent' })
      .where('about_id', 'in', [offerId, shortlistId])
      .execute();
    await tx
      .insertInto('enterprise_person')
      .values({
        ...{ org_id: world.orgId, enterprise_id: enrolment.enterprise.id },
        ...{ person_id: nextContact.id, from_on: '2026-01-05' },
      })
      .execute();
    await tx
      .insertInto('session')
      .values({
        ...{ org_id: world.orgId, id: sessionId, programme_id: world.programme.id },
        ...{ state: 'planned', mode: 'video' },
        ...{ starts_at: '2026-12-01T10:00:00.000Z', ends_at: '2026-12-01T11:00:00.000Z' },
      })
      .execute();
    const session = { org_id: world.orgId, session_id: sessionId };
    await tx
      .insertInto('session_mentor')
      .values({ ...session, mentor_id: mentor.id, match_id: match.id })
      .execute();
    await tx
      .insertInto('session_enterprise')
      .values({ ...session, enrolment_id: enrolment.id, need_id: matched.id })
      .execute();
    const waits = (kind: string, about: readonly [string, string]) =>
      queueMail(tx, boss, {
        to: { personId: asked.person.id, address: asked.person.email ?? '', name: 'Mentor' },
        ...{ kind, subject: 'It waits', body: 'It waits.', about },
      });
    await waits('offer-reminder', ['offer', offerId]);
    await waits('fit-check', ['match', match.id]);
    await waits('fit-check-reminder', ['match', match.id]);
  });
  return {
    ...{ app, world, boss, admin, enrolment, needs, match, sessionId },
    ...{ offerId, unsentId, shortlistId, allocationId },
    people: { adviser, nextAdviser, nextContact },
    mentor,
    asked,
    lead: enrolment.enterprise.lead ?? nextContact,
    write,
    read: <T>(work: (tx: Tx) => Promise<T>) => app.database.read(world.orgId, work),
  };
}

export type EndingsScene = Awaited<ReturnType<typeof makeEndingsScene>>;
