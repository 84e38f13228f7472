import { expect, test } from 'vitest';
import { programmePaths } from '../kernel/paths.ts';
import { publicActor, type Role } from '../platform/permission.ts';
import { staffNavigation } from './navigation.ts';

const paths = programmePaths('north', 'grow');

const grow = { id: 'grow-id', slug: 'grow', isDraft: false };

/** The headings and what stands below each, for somebody of the role. */
function groupsFor(role: Role, programme = grow) {
  const actor = { ...publicActor, kind: 'person' as const, grants: [{ role, programmeId: null }] };
  return staffNavigation(actor, 'north', programme, paths.desk).map(({ heading, items }) => [
    heading,
    items.map(({ label }) => label),
  ]);
}

/** What is lit for somebody of the role at this address. */
function litFor(role: Role, path: string): (string | undefined)[] {
  const actor = { ...publicActor, kind: 'person' as const, grants: [{ role, programmeId: null }] };
  return staffNavigation(actor, 'north', grow, path)
    .flatMap(({ items }) => items)
    .filter(({ isCurrent }) => isCurrent)
    .map(({ label }) => label);
}

test('a match and the weights belong to the needs', () => {
  expect(litFor('adviser', paths.match('one'))).toEqual(['Needs']);
  expect(litFor('adviser', paths.rematch('one'))).toEqual(['Needs']);
  expect(litFor('manager', paths.weights)).toEqual(['Needs']);
  expect(litFor('adviser', paths.matching('need'))).toEqual(['Needs']);
});

test('who sees no needs finds a match below the offers, and a funder below the allocations', () => {
  expect(litFor('verifier', paths.match('one'))).toEqual(['Offers']);
  expect(litFor('auditor', paths.match('one'))).toEqual(['Allocations']);
  expect(litFor('auditor', paths.fairness)).toEqual(['Allocations']);
});

test('one place is lit at each address', () => {
  expect(litFor('adviser', paths.desk)).toEqual(['Programme']);
  expect(litFor('manager', paths.settings)).toEqual(['Programme settings']);
  expect(litFor('manager', paths.setup('area'))).toEqual(['Programme settings']);
  expect(litFor('adviser', paths.enrolment('one').impact)).toEqual(['Enterprises']);
  expect(litFor('adviser', paths.today)).toEqual(['Today']);
});

test('many places stand in groups with short headings', () => {
  const groups = groupsFor('manager');
  expect(groups.map(([heading]) => heading)).toEqual([
    'Desk',
    'Firms',
    'Matching',
    'Mentors',
    'Proof',
    'Settings',
    'Organisation',
  ]);
  expect(groups[1]).toEqual(['Firms', ['Applications', 'Enterprises', 'Contacts', 'Imports']]);
});

test('who sees few places sees one list without headings', () => {
  expect(groupsFor('verifier').map(([heading]) => heading)).toEqual([null]);
  expect(groupsFor('finance').map(([heading]) => heading)).toEqual([null]);
});

test('a programme that is not started offers its set-up and nothing that needs it started', () => {
  const groups = groupsFor('manager', { ...grow, isDraft: true });
  expect(groups).toEqual([[null, ['Set-up', 'All programmes', 'People', 'Rule sets']]]);
});
