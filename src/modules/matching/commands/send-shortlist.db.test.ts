import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeMatchingDesk } from '../../../../test/factories/matching-desk.ts';
import { expectWalls } from '../../../../test/factories/walls.ts';
import { sendShortlist } from './send-shortlist.ts';

const app = await createTestApp();

test('keeps what each mentor scored and mails the enterprise', async () => {
  const { world, adviser, needId, need, best, second, read, mails, audited } =
    await makeMatchingDesk(app);
  const input = { needId, mentorIds: [second.id, best.id], message: 'Both know foundries.' };
  await expectWalls(world, sendShortlist, input);
  const { shortlistId } = await sendShortlist(adviser, input);
  const rows = await read((tx) =>
    tx.selectFrom('shortlist_mentor').selectAll().where('shortlist_id', '=', shortlistId).execute(),
  );
  expect(rows.find((row) => row.position === 1)?.mentor_id).toBe(best.id);
  const [mail] = await mails('shortlist');
  expect(mail?.to_address).toBe(need.enrolment.enterprise.lead?.email);
  expect(mail?.body).toContain(best.person.name);
  expect(await audited('send-shortlist')).toMatchObject([
    { subject_id: shortlistId, changes: { mentorIds: [best.id, second.id] } },
  ]);
});

test('sends none where the adviser appoints, and says what to do instead', async () => {
  const desk = await makeMatchingDesk(app, { mentorChoice: 'adviser-appoints' });
  await expect(desk.shortlist()).rejects.toMatchObject({
    code: 'precondition',
    message: expect.stringMatching(/adviser appoints.*Ask one mentor directly/),
  });
  expect(await desk.mails('shortlist')).toEqual([]);
  await expect(desk.offer()).resolves.toBeDefined();
});

test('takes two or three mentors, none of them ruled out, and one list at a time', async () => {
  const desk = await makeMatchingDesk(app);
  const { world, adviser, best, second } = desk;
  const send = (mentorIds: string[], needId = desk.needId) =>
    sendShortlist(adviser, { needId, mentorIds });
  await desk.shortlist();
  await expect(send([best.id, second.id])).rejects.toThrow(/choosing until 1 December 2026/);
  await expect(send([best.id])).rejects.toMatchObject({ code: 'invalid' });
  await expect(send([best.id, best.id])).rejects.toMatchObject({ code: 'invalid' });
  const other = await world.need({ area: 'finance' });
  const fresh = await world.mentor({ live: false });
  await expect(send([best.id, fresh.id], other.id)).rejects.toThrow(/induction/);
  const closed = await world.need({ area: 'finance', state: 'closed' });
  await expect(send([best.id, second.id], closed.id)).rejects.toMatchObject({
    code: 'precondition',
  });
});
