import { z } from 'zod';
import { type Actor, may } from '../../../platform/permission.ts';
import { mentorPermissions } from '../../mentors/permissions.ts';
import { peoplePermissions } from '../../people/permissions.ts';
import { type ImportKind, importKinds } from '../import/target-field.ts';
import { intakePermissions } from '../permissions.ts';

/** Where a list goes and how much it may do. */
export const targetSchema = z.strictObject({
  kind: z.enum(importKinds, 'Choose what the list is about.'),
  programmeId: z.uuid().nullable(),
  /** Firms become applicants of the programme; otherwise they are only kept on record. */
  enrols: z.boolean().default(true),
  /** A register's file may correct what a partner's list may not. */
  source: z.enum(['list', 'register']).default('list'),
  /** What becomes of a firm that is not on record. */
  unmatched: z.enum(['create', 'leave']).default('create'),
});

export type ImportTarget = z.output<typeof targetSchema>;

/** Whether somebody may take in such a list: a list of mentors is for those who may add a mentor. */
export function mayImport(actor: Actor, kind: ImportKind, programmeId: string | null): boolean {
  if (!may(actor, intakePermissions.import.run, { programmeId })) return false;
  if (kind === 'mentors') return may(actor, mentorPermissions.mentor.add, {});
  return kind === 'enterprises' || may(actor, peoplePermissions.person.add, {});
}

/** The kinds of list that somebody may take in. */
export function importableKinds(actor: Actor, programmeId: string | null): ImportKind[] {
  return importKinds.filter((kind) => mayImport(actor, kind, programmeId));
}
