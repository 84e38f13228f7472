import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/factories/app.ts';
import { makeMentorDesk } from '../../../test/factories/mentor-desk.ts';
import type { Tx } from '../../platform/database.ts';
import { mentorsForMatching } from './reads.ts';

const app = await createTestApp();

async function makePanel() {
  const desk = await makeMentorDesk(app, { expertise: { finance: 4 } });
  const today = app.clock.today('Europe/London');
  const panel = (tx: Tx) => mentorsForMatching(tx, today);
  const ranked = async () => (await desk.read(panel)).find(({ id }) => id === desk.mentorId);
  const write = (work: (tx: Tx) => Promise<unknown>) =>
    app.database.tenant(desk.world.orgId, async (tx) => void (await work(tx)));
  expect(await ranked()).toBeDefined();
  return { ...desk, panel, ranked, write };
}

test('a profile that was changed is ranked as it is now', async () => {
  const { ranked, set, write, mentor } = await makePanel();
  await write((tx) => tx.updateTable('mentor').set({ headline: 'Turned firms round' }).execute());
  expect(await ranked()).toMatchObject({ headline: 'Turned firms round' });
  await write((tx) =>
    tx.updateTable('person').set({ name: 'Ada New' }).where('id', '=', mentor.person.id).execute(),
  );
  expect(await ranked()).toMatchObject({ name: 'Ada New' });
  await write((tx) => tx.updateTable('mentor_expertise').set({ level: 5 }).execute());
  expect(await ranked()).toMatchObject({ expertise: [{ area: 'finance', level: 5 }] });
  await write((tx) => tx.deleteFrom('mentor_expertise').execute());
  expect(await ranked()).toMatchObject({ expertise: [] });
  await set({ state: 'left' });
  expect(await ranked()).toBeUndefined();
});

test('a change that is not saved yet, or never, is nobody else’s', async () => {
  const { ranked, panel, mentorId, world } = await makePanel();
  const undone = app.database.tenant(world.orgId, async (tx) => {
    await tx.updateTable('mentor').set({ headline: 'Never saved' }).execute();
    expect(await panel(tx)).toContainEqual(
      expect.objectContaining({ id: mentorId, headline: 'Never saved' }),
    );
    expect(await ranked()).not.toMatchObject({ headline: 'Never saved' });
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow('changed my mind');
  expect(await ranked()).not.toMatchObject({ headline: 'Never saved' });
});

test('whoever changes a profile twice in one transaction ranks it as it is each time', async () => {
  const { ranked, panel, write } = await makePanel();
  const headlineIn = async (tx: Tx) => (await panel(tx))[0]?.headline;
  await write(async (tx) => {
    for (const headline of ['First', 'Second']) {
      await tx.updateTable('mentor').set({ headline }).execute();
      expect(await headlineIn(tx)).toBe(headline);
    }
    await tx.updateTable('mentor').set({ headline: 'Third' }).execute();
  });
  expect(await ranked()).toMatchObject({ headline: 'Third' });
});

test('an organisation ranks its own mentors only', async () => {
  const [one, two] = [await makePanel(), await makePanel()];
  for (const { read, panel, mentorId } of [one, two, one]) {
    expect((await read(panel)).map(({ id }) => id)).toEqual([mentorId]);
  }
  const nobody = await app.database.anonymousRead(async (tx) => {
    await sql`select set_config('app.org', ${two.world.orgId}, true)`.execute(tx);
    return (await two.panel(tx)).map(({ id }) => id);
  });
  expect(nobody).toEqual([two.mentorId]);
});

test('places that are taken count at once', async () => {
  const { ranked, world, mentor } = await makePanel();
  expect(await ranked()).toMatchObject({ liveMatches: 0, offersOpen: 0 });
  await world.match({ mentor });
  expect(await ranked()).toMatchObject({ liveMatches: 1, offersOpen: 0 });
});
