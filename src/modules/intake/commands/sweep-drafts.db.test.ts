import { expect, test } from 'vitest';
import { createTestApp, usualNow } from '../../../../test/factories/app.ts';
import { makeApplicationDesk } from '../../../../test/factories/application-desk.ts';
import { addMinutes } from '../../../kernel/calendar.ts';
import { sweepDraftsJob } from '../apply/jobs.ts';
import { saveApplicationStep } from './save-application-step.ts';
import { sweepDrafts } from './sweep-drafts.ts';

const app = await createTestApp();

async function begun() {
  app.clock.set(usualNow);
  const made = await makeApplicationDesk(app);
  const draft = await made.start();
  const left = () =>
    made.desk.read((tx) => tx.selectFrom('application').select(['id', 'state']).execute());
  const lettersOf = async (kind: string) =>
    (await made.letters()).filter((letter) => letter.kind === kind);
  const sweepOn = async (days: number) => {
    app.clock.set(addMinutes(usualNow, days * 24 * 60));
    await sweepDraftsJob.run(app, {});
  };
  return { ...made, draft, left, lettersOf, sweepOn };
}

test('a draft left alone is reminded of once, with the day, and then deleted with its letters', async () => {
  const { desk, draft, left, lettersOf, sweepOn, letters } = await begun();
  await sweepOn(75);
  expect(await lettersOf('application-draft-reminder')).toEqual([]);
  await sweepOn(76);
  await sweepOn(77);
  const [reminder, ...more] = await lettersOf('application-draft-reminder');
  expect(more).toEqual([]);
  expect(reminder).toMatchObject({
    to_address: 'rosa@quill.example',
    body: expect.stringContaining('22 February 2027'),
  });
  expect(await left()).toHaveLength(1);
  await sweepOn(90);
  expect(await left()).toEqual([]);
  expect(await letters()).toEqual([]);
  expect((await desk.audited('sweep-drafts')).map(({ changes }) => changes)).toEqual([
    { reminded: [draft.applicationId], deleted: [] },
    { reminded: [], deleted: [draft.applicationId] },
  ]);
});

test('the letter opens the draft, and whoever goes on keeps it', async () => {
  const { visitor, left, lettersOf, sweepOn } = await begun();
  await sweepOn(76);
  const [reminder] = await lettersOf('application-draft-reminder');
  const secret = /\/link\/([\w-]+)/.exec(reminder?.body ?? '')?.[1] ?? '';
  await saveApplicationStep(visitor, {
    ...{ secret, step: 'about-you', fields: { name: 'Rosa Quill' } },
  });
  await sweepOn(120);
  expect(await left()).toHaveLength(1);
});

test('an application in another state than draft is never swept', async () => {
  const { submitted, left, sweepOn } = await begun();
  const sent = await submitted(undefined, 'sent@quill.example');
  await sweepOn(76);
  await sweepOn(200);
  expect(await left()).toEqual([{ id: sent.applicationId, state: 'submitted' }]);
});

test('nobody may ask for it by hand, whatever their role or organisation', async () => {
  const { desk, visitor } = await begun();
  const stranger = await (await makeApplicationDesk(app)).desk.world.ctxAs('admin');
  for (const ctx of [visitor, desk.adviser, await desk.world.ctxAs('admin'), stranger]) {
    await expect(sweepDrafts(ctx, {})).rejects.toMatchObject({ code: 'not-found' });
  }
});
