import { describe, expect, test } from 'vitest';
import {
  type Actor,
  hasRole,
  may,
  mayAnywhere,
  permissionTable,
  publicActor,
  type Role,
  roles,
  systemActor,
} from './permission.ts';

const table = permissionTable({
  record: {
    read: { manager: 'programme', finance: 'organisation', mentor: 'own', participant: 'own' },
    apply: { public: 'organisation' },
    never: {},
  },
});
const { read, apply, never } = table.record;

function actorWith(role: Role, programmeId: string | null, more: Partial<Actor> = {}): Actor {
  return {
    ...publicActor,
    kind: 'person',
    personId: 'me',
    grants: [{ role, programmeId }],
    ...more,
  };
}

test('what the table does not list is refused', () => {
  for (const role of roles) expect(may(actorWith(role, null), never, {}), role).toBe(false);
  expect(may(actorWith('admin', null), read, { programmeId: 'p' })).toBe(false);
  expect(mayAnywhere(actorWith('admin', null), read)).toBe(false);
});

test('a role of one programme does not reach another, nor a record that belongs to none', () => {
  const manager = actorWith('manager', 'p');
  expect(may(manager, read, { programmeId: 'p' })).toBe(true);
  expect(may(manager, read, { programmeId: 'q' })).toBe(false);
  expect(may(manager, read, {})).toBe(false);
  expect(may(actorWith('manager', null), read, { programmeId: 'q' })).toBe(true);
  expect(may(actorWith('finance', 'p'), read, { programmeId: 'q' })).toBe(true);
});

describe('one’s own', () => {
  const mentor = actorWith('mentor', null, {
    mentorId: 'm',
    matchedEnterpriseIds: new Set(['firm']),
  });
  const participant = actorWith('participant', null, { ownEnterpriseIds: new Set(['firm']) });

  test('is for a mentor the presently matched enterprise', () => {
    expect(may(mentor, read, { enterpriseId: 'firm' })).toBe(true);
    expect(may(mentor, read, { enterpriseId: 'other' })).toBe(false);
    expect(may(mentor, read, { programmeId: 'p' })).toBe(false);
  });

  test('is narrowed by the mentor whom a record names, whatever the enterprise', () => {
    expect(may(mentor, read, { mentorId: 'm' })).toBe(true);
    expect(may(mentor, read, { mentorId: 'n', enterpriseId: 'firm' })).toBe(false);
    expect(may(mentor, read, { mentorId: null, enterpriseId: 'firm' })).toBe(false);
    expect(may({ ...mentor, mentorId: null }, read, { mentorId: null })).toBe(false);
  });

  test('is for a participant the own enterprise, and never a mentor’s record', () => {
    expect(may(participant, read, { enterpriseId: 'firm' })).toBe(true);
    expect(may(participant, read, { enterpriseId: 'firm', mentorId: 'm' })).toBe(false);
    expect(may(participant, read, { enterpriseId: 'other' })).toBe(false);
    expect(may(mentor, read, { enterpriseId: null })).toBe(false);
  });

  test('is narrowed by the person whom a record names', () => {
    expect(may(participant, read, { personId: 'me', enterpriseId: 'other' })).toBe(true);
    expect(may(participant, read, { personId: 'you', enterpriseId: 'firm' })).toBe(false);
    expect(may({ ...participant, personId: null }, read, { personId: null })).toBe(false);
  });

  test('does not pass from one role to the other', () => {
    const both = { ...participant, mentorId: 'm', matchedEnterpriseIds: new Set(['matched']) };
    expect(may(both, read, { enterpriseId: 'matched' })).toBe(false);
  });
});

test('a visitor may only what is public, and the system everything', () => {
  expect(may(publicActor, apply, {})).toBe(true);
  expect(may(publicActor, read, { programmeId: 'p' })).toBe(false);
  expect(may(systemActor, never, {})).toBe(true);
});

test('a role is held in a programme or in all of them', () => {
  const adviser = actorWith('adviser', 'p');
  expect(hasRole(adviser, 'adviser')).toBe(true);
  expect(hasRole(adviser, 'adviser', 'q')).toBe(false);
  expect(hasRole(actorWith('adviser', null), 'adviser', 'q')).toBe(true);
  expect(hasRole(adviser, 'manager')).toBe(false);
});
