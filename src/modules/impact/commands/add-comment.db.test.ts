import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { addComment } from './add-comment.ts';

const app = await createTestApp();
const said = { body: 'They opened the door to our first customer abroad.', mayPublish: true };

test('a client says it in their own words; a double click keeps one', async () => {
  const { enrolmentId, ...desk } = await makeDesk(app);
  const lead = await desk.world.ctxFor({ id: desk.enrolment.enterprise.lead?.id ?? '' });
  const ctx = { ...lead, idempotencyKey: 'comment-once-0001' };
  const { commentId } = await addComment(ctx, { enrolmentId, ...said });
  expect(await addComment(ctx, { enrolmentId, ...said })).toEqual({ commentId });
  const rows = await desk.read((tx) =>
    tx.selectFrom('client_comment').select(['body', 'said_by', 'said_on', 'may_publish']).execute(),
  );
  expect(rows).toEqual([
    {
      body: said.body,
      said_by: lead.actor.personId,
      said_on: '2026-11-24',
      may_publish: true,
    },
  ]);
  const audited = await desk.audited('add-comment');
  expect(audited).toMatchObject([{ subject_id: commentId, changes: { mayPublish: true } }]);
  expect(JSON.stringify(audited)).not.toContain('customer');
});

test('nothing is published unless the client said so', async () => {
  const { enrolmentId, ...desk } = await makeDesk(app);
  await addComment(desk.adviser, { enrolmentId, body: 'Good.' });
  const row = await desk.read((tx) =>
    tx.selectFrom('client_comment').select('may_publish').executeTakeFirstOrThrow(),
  );
  expect(row.may_publish).toBe(false);
});

test('staff write down who of the enterprise said it, and nobody else', async () => {
  const { enrolmentId, ...desk } = await makeDesk(app);
  const lead = desk.enrolment.enterprise.lead?.id ?? '';
  await addComment(desk.adviser, { enrolmentId, ...said, saidBy: lead });
  await expect(
    addComment(desk.adviser, {
      enrolmentId,
      ...said,
      saidBy: desk.adviser.actor.personId ?? '',
    }),
  ).rejects.toMatchObject({ fields: { saidBy: 'Choose somebody of this enterprise.' } });
});

test('a comment has no state; refuses outsiders, a day to come, and no words', async () => {
  const { enrolmentId, ...desk } = await makeDesk(app);
  await expectWalls(desk.world, addComment, { enrolmentId, ...said });
  await expect(
    addComment(desk.adviser, { enrolmentId, ...said, saidOn: '2026-11-25' }),
  ).rejects.toMatchObject({ fields: { saidOn: 'This day is still to come.' } });
  await expect(addComment(desk.adviser, { enrolmentId, body: ' ' })).rejects.toMatchObject({
    fields: { body: 'Enter what was said.' },
  });
});
