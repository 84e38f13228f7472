import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { makeAccount } from '../../../../test/factories/accounts.ts';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { answerOffer } from './answer-offer.ts';
import { introduceMatch } from './introduce-match.ts';
import { offerMatch } from './offer-match.ts';

const app = await createTestApp();

async function offered(places = 2) {
  const world = await makeWorld(app);
  const adviser = await world.ctxAs('adviser');
  const need = await world.need({ area: 'finance' });
  const mentor = await world.mentor({ expertise: { finance: 5 }, places });
  const { offerId } = await offerMatch(adviser, { needId: need.id, mentorId: mentor.id });
  const asMentor = await world.ctxFor(mentor.person);
  const read = <T>(work: Parameters<typeof app.database.read<T>>[1]) =>
    app.database.read(world.orgId, work);
  return { world, adviser, need, mentor, offerId, asMentor, read };
}

describe('answer-offer', () => {
  test('yes makes a match from today, stops the clock and introduces both by mail', async () => {
    const { need, offerId, asMentor, mentor, read } = await offered();
    const { matchId } = await answerOffer(asMentor, { offerId, answer: 'accept' });
    const match = await read((tx) =>
      tx
        .selectFrom('match')
        .selectAll()
        .where('id', '=', matchId ?? '')
        .executeTakeFirstOrThrow(),
    );
    expect(match).toMatchObject({ during: '[2026-11-24,)', role: 'specialist' });
    expect(match.introduced_at).toBe('2026-11-24T10:00:00.000Z');
    const after = await read((tx) =>
      tx.selectFrom('need').selectAll().where('id', '=', need.id).executeTakeFirstOrThrow(),
    );
    expect(after).toMatchObject({ state: 'introduced', introduced_on: '2026-11-24' });
    const mails = await read((tx) =>
      tx.selectFrom('mail').selectAll().where('kind', '=', 'introduction').execute(),
    );
    const firm = need.enrolment.enterprise.lead;
    expect(new Set(mails.map((mail) => mail.to_address))).toEqual(
      new Set([mentor.person.email, firm?.email]),
    );
    expect(mails.find((mail) => mail.to_address === firm?.email)?.body).toContain(
      mentor.person.name,
    );
  });

  test('whoever cannot sign in is not led to a page that asks for a password', async () => {
    const { world, need, offerId, asMentor, read } = await offered();
    await answerOffer(asMentor, { offerId, answer: 'accept' });
    const bodies = async () =>
      (
        await read((tx) =>
          tx.selectFrom('mail').select('body').where('kind', '=', 'introduction').execute(),
        )
      ).map(({ body }) => body);
    for (const body of await bodies()) {
      expect(body).toContain('on your page, without a password');
      expect(body).toMatch(/\/l\/[\w-]+\/[\w-]{20,}\/(my|mentor)$/m);
      expect(body).not.toMatch(/\/o\/[^/]+\/(my|mentor)\b/);
    }
    const { userId } = await makeAccount(app);
    await app.database.tenant(world.orgId, async (tx) => {
      await tx
        .updateTable('person')
        .set({ user_id: userId })
        .where('id', '=', need.enrolment.enterprise.lead?.id ?? '')
        .execute();
      await tx.deleteFrom('mail').execute();
    });
    const match = await read((tx) => tx.selectFrom('match').select('id').executeTakeFirstOrThrow());
    await introduceMatch(await world.ctxAs('adviser'), { matchId: match.id });
    expect((await bodies()).some((body) => body.includes(`/o/${world.org.slug}/my`))).toBe(true);
  });

  test('introductions wait until the quiet hours are over', async () => {
    const { offerId, asMentor, read } = await offered();
    app.clock.set('2026-11-24T21:30:00.000Z');
    await answerOffer(asMentor, { offerId, answer: 'accept' });
    app.clock.set('2026-11-24T10:00:00.000Z');
    const mails = await read((tx) =>
      tx.selectFrom('mail').select('not_before').where('kind', '=', 'introduction').execute(),
    );
    expect(mails.map((mail) => mail.not_before)).toEqual([
      '2026-11-25T08:00:00.000Z',
      '2026-11-25T08:00:00.000Z',
    ]);
  });

  test('no needs a reason and tells the adviser', async () => {
    const { need, offerId, asMentor, read } = await offered();
    await expect(answerOffer(asMentor, { offerId, answer: 'decline' })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    });
    await answerOffer(asMentor, { offerId, answer: 'decline', reason: 'not-my-field' });
    const told = await read((tx) =>
      tx.selectFrom('mail').selectAll().where('kind', '=', 'offer-declined').execute(),
    );
    expect(told[0]?.person_id).toBe(need.enrolment.adviserId);
    expect(told[0]?.body).toContain('not my field');
  });

  test('refuses yes when the places were cut meanwhile and all are taken', async () => {
    const { world, adviser, offerId, asMentor, mentor } = await offered(2);
    await world.match({ mentor });
    await app.database.tenant(world.orgId, (tx) =>
      tx.updateTable('mentor').set({ places: 1 }).where('id', '=', mentor.id).execute(),
    );
    await expect(answerOffer(adviser, { offerId, answer: 'accept' })).rejects.toThrow(
      /places of this mentor are taken. Raise/,
    );
    await expect(answerOffer(asMentor, { offerId, answer: 'accept' })).rejects.toThrow(
      /By now you help as many enterprises as you have agreed to/,
    );
  });

  const meanwhile = {
    'the firm has withdrawn': ['update enrolment set state = $$withdrawn$$', /left the programme/],
    'the need was closed': ['update need set state = $$closed$$', /closed meanwhile/],
    'the mentor has paused': ['update mentor set state = $$paused$$', /anything new/],
    'the mentor has left': ['update mentor set state = $$left$$', /anything new/],
  } as const;

  test.each(Object.entries(meanwhile))('refuses yes when %s meanwhile', async (_, what) => {
    const { world, offerId, asMentor, read } = await offered();
    const [change, words] = what;
    await app.database.tenant(world.orgId, (tx) =>
      sql`${sql.raw(change.replaceAll('$$', "'"))} where true`.execute(tx),
    );
    await expect(answerOffer(asMentor, { offerId, answer: 'accept' })).rejects.toThrow(words);
    expect(await read((tx) => tx.selectFrom('match').select('id').execute())).toEqual([]);
    expect(
      await read((tx) =>
        tx.selectFrom('mail').select('id').where('kind', '=', 'introduction').execute(),
      ),
    ).toEqual([]);
  });

  test('refuses yes of a pair that is kept apart by now, and tells only staff why', async () => {
    const { world, adviser, need, mentor, offerId, asMentor } = await offered();
    await app.database.tenant(world.orgId, (tx) =>
      tx
        .insertInto('barred_pair')
        .values({
          org_id: world.orgId,
          enterprise_id: need.enrolment.enterprise.id,
          mentor_id: mentor.id,
          reason: 'The founder asked us.',
          cause: 'veto-enterprise',
          barred_at: app.clock.now(),
        })
        .execute(),
    );
    await expect(answerOffer(asMentor, { offerId, answer: 'accept' })).rejects.toThrow(
      /cannot be made any more/,
    );
    await expect(answerOffer(adviser, { offerId, answer: 'accept' })).rejects.toThrow(
      /does not want this mentor/,
    );
  });

  test('an offer is answered once', async () => {
    const { offerId, asMentor } = await offered();
    const both = await Promise.allSettled([
      answerOffer(asMentor, { offerId, answer: 'accept' }),
      answerOffer(asMentor, { offerId, answer: 'decline', reason: 'no-time' }),
    ]);
    expect(both.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  });

  test('outsiders and the enterprise cannot answer; the answer is audited with its actor', async () => {
    const { world, need, offerId, asMentor, read } = await offered();
    await expectWalls(world, answerOffer, { offerId, answer: 'accept' });
    const firm = await world.ctxFor(need.enrolment.enterprise.lead ?? { id: '' });
    await expect(answerOffer(firm, { offerId, answer: 'accept' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await answerOffer(asMentor, { offerId, answer: 'accept' });
    const audit = await read((tx) =>
      tx.selectFrom('audit').selectAll().where('action', '=', 'answer-offer').execute(),
    );
    expect(audit).toMatchObject([
      { actor_id: asMentor.actor.personId, subject_id: offerId, changes: { state: 'accepted' } },
    ]);
  });
});
