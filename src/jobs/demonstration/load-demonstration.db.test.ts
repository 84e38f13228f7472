import { beforeAll, expect, test } from 'vitest';
import { createTestApp } from '../../../test/factories/app.ts';
import { needDrift } from '../../modules/diagnosis/drift.ts';
import { claimForDemonstration } from '../../modules/people/demonstration/claim.ts';
import { demonstrationPeople, loadState } from '../../modules/people/demonstration/reads.ts';
import type { AreaKey } from '../../modules/programmes/area.ts';
import { hoursOf } from '../../modules/sessions/reads.ts';
import { verifyAuditChain } from '../../platform/audit.ts';
import type { Ctx, Organisation } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { removeDemonstration } from '../../platform/remove-demonstration.ts';
import { systemActor } from '../../platform/permission.ts';
import { ensureSetupToken } from '../../platform/setup-token.ts';
import { tellStory } from './load-demonstration.ts';

const app = await createTestApp();
let org: Organisation;

const read = <T>(work: (tx: Tx) => Promise<T>) => app.database.read(org.orgId, work);
const today = () => app.clock.today(org.zone);

beforeAll(async () => {
  const secret = await ensureSetupToken(app.connections.owner);
  org = await claimForDemonstration(app, secret ?? '');
  await tellStory(app, org, { seed: 0, size: { mentors: 8, firms: 6, applicants: 10, months: 6 } });
});

test('the audit chain of the story is whole', async () => {
  const { fault } = await read((tx) => verifyAuditChain(tx, { app, orgId: org.orgId }));
  expect(fault).toBeNull();
});

test('nothing of the story lies in the future', async () => {
  const late = await read((tx) =>
    tx.selectFrom('audit').select('seq').where('at', '>', app.clock.now()).execute(),
  );
  expect(late).toEqual([]);
});

test('no mentor is in two sessions at once', async () => {
  const held = await read((tx) =>
    tx
      .selectFrom('session as s')
      .innerJoin('session_mentor as m', 'm.session_id', 's.id')
      .select(['m.mentor_id as mentor', 's.starts_at as from', 's.ends_at as to'])
      .where('m.attendance', 'in', ['attended', 'late'])
      .where('s.state', '=', 'logged')
      .orderBy('m.mentor_id')
      .orderBy('s.starts_at')
      .execute(),
  );
  expect(held.length).toBeGreaterThan(15);
  const clashes = held.filter((each, at) => {
    const before = held[at - 1];
    return before?.mentor === each.mentor && before.to > each.from;
  });
  expect(clashes).toEqual([]);
});

test('hours count as far as firms confirmed them', async () => {
  const ctx: Ctx = { app, org, orgId: org.orgId, actor: systemActor, clock: app.clock };
  const enrolment = await read((tx) =>
    tx
      .selectFrom('session_enterprise')
      .select('enrolment_id as id')
      .where('confirmation', '=', 'confirmed')
      .executeTakeFirstOrThrow(),
  );
  const hours = await read((tx) => hoursOf(tx, ctx, enrolment.id));
  expect(JSON.stringify(hours)).toContain('NFS');
});

test('a drift is found where the story has one', async () => {
  const rows = await read((tx) =>
    tx
      .selectFrom('session as s')
      .innerJoin('session_enterprise as x', 'x.session_id', 's.id')
      .innerJoin('need as d', 'd.id', 'x.need_id')
      .select(['d.id', 'd.area', 's.topics', 's.starts_at as at'])
      .orderBy('s.starts_at')
      .execute(),
  );
  const drifting = [...new Set(rows.map((row) => row.id))].filter((id) => {
    const own = rows.filter((row) => row.id === id);
    const observations = own.map((row) => ({
      on: row.at.slice(0, 10),
      topics: row.topics as AreaKey[],
    }));
    return needDrift(own[0]?.area as AreaKey, observations, today()).drifting;
  });
  expect(drifting.length).toBeGreaterThan(0);
});

test('the adviser’s day is not empty: calls are due and somebody waits', async () => {
  const due = await read((tx) =>
    tx
      .selectFrom('enrolment')
      .select('id')
      .where('state', '=', 'eligible')
      .where('next_contact_on', '<=', today())
      .execute(),
  );
  expect(due.length).toBeGreaterThan(0);
});

test('firms have said how it goes, and a match is to change', async () => {
  const marks = await read((tx) =>
    tx.selectFrom('mentor_feedback').select('id').where('relation', 'is not', null).execute(),
  );
  const open = await read((tx) =>
    tx.selectFrom('rematch').select('id').where('settled_at', 'is', null).execute(),
  );
  expect(marks.length).toBeGreaterThan(0);
  expect(open.length).toBeGreaterThan(0);
});

test('a sent allocation stands in the history of the match desk, and its letters are answered', async () => {
  const sent = await read((tx) =>
    tx
      .selectFrom('allocation as a')
      .innerJoin('offer as o', 'o.allocation_id', 'a.id')
      .select(['a.state', 'o.state as answer'])
      .execute(),
  );
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.map((row) => row.state)).not.toContain('draft');
  expect(sent.map((row) => row.answer)).not.toContain('pending');
});

test('firms and mentors have times in common', async () => {
  const styles = await read((tx) =>
    tx.selectFrom('working_style').select('availability').execute(),
  );
  expect(styles.length).toBeGreaterThan(0);
  for (const { availability } of styles) expect(availability).not.toEqual([]);
});

test('applications stand in the queue', async () => {
  const sent = await read((tx) =>
    tx.selectFrom('application').select('id').where('state', '=', 'submitted').execute(),
  );
  expect(sent.length).toBeGreaterThan(0);
});

test('one can sign in as somebody of every role', async () => {
  const people = await read(demonstrationPeople);
  expect(new Set(people.map((person) => person.role))).toEqual(
    new Set([
      'manager',
      'adviser',
      'mentor',
      'participant',
      'verifier',
      'finance',
      'auditor',
      'partner',
      'admin',
    ]),
  );
});

test('no letter of the story waits to be sent', async () => {
  const waiting = await read((tx) =>
    tx.selectFrom('mail').select('id').where('state', '<>', 'kept').execute(),
  );
  expect(waiting).toEqual([]);
});

test('a story that is told says so, and is removed whole', async () => {
  expect(await read((tx) => loadState(tx, app))).toEqual({ state: 'loaded' });
  expect(await removeDemonstration(app.connections.owner)).toBe(org.name);
  expect(await removeDemonstration(app.connections.owner)).toBeNull();
  expect(await ensureSetupToken(app.connections.owner)).not.toBeNull();
});
