import { expect, test } from 'vitest';
import { createTestApp, usualNow } from '../../../../test/factories/app.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { withClient } from '../../../platform/postgres/client.ts';
import { expireOffersJob } from '../jobs.ts';
import { expireOffers } from './expire-offers.ts';
import { offerMatch } from './offer-match.ts';
import { sendShortlist } from './send-shortlist.ts';

const app = await createTestApp();

async function offered() {
  app.clock.set(usualNow);
  const world = await makeWorld(app);
  const adviser = await world.ctxAs('adviser');
  const need = await world.need({ area: 'finance' });
  const mentor = await world.mentor({ expertise: { finance: 5 } });
  const { offerId } = await offerMatch(adviser, { needId: need.id, mentorId: mentor.id });
  const read = <T>(work: Parameters<typeof app.database.read<T>>[1]) =>
    app.database.read(world.orgId, work);
  const stateOf = () =>
    read((tx) =>
      tx.selectFrom('offer').select('state').where('id', '=', offerId).executeTakeFirstOrThrow(),
    );
  const mails = (kind: string) =>
    read((tx) => tx.selectFrom('mail').selectAll().where('kind', '=', kind).execute());
  const audits = () =>
    read((tx) =>
      tx.selectFrom('audit').select('seq').where('action', '=', 'expire-offers').execute(),
    );
  return { world, adviser, need, mentor, offerId, stateOf, mails, audits };
}

test('reminds the mentor once, on the working day before the answer is due', async () => {
  const { stateOf, mails } = await offered();
  app.clock.set('2026-11-27T12:00:00.000Z');
  await expireOffersJob.run(app, {});
  expect(await mails('offer-reminder')).toHaveLength(0);
  app.clock.set('2026-11-30T10:00:00.000Z');
  await expireOffersJob.run(app, {});
  await expireOffersJob.run(app, {});
  expect(await mails('offer-reminder')).toHaveLength(1);
  expect(await stateOf()).toEqual({ state: 'pending' });
});

test('an offer not answered in time frees the place and tells the adviser', async () => {
  const { adviser, need, mentor, stateOf, mails } = await offered();
  app.clock.set('2026-12-01T17:00:00.000Z');
  await expireOffersJob.run(app, {});
  expect(await stateOf()).toEqual({ state: 'expired' });
  expect((await mails('offer-expired'))[0]?.person_id).toBe(need.enrolment.adviserId);
  await expect(
    offerMatch(adviser, { needId: need.id, mentorId: mentor.id }),
  ).resolves.toBeDefined();
});

test('writes nothing into the audit log when nothing is due', async () => {
  const { audits } = await offered();
  await expireOffersJob.run(app, {});
  expect(await audits()).toHaveLength(0);
});

test('closes a shortlist nobody chose from', async () => {
  const { world, adviser } = await offered();
  const need = await world.need({ area: 'finance' });
  const mentorIds = [(await world.mentor()).id, (await world.mentor()).id];
  for (const id of mentorIds) {
    await app.database.tenant(world.orgId, (tx) =>
      tx.deleteFrom('mentor_expertise').where('mentor_id', '=', id).execute(),
    );
  }
  const { shortlistId, chooseBy } = await sendShortlist(adviser, { needId: need.id, mentorIds });
  expect(chooseBy).toBe('2026-12-01');
  app.clock.set('2026-12-02T09:00:00.000Z');
  await expireOffersJob.run(app, {});
  const row = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('shortlist').select('state').where('id', '=', shortlistId).executeTakeFirst(),
  );
  expect(row).toEqual({ state: 'expired' });
});

test('nobody but the clock may run it', async () => {
  const { world } = await offered();
  await expect(expireOffers(await world.ctxAs('admin'), {})).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('an offer that cannot be closed keeps no other from its day, and the job says so', async () => {
  const [broken, other] = [await offered(), await offered()];
  await withClient(app.connections.owner, (client) =>
    client.query(`
      create function refuse_one() returns trigger language plpgsql as
        $$ begin if new.id = '${broken.offerId}' then raise 'broken on purpose'; end if; return new; end $$;
      create trigger refuse_one before update on offer for each row execute function refuse_one();`),
  );
  const more = await broken.world.need({ area: 'customers' });
  const mentor = await broken.world.mentor({ expertise: { customers: 5 } });
  const beside = await offerMatch(broken.adviser, { needId: more.id, mentorId: mentor.id });
  app.clock.set('2026-12-01T17:00:00.000Z');
  await expect(expireOffersJob.run(app, {})).rejects.toThrow('broken on purpose');
  expect([await broken.stateOf(), await other.stateOf()]).toEqual([
    { state: 'pending' },
    { state: 'expired' },
  ]);
  const row = await app.database.read(broken.world.orgId, (tx) =>
    tx.selectFrom('offer').select('state').where('id', '=', beside.offerId).executeTakeFirst(),
  );
  expect(row).toEqual({ state: 'expired' });
});
