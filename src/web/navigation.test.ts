import { expect, test } from 'vitest';
import { programmePaths } from '../kernel/paths.ts';
import { publicActor, type Role } from '../platform/permission.ts';
import { staffNavigation } from './navigation.ts';

const paths = programmePaths('north', 'grow');

/** What is lit for somebody of the role at this address. */
function litFor(role: Role, path: string): (string | undefined)[] {
  const actor = { ...publicActor, kind: 'person' as const, grants: [{ role, programmeId: null }] };
  const programme = { id: 'grow-id', slug: 'grow' };
  return staffNavigation(actor, 'north', programme, path)
    .filter(({ isCurrent }) => isCurrent)
    .map(({ label }) => label);
}

test('a match and the weights belong to the needs', () => {
  expect(litFor('adviser', paths.match('one'))).toEqual(['Needs']);
  expect(litFor('adviser', paths.rematch('one'))).toEqual(['Needs']);
  expect(litFor('manager', paths.weights)).toEqual(['Needs']);
  expect(litFor('adviser', paths.matching('need'))).toEqual(['Needs']);
});

test('who sees no needs finds a match below the offers', () => {
  expect(litFor('auditor', paths.match('one'))).toEqual(['Offers']);
});

test('one place is lit at each address', () => {
  expect(litFor('adviser', paths.desk)).toEqual(['Programme']);
  expect(litFor('manager', paths.settings)).toEqual(['Programme']);
  expect(litFor('adviser', paths.enrolment('one').impact)).toEqual(['Enterprises']);
  expect(litFor('adviser', paths.today)).toEqual(['Today']);
});
