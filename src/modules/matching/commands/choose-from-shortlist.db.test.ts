import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { chooseFromShortlist } from './choose-from-shortlist.ts';
import { sendShortlist } from './send-shortlist.ts';
import { withdrawShortlist } from './withdraw-shortlist.ts';

const app = await createTestApp();

async function listed() {
  const world = await makeWorld(app);
  const adviser = await world.ctxAs('adviser');
  const need = await world.need({ area: 'finance' });
  const best = await world.mentor({ expertise: { finance: 5 }, places: 1 });
  const second = await world.mentor({ expertise: { finance: 4 } });
  const sent = await sendShortlist(adviser, {
    needId: need.id,
    mentorIds: [second.id, best.id],
    message: 'Both know small foundries.',
  });
  const firm = await world.ctxFor(need.enrolment.enterprise.lead ?? { id: '' });
  const read = <T>(work: Parameters<typeof app.database.read<T>>[1]) =>
    app.database.read(world.orgId, work);
  return { world, adviser, need, best, second, firm, read, shortlistId: sent.shortlistId };
}

describe('choose-from-shortlist', () => {
  test('asks the chosen mentor at once, without an override reason', async () => {
    const { firm, second, shortlistId, read } = await listed();
    const { offerId } = await chooseFromShortlist(firm, { shortlistId, choice: second.id });
    const offer = await read((tx) =>
      tx
        .selectFrom('offer')
        .selectAll()
        .where('id', '=', offerId ?? '')
        .executeTakeFirst(),
    );
    expect(offer).toMatchObject({
      mentor_id: second.id,
      state: 'pending',
      shortlist_id: shortlistId,
    });
  });

  test('none fits needs a sentence and tells the adviser', async () => {
    const { firm, need, shortlistId, read } = await listed();
    await expect(chooseFromShortlist(firm, { shortlistId, choice: 'none' })).rejects.toMatchObject({
      fields: { words: expect.any(String) },
    });
    await chooseFromShortlist(firm, {
      shortlistId,
      choice: 'none',
      words: 'Neither knows export.',
    });
    const told = await read((tx) =>
      tx.selectFrom('mail').selectAll().where('kind', '=', 'shortlist-declined').execute(),
    );
    expect(told[0]).toMatchObject({ person_id: need.enrolment.adviserId });
    await expect(
      chooseFromShortlist(firm, { shortlistId, choice: 'none', words: 'Again.' }),
    ).rejects.toThrow(/already/);
  });

  test('says clearly when the chosen mentor has no place any more, and stays open', async () => {
    const { world, firm, best, second, shortlistId } = await listed();
    await world.match({ mentor: best });
    await expect(chooseFromShortlist(firm, { shortlistId, choice: best.id })).rejects.toThrow(
      /no place left/,
    );
    await expect(
      chooseFromShortlist(firm, { shortlistId, choice: second.id }),
    ).resolves.toMatchObject({ offerId: expect.any(String) });
  });

  test('outsiders and a withdrawn list are refused, and a choice is audited', async () => {
    const { world, adviser, firm, best, read, shortlistId } = await listed();
    const choose = { shortlistId, choice: best.id };
    await expectWalls(world, chooseFromShortlist, choose);
    await chooseFromShortlist(firm, choose);
    const audit = await read((tx) =>
      tx.selectFrom('audit').selectAll().where('action', '=', 'choose-from-shortlist').execute(),
    );
    expect(audit).toMatchObject([
      { actor_id: firm.actor.personId, changes: { mentorId: best.id } },
    ]);
    const other = await listed();
    await withdrawShortlist(other.adviser, { shortlistId: other.shortlistId });
    await expect(
      chooseFromShortlist(other.firm, { shortlistId: other.shortlistId, choice: other.best.id }),
    ).rejects.toThrow(/no longer open/);
    await expect(
      chooseFromShortlist(adviser, { shortlistId, choice: 'none', words: 'Late.' }),
    ).rejects.toThrow(/already/);
  });
});
