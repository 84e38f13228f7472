import { expect, test } from 'vitest';
import { createTestApp } from '../../../../test/factories/app.ts';
import { makeWorld } from '../../../../test/factories/world.ts';
import { makeAccount } from '../../../../test/factories/accounts.ts';
import { queueMail } from '../../../platform/mail/outbox.ts';

const app = await createTestApp();
const world = await makeWorld(app);
const ctx = world.systemCtx();
const said = 'What waits for you and whom to ring, without a password:';

async function bodyTo(personId: string, body = 'Dear Rosa,\n\nGood news.', kind = 'test') {
  const id = await app.database.tenant(world.orgId, (tx) =>
    queueMail(tx, ctx, {
      ...{ to: { personId, address: 'rosa@example.org', name: 'Rosa' }, kind, subject: 'News' },
      body,
    }),
  );
  const row = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('mail').select('body').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  return row.body;
}

async function purposeIn(body: string) {
  const rows = await app.database.read(world.orgId, (tx) =>
    tx.selectFrom('link').select(['purpose']).orderBy('id', 'desc').limit(1).execute(),
  );
  return body.includes(said) ? rows[0]?.purpose : undefined;
}

test('every letter to a mentor or somebody of a firm without an account leads to their page', async () => {
  const mentor = await world.mentor({ expertise: { finance: 4 } });
  const need = await world.need({ area: 'finance' });
  const lead = need.enrolment.enterprise.lead?.id ?? '';
  expect(await purposeIn(await bodyTo(mentor.person.id))).toBe('mentor-door');
  expect(await purposeIn(await bodyTo(lead))).toBe('firm-door');
});

test('it is asked first who opens it: the letter names the door, and not the page', async () => {
  const mentor = await world.mentor({ expertise: { finance: 4 } });
  expect(await bodyTo(mentor.person.id)).toMatch(
    new RegExp(`\\n\\n${said}\\n\\S+/l/\\S+/[\\w-]{20,}/open$`),
  );
});

test('whoever is both is led to the side that the letter is about', async () => {
  const mentor = await world.mentor({ expertise: { finance: 4 } });
  const need = await world.need({ area: 'finance' });
  const { enterprise } = need.enrolment;
  await app.database.tenant(world.orgId, (tx) =>
    tx
      .insertInto('enterprise_person')
      .values({
        ...{ org_id: world.orgId, enterprise_id: enterprise.id, person_id: mentor.person.id },
        from_on: '2026-01-01',
      })
      .execute(),
  );
  const secret = 'a'.repeat(43);
  const link = (page: string) => `Please answer:\n${app.url}/l/${world.org.slug}/${secret}/${page}`;
  expect(await purposeIn(await bodyTo(mentor.person.id, link('offer')))).toBe('mentor-door');
  expect(await purposeIn(await bodyTo(mentor.person.id, link('session')))).toBe('firm-door');
});

test('not said to people with an account, to staff, in an invitation, or beside the page itself', async () => {
  const mentor = await world.mentor({ expertise: { finance: 4 } });
  const adviser = await world.person({ roles: ['adviser'] });
  const own = `${app.url}/l/${world.org.slug}/${'a'.repeat(43)}/mentor`;
  expect(await bodyTo(adviser.id)).not.toContain(said);
  expect(await bodyTo(mentor.person.id, own)).not.toContain(said);
  const log = own.replace(/mentor$/, 'log-session');
  expect(await bodyTo(mentor.person.id, `${log}\n\n${own}`)).not.toContain(said);
  expect(await bodyTo(mentor.person.id, 'Come in.', 'invitation')).not.toContain(said);
  const { userId } = await makeAccount(app);
  await app.database.tenant(world.orgId, (tx) =>
    tx.updateTable('person').set({ user_id: userId }).where('id', '=', mentor.person.id).execute(),
  );
  expect(await bodyTo(mentor.person.id)).not.toContain(said);
});

test('a mentor whose role has ended is led nowhere', async () => {
  const mentor = await world.mentor({ expertise: { finance: 4 } });
  await app.database.tenant(world.orgId, (tx) =>
    tx
      .updateTable('role_grant')
      .set({ ended_at: app.clock.now() })
      .where('person_id', '=', mentor.person.id)
      .execute(),
  );
  expect(await bodyTo(mentor.person.id)).not.toContain(said);
});
