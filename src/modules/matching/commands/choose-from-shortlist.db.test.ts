import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
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

describe('send-shortlist', () => {
  test('keeps what each mentor scored and mails the enterprise', async () => {
    const { best, need, shortlistId, read } = await listed();
    const rows = await read((tx) =>
      tx
        .selectFrom('shortlist_mentor')
        .selectAll()
        .where('shortlist_id', '=', shortlistId)
        .execute(),
    );
    expect(rows.find((row) => row.position === 1)?.mentor_id).toBe(best.id);
    const mail = await read((tx) =>
      tx
        .selectFrom('mail')
        .selectAll()
        .where('about_id', '=', shortlistId)
        .executeTakeFirstOrThrow(),
    );
    expect(mail.to_address).toBe(need.enrolment.enterprise.lead?.email);
    expect(mail.body).toContain(best.person.name);
  });

  test('takes two or three mentors, none of them ruled out, and one list at a time', async () => {
    const { world, adviser, need, best, second } = await listed();
    const again = (mentorIds: string[], needId = need.id) =>
      sendShortlist(adviser, { needId, mentorIds });
    await expect(again([best.id, second.id])).rejects.toThrow(/choosing until 1 December 2026/);
    await expect(again([best.id])).rejects.toMatchObject({ code: 'invalid' });
    await expect(again([best.id, best.id])).rejects.toMatchObject({ code: 'invalid' });
    const other = await world.need({ area: 'finance' });
    const fresh = await world.mentor({ live: false });
    await expect(again([best.id, fresh.id], other.id)).rejects.toThrow(/induction/);
  });
});

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

  test('another enterprise and a withdrawn list are refused', async () => {
    const { world, adviser, firm, best, shortlistId } = await listed();
    const other = await world.enrolment();
    const stranger = await world.ctxFor(other.enterprise.lead ?? { id: '' });
    const choose = { shortlistId, choice: best.id };
    await expect(chooseFromShortlist(stranger, choose)).rejects.toMatchObject({
      code: 'not-found',
    });
    await withdrawShortlist(adviser, { shortlistId });
    await expect(chooseFromShortlist(firm, choose)).rejects.toThrow(/no longer open/);
  });
});
