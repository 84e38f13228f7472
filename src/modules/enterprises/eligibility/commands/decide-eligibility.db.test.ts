import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../../../../test/factories/app.ts';
import { makeWorld, type World } from '../../../../../test/factories/world.ts';
import type { Ctx } from '../../../../platform/context.ts';
import { enrolmentById } from '../../reads.ts';
import { eligibilityOn } from '../reads.ts';
import { programmeById } from '../../../programmes/reads.ts';
import { assessEligibility } from './assess-eligibility.ts';
import { answerOverride } from './answer-override.ts';
import { confirmAuthority } from './confirm-authority.ts';
import { decideEligibility } from './decide-eligibility.ts';
import { requestOverride } from './request-override.ts';

const app = await createTestApp();

/** Everything that the ERDF rules ask of a small software firm, entered by the adviser. */
async function proveAll(ctx: Ctx, enrolmentId: string) {
  await confirmAuthority(ctx, { enrolmentId, code: 'E08000026', evidence: 'Visit on 3 November' });
  await assessEligibility(ctx, {
    enrolmentId,
    facts: {
      test: 'size',
      years: [
        {
          yearEnd: '2026-03-31',
          staffHundredths: 850,
          turnoverMinor: 62_000_000,
          balanceSheetMinor: 31_000_000,
        },
      ],
      currency: 'GBP',
      rate: { perMillion: 1_150_000, on: '2026-11-02' },
      isEstimate: false,
      hasOwnerChanged: false,
      areRelationsDeclared: true,
    },
    evidence: 'Accounts to March 2026',
  });
  await assessEligibility(ctx, {
    enrolmentId,
    facts: {
      test: 'remit',
      judgement: { accepted: true, reason: 'Precision machining of optics' },
    },
  });
  await assessEligibility(ctx, { enrolmentId, facts: { test: 'excluded-sector', inSector: null } });
  await assessEligibility(ctx, {
    enrolmentId,
    facts: { test: 'difficulty', isInsolvent: false, capitalMinor: 10_000_000, lossesMinor: 0 },
  });
  await assessEligibility(ctx, {
    enrolmentId,
    facts: {
      test: 'subsidy-headroom',
      isDeclared: true,
      proposedMinor: 300_000,
      currency: 'GBP',
      rates: [{ from: 'GBP', to: 'EUR', perMillion: 1_150_000, on: '2026-11-02' }],
    },
  });
  await assessEligibility(ctx, {
    enrolmentId,
    facts: { test: 'duplication', others: [], judgement: null },
  });
  await assessEligibility(ctx, {
    enrolmentId,
    facts: {
      test: 'growth-intent',
      intention: 'Double exports in two years',
      judgement: { accepted: true, reason: 'Has a plan and orders' },
    },
  });
}

async function applicant(world: World) {
  const enrolment = await world.enrolment({ state: 'applied' });
  const adviser = await world.ctxAs('adviser');
  return { enrolment, adviser };
}

function versionOf(world: World, enrolmentId: string) {
  return app.database.read(
    world.orgId,
    async (tx) => (await enrolmentById(tx, enrolmentId)).version,
  );
}

describe('decide-eligibility', () => {
  test('an applicant with every test met is taken in and gets a letter', async () => {
    const world = await makeWorld(app);
    const { enrolment, adviser } = await applicant(world);
    await proveAll(adviser, enrolment.id);
    const outcome = await app.database.read(world.orgId, async (tx) => {
      const programme = await programmeById(tx, world.programme.id);
      return eligibilityOn(tx, await enrolmentById(tx, enrolment.id), programme, '2026-11-24');
    });
    expect(outcome.overall).toEqual({ verdict: 'eligible', overridden: [] });
    const decided = await decideEligibility(adviser, {
      enrolmentId: enrolment.id,
      version: await versionOf(world, enrolment.id),
      isEligible: true,
    });
    expect(decided.letterTo).toBe(enrolment.enterprise.lead?.email);
    const after = await app.database.read(world.orgId, (tx) => enrolmentById(tx, enrolment.id));
    expect(after).toMatchObject({ state: 'eligible', eligibleOn: '2026-11-24' });
    const letters = await app.database.read(world.orgId, (tx) =>
      tx.selectFrom('mail').select(['kind', 'body']).where('about_id', '=', enrolment.id).execute(),
    );
    expect(letters).toMatchObject([{ kind: 'eligible' }]);
    const audited = await app.database.read(world.orgId, (tx) =>
      tx
        .selectFrom('audit')
        .select('changes')
        .where('action', '=', 'decide-eligibility')
        .executeTakeFirst(),
    );
    expect(audited?.changes).toEqual({
      state: { from: 'applied', to: 'eligible' },
      overridden: [],
      letter: true,
    });
  });

  test('a firm without an adviser becomes that of the adviser who takes it in, and of no other', async () => {
    const world = await makeWorld(app);
    const { enrolment, adviser } = await applicant(world);
    await app.database.tenant(world.orgId, (tx) =>
      tx
        .updateTable('enrolment')
        .set({ adviser_id: null })
        .where('id', '=', enrolment.id)
        .execute(),
    );
    await proveAll(adviser, enrolment.id);
    const input = {
      enrolmentId: enrolment.id,
      version: await versionOf(world, enrolment.id),
      isEligible: true,
    };
    expect(await decideEligibility(adviser, input)).toMatchObject({ isTakenOver: true });
    const after = await app.database.read(world.orgId, (tx) => enrolmentById(tx, enrolment.id));
    expect(after.adviserId).toBe(adviser.actor.personId);
    const kept = await applicant(world);
    await proveAll(kept.adviser, kept.enrolment.id);
    const decided = await decideEligibility(kept.adviser, {
      enrolmentId: kept.enrolment.id,
      version: await versionOf(world, kept.enrolment.id),
      isEligible: true,
    });
    expect(decided).toMatchObject({ isTakenOver: false, hasAdviser: true });
  });

  test('refuses to take in while facts are missing, and names them', async () => {
    const world = await makeWorld(app);
    const { enrolment, adviser } = await applicant(world);
    const input = { enrolmentId: enrolment.id, version: 1, isEligible: true };
    await expect(decideEligibility(adviser, input)).rejects.toThrow('Still missing');
    const mentor = await world.ctxFor((await world.mentor()).person);
    await expect(decideEligibility(mentor, input)).rejects.toMatchObject({ code: 'not-found' });
    const stranger = await (await makeWorld(app)).ctxAs('manager');
    await expect(decideEligibility(stranger, input)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a refusal needs a failed test and reasons; the letter carries the way on', async () => {
    const world = await makeWorld(app);
    const { enrolment, adviser } = await applicant(world);
    await proveAll(adviser, enrolment.id);
    const refusal = {
      enrolmentId: enrolment.id,
      isEligible: false,
      refusal: 'Trades in Leicester',
      signpost: 'Leicester Growth Hub',
    };
    await expect(
      decideEligibility(adviser, { ...refusal, version: await versionOf(world, enrolment.id) }),
    ).rejects.toThrow('Every test is met');
    await confirmAuthority(adviser, {
      enrolmentId: enrolment.id,
      code: 'E06000016',
      name: 'Leicester',
      evidence: 'Moved',
    });
    const version = await versionOf(world, enrolment.id);
    await expect(
      decideEligibility(adviser, { ...refusal, version, refusal: '' }),
    ).rejects.toMatchObject({ fields: { refusal: expect.any(String) } });
    await decideEligibility(adviser, { ...refusal, version });
    const [letter] = await app.database.read(world.orgId, (tx) =>
      tx.selectFrom('mail').select('body').where('about_id', '=', enrolment.id).execute(),
    );
    expect(letter?.body).toContain('Trades in Leicester');
    expect(letter?.body).toContain('Leicester Growth Hub');
    const again = { ...refusal, version: await versionOf(world, enrolment.id) };
    await expect(decideEligibility(adviser, again)).rejects.toThrow('refused already');
  });

  test('a test set aside by two people no longer stands in the way', async () => {
    const world = await makeWorld(app);
    const { enrolment, adviser } = await applicant(world);
    await proveAll(adviser, enrolment.id);
    await confirmAuthority(adviser, {
      enrolmentId: enrolment.id,
      code: 'E06000016',
      name: 'Leicester',
      evidence: 'Moves back in January',
    });
    const { overrideId } = await requestOverride(adviser, {
      enrolmentId: enrolment.id,
      test: 'area',
      reason: 'Lease in Coventry signed',
    });
    const input = {
      enrolmentId: enrolment.id,
      version: await versionOf(world, enrolment.id),
      isEligible: true,
    };
    await expect(decideEligibility(adviser, input)).rejects.toThrow('A test is not met');
    await answerOverride(await world.ctxAs('manager'), {
      enrolmentId: enrolment.id,
      overrideId,
      isApproved: true,
      answer: 'Lease seen.',
    });
    expect(await decideEligibility(adviser, input)).toMatchObject({ state: 'eligible' });
    await expect(decideEligibility(adviser, input)).rejects.toMatchObject({ code: 'conflict' });
  });
});
