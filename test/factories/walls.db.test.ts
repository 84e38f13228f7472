import { expect, test } from 'vitest';
import { z } from 'zod';
import { pauseMentor } from '../../src/modules/leaving/commands/pause-mentor.ts';
import { command } from '../../src/platform/command.ts';
import { createTestApp } from './app.ts';
import { expectWalls } from './walls.ts';
import { makeWorld } from './world.ts';

const app = await createTestApp();
const permission = {
  resource: 'mentor',
  action: 'praise',
  grants: { manager: 'organisation' },
} as const;

/** Writes to the audit of whoever asks, whether the mentor is theirs or not. */
const praiseMentor = command({
  name: 'praise-mentor',
  permission,
  input: z.strictObject({ mentorId: z.uuid() }),
  async run({ input, allow, audit }) {
    allow({ mentorId: input.mentorId });
    await audit({ subject: ['mentor', input.mentorId], changes: {} });
  },
});

test('the walls of a whole command stand, and it works afterwards', async () => {
  const world = await makeWorld(app);
  const mentor = await world.mentor();
  const input = { mentorId: mentor.id, reason: 'On a long journey.' };
  await expectWalls(world, pauseMentor, input);
  await pauseMentor(await world.ctxAs('manager'), input);
});

test('a command that does not look whose record it is fails', async () => {
  const world = await makeWorld(app);
  const mentor = await world.mentor();
  await expect(expectWalls(world, praiseMentor, { mentorId: mentor.id })).rejects.toThrow(
    /praise-mentor as manager of another organisation/,
  );
});
