import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { rankMentorsForNeed } from '../reads.ts';
import { barPair } from './bar-pair.ts';
import { introduceMatch } from './introduce-match.ts';
import { unbarPair } from './unbar-pair.ts';

const app = await createTestApp();

test('a barred pair is left out of the ranking until a manager lifts it', async () => {
  const world = await makeWorld(app);
  const adviser = await world.ctxAs('adviser');
  const manager = await world.ctxAs('manager');
  const need = await world.need({ area: 'finance' });
  const mentor = await world.mentor({ expertise: { finance: 5 } });
  const pair = { enrolmentId: need.enrolment.id, mentorId: mentor.id };
  const rules = async () => {
    const { ranking } = await app.database.read(world.orgId, (tx) =>
      rankMentorsForNeed(tx, adviser, need.id),
    );
    return ranking.excluded.flatMap((each) => each.rules.map((rule) => rule.rule));
  };
  await barPair(adviser, { ...pair, cause: 'staff', reason: 'Former business partners.' });
  expect(await rules()).toEqual(['barred']);
  await expect(barPair(adviser, { ...pair, cause: 'staff', reason: 'Again.' })).rejects.toThrow(
    /already/,
  );
  await expect(unbarPair(adviser, { ...pair, reason: 'Settled.' })).rejects.toMatchObject({
    code: 'not-found',
  });
  await unbarPair(manager, { ...pair, reason: 'Settled.' });
  expect(await rules()).toEqual([]);
});

test('an introduction can be mailed again, with the briefing as it is now', async () => {
  const world = await makeWorld(app);
  const adviser = await world.ctxAs('adviser');
  const match = await world.match();
  await introduceMatch(adviser, { matchId: match.id });
  const mails = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('mail').select('kind').where('about_id', '=', match.id).execute(),
  );
  expect(mails).toEqual([{ kind: 'introduction' }, { kind: 'introduction' }]);
  const verifier = await world.ctxAs('verifier');
  await expect(introduceMatch(verifier, { matchId: match.id })).rejects.toMatchObject({
    code: 'not-found',
  });
});
