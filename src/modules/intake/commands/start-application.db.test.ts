import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeApplicationDesk } from '../../../../test/factories/application-desk.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { startApplication } from './start-application.ts';

const app = await createTestApp();

test('somebody without an account begins a draft and gets a way back of its own by letter', async () => {
  const { desk, start, application, letters } = await makeApplicationDesk(app);
  const { applicationId, secret } = await start();
  expect(await application(applicationId)).toMatchObject({
    state: 'draft',
    source: 'public',
    applicant_email: 'rosa@quill.example',
  });
  const [letter, ...others] = await letters();
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ kind: 'application-draft' });
  expect(letter?.body).toMatch(/\/link\/[\w-]{20,}/);
  // Who only typed the address cannot know what stands in the letter.
  expect(letter?.body).not.toContain(secret);
  expect(await desk.audited('start-application')).toMatchObject([{ subject_id: applicationId }]);
});

test('a form sent twice begins one draft', async () => {
  const { desk, visitor, programmeId } = await makeApplicationDesk(app);
  const ctx = { ...visitor, idempotencyKey: 'apply-once-00001' };
  const input = { programmeId, name: 'Rosa Quill', email: 'rosa@quill.example' };
  const answer = await startApplication(ctx, input);
  expect(await startApplication(ctx, input)).toEqual(answer);
  const all = await desk.read((tx) => tx.selectFrom('application').select('id').execute());
  expect(all).toHaveLength(1);
  const kept = await desk.read((tx) => tx.selectFrom('idempotency_key').select('result').execute());
  expect(JSON.stringify(kept)).not.toContain(answer.secret);
});

test('a closed page takes nobody but those whom staff enter; any role is otherwise a visitor', async () => {
  const { desk, visitor, programmeId, application } = await makeApplicationDesk(app);
  await desk.write((tx) =>
    tx
      .updateTable('programme')
      .set({ applications_open: false })
      .where('id', '=', programmeId)
      .execute(),
  );
  const input = { programmeId, name: 'Rosa Quill', email: 'rosa@quill.example' };
  await expect(startApplication(visitor, input)).rejects.toMatchObject({ code: 'precondition' });
  const mentor = await desk.world.ctxAs('mentor');
  await expect(startApplication(mentor, input)).rejects.toMatchObject({ code: 'precondition' });
  const entered = await startApplication(desk.adviser, input);
  expect(await application(entered.applicationId)).toMatchObject({ source: 'staff' });
});

test('another organisation has no such programme', async () => {
  const { programmeId } = await makeApplicationDesk(app);
  const stranger = await (await makeWorld(app)).ctxAs('adviser');
  const input = { programmeId, name: 'Rosa Quill', email: 'rosa@quill.example' };
  await expect(startApplication(stranger, input)).rejects.toMatchObject({ code: 'not-found' });
});
