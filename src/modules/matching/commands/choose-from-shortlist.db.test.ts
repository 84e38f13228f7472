import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { endings } from '../../../../test/factories/endings.ts';
import { setMentoring } from '../../programmes/commands/set-mentoring.ts';
import { defaultContactEveryDays } from '../../programmes/programme.ts';
import { keepMatch } from '../rematch/commands/keep-match.ts';
import { raiseRematch } from '../rematch/commands/raise-rematch.ts';
import { barPair } from './bar-pair.ts';
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
      /can no longer be asked. Choose another mentor/,
    );
    await expect(
      chooseFromShortlist(firm, { shortlistId, choice: second.id }),
    ).resolves.toMatchObject({ offerId: expect.any(String) });
  });

  test('tells a firm whose match is to change in words of its own, and the list stays open', async () => {
    const { world, adviser, need, best, firm, shortlistId, read } = await listed();
    const current = await world.match({ need });
    await raiseRematch(adviser, { matchId: current.id, note: 'They talk past each other.' });
    const choice = { shortlistId, choice: best.id };
    await expect(chooseFromShortlist(firm, choice)).rejects.toMatchObject({
      code: 'precondition',
      message: expect.stringMatching(/^Your adviser has something to settle .* stays open/),
    });
    await expect(chooseFromShortlist(adviser, choice)).rejects.toThrow(/Say first why it ends/);
    const list = await read((tx) =>
      tx.selectFrom('shortlist').select('state').where('id', '=', shortlistId).executeTakeFirst(),
    );
    expect(list?.state).toBe('sent');
    await keepMatch(adviser, { matchId: current.id, reason: 'A second mentor joins them.' });
    await expect(chooseFromShortlist(firm, choice)).resolves.toBeDefined();
  });

  test('a firm is not told what only staff know of a mentor who can no longer be asked', async () => {
    const { adviser, need, best, firm, shortlistId } = await listed();
    await barPair(adviser, {
      enrolmentId: need.enrolment.id,
      mentorId: best.id,
      cause: 'staff',
      reason: 'They compete.',
    });
    const choice = { shortlistId, choice: best.id };
    const words = await chooseFromShortlist(firm, choice).catch((error: Error) => error.message);
    expect(words).toMatch(/can no longer be asked/);
    expect(words).not.toMatch(/ruled|compete|Staff/);
    await expect(chooseFromShortlist(adviser, choice)).rejects.toThrow(/ruled this pair out/);
  });

  test('a firm whose need was closed meanwhile is sent to its adviser', async () => {
    const { adviser, need, best, firm, shortlistId } = await listed();
    await endings.closeNeed(adviser, { needId: need.id, result: 'withdrawn' });
    await expect(chooseFromShortlist(firm, { shortlistId, choice: best.id })).rejects.toThrow(
      /^This shortlist is no longer open\. Your adviser will be in touch/,
    );
  });

  test('a list already sent is answered though the adviser appoints from now on', async () => {
    const { world, firm, best, shortlistId } = await listed();
    const manager = await world.ctxAs('manager');
    await setMentoring(manager, {
      programmeId: world.programme.id,
      version: 1,
      reason: 'Agreed with the funder.',
      mentoringModel: 'proactive',
      mentorChoice: 'adviser-appoints',
      cadence: defaultContactEveryDays,
      answerDays: 5,
      introductionDays: 7,
    });
    await expect(
      chooseFromShortlist(firm, { shortlistId, choice: best.id }),
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
