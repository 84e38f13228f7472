import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { newId } from '../../../kernel/ids.ts';
import { settleDecline } from '../declines/commands/settle-decline.ts';
import { answerOffer } from './answer-offer.ts';
import { offerMatch } from './offer-match.ts';

const app = await createTestApp();

async function place(traits: Parameters<typeof makeWorld>[1] = {}) {
  const world = await makeWorld(app, traits);
  const adviser = await world.ctxAs('adviser');
  const need = await world.need({ area: 'finance' });
  const best = await world.mentor({ expertise: { finance: 5 }, places: 1 });
  const second = await world.mentor({ expertise: { finance: 3 } });
  const read = <T>(work: Parameters<typeof app.database.read<T>>[1]) =>
    app.database.read(world.orgId, work);
  return { world, adviser, need, best, second, read };
}

describe('offer-match', () => {
  test('asks the mentor by mail with a briefing and an answer clock of working days', async () => {
    const { adviser, need, best, read } = await place();
    const made = await offerMatch(adviser, { needId: need.id, mentorId: best.id });
    expect(made).toMatchObject({ answerBy: '2026-12-01T17:00:00.000Z', isMailed: true });
    const mail = await read((tx) =>
      tx
        .selectFrom('mail')
        .selectAll()
        .where('about_id', '=', made.offerId)
        .executeTakeFirstOrThrow(),
    );
    expect(mail.to_address).toBe(best.person.email);
    expect(mail.body).toContain('Cash runs out before invoices are paid.');
    expect(mail.body).toMatch(/\/l\/\S+\/\S{20,}\/offer/);
    const offer = await read((tx) =>
      tx.selectFrom('offer').selectAll().where('id', '=', made.offerId).executeTakeFirstOrThrow(),
    );
    expect(offer).toMatchObject({ state: 'pending', weights_version: 0, role: 'specialist' });
    expect(offer.parts).toHaveLength(8);
    const audit = await read((tx) =>
      tx.selectFrom('audit').selectAll().where('subject_id', '=', made.offerId).execute(),
    );
    expect(audit.map((row) => row.action)).toEqual(['offer-match']);
  });

  test('tells the mentor neither name nor scores nor what others advised', async () => {
    const { world, adviser, best, read } = await place();
    const enrolment = await world.enrolment({});
    const { enterprise } = enrolment;
    const detail = `${enterprise.name} runs short of cash; ask ${enterprise.lead?.name ?? ''}.`;
    const need = await world.need({ enrolment, detail });
    const remark = `Write to ${enterprise.lead?.email ?? ''}, ${enterprise.name.toUpperCase()}.`;
    const { offerId } = await offerMatch(adviser, { needId: need.id, mentorId: best.id, remark });
    const mails = await read((tx) =>
      tx.selectFrom('mail').select(['subject', 'body']).where('about_id', '=', offerId).execute(),
    );
    const offer = await read((tx) =>
      tx.selectFrom('offer').selectAll().where('id', '=', offerId).executeTakeFirstOrThrow(),
    );
    const said = JSON.stringify([mails, offer.outline]).toLowerCase();
    for (const word of [enterprise.name, enterprise.lead?.name, enterprise.lead?.email]) {
      expect(said).not.toContain((word ?? '?').toLowerCase());
    }
    expect(said).toContain('runs short of cash');
    expect(offer.briefing).toBe('');
  });

  test('asks the firm first where it wishes so', async () => {
    const { world, adviser, need, best, read } = await place();
    await app.database.tenant(world.orgId, (tx) =>
      tx
        .updateTable('enrolment')
        .set({ sharing: 'ask-first' })
        .where('id', '=', need.enrolment.id)
        .execute(),
    );
    const wish = { needId: need.id, mentorId: best.id };
    await expect(offerMatch(adviser, wish)).rejects.toMatchObject({
      code: 'invalid',
      fields: { firmAgreed: expect.any(String) },
    });
    const { offerId } = await offerMatch(adviser, { ...wish, firmAgreed: true });
    const offer = await read((tx) =>
      tx.selectFrom('offer').selectAll().where('id', '=', offerId).executeTakeFirstOrThrow(),
    );
    expect(offer.firm_agreed).toBe(true);
  });

  test('wants a reason for anybody but the mentor ranked first', async () => {
    const { adviser, need, second } = await place();
    const wish = { needId: need.id, mentorId: second.id };
    await expect(offerMatch(adviser, wish)).rejects.toMatchObject({
      code: 'invalid',
      fields: { overrideReason: expect.any(String) },
    });
    await expect(
      offerMatch(adviser, { ...wish, overrideReason: 'Knows the family.' }),
    ).resolves.toMatchObject({ isMailed: true });
  });

  test('wants a reason even for the first where the firm chooses, and keeps it', async () => {
    const { adviser, need, best, read } = await place({ mentorChoice: 'firm-chooses' });
    const wish = { needId: need.id, mentorId: best.id };
    await expect(offerMatch(adviser, wish)).rejects.toMatchObject({
      fields: { overrideReason: expect.stringMatching(/the firm chooses/) },
    });
    const { offerId } = await offerMatch(adviser, {
      ...wish,
      overrideReason: 'They asked for her.',
    });
    const offer = await read((tx) =>
      tx.selectFrom('offer').selectAll().where('id', '=', offerId).executeTakeFirstOrThrow(),
    );
    expect(offer.override_reason).toBe('They asked for her.');
  });

  test('wants no reason for the only mentor who can be asked, though the firm chooses', async () => {
    const world = await makeWorld(app, { mentorChoice: 'firm-chooses' });
    const adviser = await world.ctxAs('adviser');
    const need = await world.need({ area: 'finance' });
    const only = await world.mentor({ expertise: { finance: 5 } });
    await expect(
      offerMatch(adviser, { needId: need.id, mentorId: only.id }),
    ).resolves.toBeDefined();
  });

  test('of two advisers offering the last place at once, one is told clearly that it is gone', async () => {
    const { world, adviser, need, best } = await place();
    const other = await world.ctxAs('adviser');
    const elsewhere = await world.need({ area: 'finance' });
    const results = await Promise.allSettled([
      offerMatch(adviser, { needId: need.id, mentorId: best.id }),
      offerMatch(other, { needId: elsewhere.id, mentorId: best.id }),
    ]);
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: 'precondition' });
    expect(String(refused[0]?.reason.message)).toContain('no place left');
  });

  test('refuses a mentor who is not inducted, saying so', async () => {
    const { world, adviser, need } = await place();
    const fresh = await world.mentor({ live: false, expertise: { finance: 5 } });
    await expect(offerMatch(adviser, { needId: need.id, mentorId: fresh.id })).rejects.toThrow(
      /induction/,
    );
  });

  test('refuses a need of an enterprise that is not eligible, and a closed need', async () => {
    const { world, adviser, best } = await place();
    const enrolment = await world.enrolment({ state: 'applied' });
    const applied = await world.need({ area: 'finance', enrolment });
    const closed = await world.need({ area: 'finance', state: 'closed' });
    const wish = (needId: string) => offerMatch(adviser, { needId, mentorId: best.id });
    await expect(wish(applied.id)).rejects.toThrow(/eligible/);
    await expect(wish(closed.id)).rejects.toThrow(/closed/);
  });

  test('is for staff of the programme; another organisation finds nothing', async () => {
    const { world, need, best } = await place();
    const wish = { needId: need.id, mentorId: best.id };
    const verifier = await world.ctxAs('verifier');
    await expect(offerMatch(verifier, wish)).rejects.toMatchObject({ code: 'not-found' });
    const stranger = await (await makeWorld(app)).ctxAs('manager');
    await expect(offerMatch(stranger, wish)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a double click makes one offer', async () => {
    const { adviser, need, best, read } = await place();
    const ctx = { ...adviser, idempotencyKey: newId() };
    const wish = { needId: need.id, mentorId: best.id };
    const [one, two] = [await offerMatch(ctx, wish), await offerMatch(ctx, wish)];
    expect(two).toEqual(one);
    const rows = await read((tx) =>
      tx.selectFrom('offer').select('id').where('need_id', '=', need.id).execute(),
    );
    expect(rows).toHaveLength(1);
  });

  test('asks nobody twice at the same time for the same need', async () => {
    const { adviser, need, second } = await place();
    const wish = { needId: need.id, mentorId: second.id, overrideReason: 'Nearer.' };
    const { offerId } = await offerMatch(adviser, wish);
    await expect(offerMatch(adviser, wish)).rejects.toThrow(/open offer/);
    await answerOffer(adviser, { offerId, answer: 'decline', reason: 'no-time' });
    await expect(offerMatch(adviser, wish)).rejects.toThrow(/Said no: no time/);
    await settleDecline(adviser, { offerId, as: 'set-aside', settleReason: 'Has time after all.' });
    await expect(offerMatch(adviser, wish)).resolves.toBeDefined();
  });
});
