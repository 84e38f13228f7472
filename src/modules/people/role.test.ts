import { expect, test } from 'vitest';
import { publicActor, type Role, roles, systemActor } from '../../platform/permission.ts';
import { grantableRoles, mayGrant, mayInvite, mayManage } from './role.ts';

const actor = (role: Role, programmeId: string | null = null) => ({
  ...publicActor,
  kind: 'person' as const,
  grants: [{ role, programmeId }],
});

test('only administrators and managers give roles, and a manager none like their own', () => {
  for (const role of roles) {
    const given = grantableRoles(actor(role));
    if (role === 'admin') expect(given).toEqual(roles);
    else if (role === 'manager') {
      expect(given).toEqual(['adviser', 'mentor', 'participant', 'verifier', 'partner']);
    } else expect(given).toEqual([]);
  }
  expect(grantableRoles(systemActor)).toEqual(roles);
  expect(grantableRoles(publicActor)).toEqual([]);
});

test('a manager of one programme gives roles in that programme only', () => {
  const manager = actor('manager', 'p1');
  expect(mayGrant(manager, { role: 'adviser', programmeId: 'p1' })).toBe(true);
  expect(mayGrant(manager, { role: 'adviser', programmeId: 'p2' })).toBe(false);
  expect(mayGrant(manager, { role: 'adviser', programmeId: null })).toBe(false);
});

test('somebody with one role above the actor’s cannot be managed by them', () => {
  const held: { role: Role; programmeId: null }[] = [
    { role: 'mentor', programmeId: null },
    { role: 'admin', programmeId: null },
  ];
  expect(mayManage(actor('manager'), held)).toBe(false);
  expect(mayManage(actor('manager'), held.slice(0, 1))).toBe(true);
  expect(mayInvite(actor('adviser'), held.slice(0, 1))).toBe(true);
  expect(mayInvite(actor('adviser'), held)).toBe(false);
});
