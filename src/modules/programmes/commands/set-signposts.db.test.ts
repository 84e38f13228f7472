import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeProgrammeDesk } from '../../../../test/factories/programme-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { setSignposts } from './set-signposts.ts';

const app = await createTestApp();
const signposts = [
  { name: 'Growth Hub of the Marches', about: 'start-ups', address: 'marches.example' },
];

test('who else may help is named, and taken out again', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app, 'open');
  const reason = 'Agreed with the neighbours.';
  await setSignposts(desk.manager, { programmeId, version: 1, reason, signposts });
  expect(await desk.row()).toMatchObject({ signposts });
  await setSignposts(desk.manager, { programmeId, version: 2, reason, signposts: [] });
  expect(await desk.row()).toMatchObject({ signposts: [] });
  expect(await desk.audited('set-signposts')).toMatchObject([
    { reason, changes: { signposts: [0, 1] } },
    { reason, changes: { signposts: [1, 0] } },
  ]);
});

test('refuses outsiders, one without a name, no reason, a stale version and a closed programme', async () => {
  const { programmeId, ...desk } = await makeProgrammeDesk(app, 'open');
  const input = { programmeId, version: 1, reason: 'x', signposts };
  await expectWalls(desk.world, setSignposts, input);
  await expect(
    setSignposts(desk.manager, { ...input, signposts: [{ name: ' ' }] }),
  ).rejects.toMatchObject({
    fields: { 'signposts.0.name': 'Enter the name of the organisation.' },
  });
  await expect(setSignposts(desk.manager, { ...input, reason: undefined })).rejects.toMatchObject({
    code: 'invalid',
  });
  await expect(setSignposts(desk.manager, { ...input, version: 9 })).rejects.toMatchObject({
    code: 'conflict',
  });
  const closed = await makeProgrammeDesk(app, 'closed');
  await expect(
    setSignposts(closed.manager, { ...input, programmeId: closed.programmeId }),
  ).rejects.toMatchObject({ code: 'precondition' });
});
