import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeDesk } from '../../../../test/factories/enterprise-desk.ts';
import { newId } from '../../../kernel/ids.ts';
import { undelivered } from './letter-reads.ts';

const app = await createTestApp();

test('a refused letter stands there until one arrives or the address is another', async () => {
  const desk = await makeDesk(app, { state: 'eligible' });
  const { world, enrolmentId } = desk;
  const lead = desk.enrolment.enterprise.lead;
  const personId = lead?.id ?? '';
  const mail = (state: 'failed' | 'sent', at: string) =>
    desk.write((tx) =>
      tx
        .insertInto('mail')
        .values({
          org_id: world.orgId,
          id: newId(),
          person_id: personId,
          to_address: (lead?.email ?? '').toUpperCase(),
          kind: 'introduction',
          subject: 'Meet your mentor',
          body: 'Hello.',
          state,
          last_error: state === 'failed' ? '550 5.1.1 no such user' : null,
          sent_at: state === 'sent' ? at : null,
          created_at: at,
        })
        .execute(),
    );
  const rows = (adviserId: string | null = null) =>
    desk.read((tx) => undelivered(tx, world.programme.id, adviserId));
  expect(await rows()).toEqual([]);
  await mail('failed', '2026-11-20T10:00:00.000Z');
  expect(await rows()).toMatchObject([
    { personId, enrolmentId, because: 'no such user', subject: 'Meet your mentor' },
  ]);
  expect(await rows(desk.enrolment.adviserId)).toHaveLength(1);
  const colleague = await world.person({ roles: ['adviser'] });
  expect(await rows(colleague.id)).toEqual([]);
  await mail('sent', '2026-11-21T10:00:00.000Z');
  expect(await rows()).toEqual([]);
  await mail('failed', '2026-11-22T10:00:00.000Z');
  expect(await rows()).toHaveLength(1);
  await desk.write((tx) =>
    tx
      .updateTable('person')
      .set({ email: 'new@firm.example' })
      .where('id', '=', personId)
      .execute(),
  );
  expect(await rows()).toEqual([]);
});
