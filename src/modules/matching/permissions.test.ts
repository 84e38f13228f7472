import { expect, test } from 'vitest';
import { roles } from '../../platform/permission.ts';
import { mentorPermissions } from '../mentors/permissions.ts';
import { matchingPermissions } from './permissions.ts';

test('a mentor’s page leads to a match whoever of its readers may open it', () => {
  const readers = roles.filter(
    (role) => role !== 'mentor' && mentorPermissions.mentor.read.grants[role] !== undefined,
  );
  for (const role of readers) {
    expect(mentorPermissions.mentorMatch.open.grants[role], role).toBe(
      matchingPermissions.match.read.grants[role],
    );
  }
});
