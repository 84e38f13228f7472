import { addMonths, type CalendarDate } from '../../kernel/calendar.ts';
import { type Actor, type Role, roles } from '../../platform/permission.ts';

export const roleLabels: Readonly<Record<Role, string>> = {
  admin: 'Administrator',
  manager: 'Programme manager',
  adviser: 'Growth adviser',
  mentor: 'Mentor',
  participant: 'Participant',
  verifier: 'Verifier',
  finance: 'Finance',
  auditor: 'Funder or auditor',
  partner: 'Network partner',
};

export const roleHints: Readonly<Record<Role, string>> = {
  admin: 'Settings, people and every programme',
  manager: 'Runs programmes: targets, people, mentors, figures',
  adviser: 'Diagnoses, matches and keeps in touch with enterprises',
  mentor: 'Sees and supports matched enterprises',
  participant: 'Works for an enterprise on a programme',
  verifier: 'Checks outputs that somebody else recorded',
  finance: 'Rates, payments and bank details',
  auditor: 'Reads for a limited time, changes nothing',
  partner: 'Referrals and shared events',
};

/** What a programme manager may give and take, in the programmes they manage. */
const managersMay: ReadonlySet<Role> = new Set([
  'adviser',
  'mentor',
  'participant',
  'verifier',
  'partner',
]);

/** Roles that let somebody give roles, or see everything: a second person always confirms them. */
const needTwo: ReadonlySet<Role> = new Set(['admin', 'manager', 'auditor']);

/** Roles that give roles: whoever holds one must not come to read sealed notes by themselves. */
const giveRoles: ReadonlySet<Role> = new Set(['admin', 'manager']);

interface Receiver {
  /** Whether whoever gives the role would get it. */
  isGiver: boolean;
  /** What they hold, or have been asked for, already. */
  held: readonly { role: Role }[];
}

/**
 * Whether a role waits for a second person: one that reaches far, any that somebody would give to themselves, and
 * the adviser's, which opens sealed notes, for somebody who gives roles.
 */
export function needsSecondPerson(role: Role, { isGiver, held }: Receiver): boolean {
  if (needTwo.has(role) || isGiver) return true;
  return role === 'adviser' && held.some((one) => giveRoles.has(one.role));
}

/**
 * Whether the actor's role is one that confirms such a role: an administrator's any, a manager's where they manage.
 * Another adviser, whose notes it would open, is a second person too.
 */
export function mayConfirm(actor: Actor, { role, programmeId }: RoleScope): boolean {
  return actor.grants.some((grant) => {
    if (grant.role === 'admin') return true;
    const reaches = grant.programmeId === null || grant.programmeId === programmeId;
    if (grant.role === 'adviser') return role === 'adviser' && reaches;
    if (grant.role !== 'manager') return false;
    return reaches && (role !== 'admin' || grant.programmeId === null);
  });
}

/** An auditor sees only for as long as the audit lasts. */
const auditMonths = 24;

export interface RoleScope {
  role: Role;
  /** Null: the whole organisation. */
  programmeId: string | null;
}

/** Nobody gives or takes a role above their own: an administrator any, a manager those below, in their programmes. */
export function mayGrant(actor: Actor, { role, programmeId }: RoleScope): boolean {
  if (actor.kind === 'system') return true;
  return actor.grants.some((grant) => {
    if (grant.role === 'admin') return true;
    if (grant.role !== 'manager' || !managersMay.has(role)) return false;
    return grant.programmeId === null || grant.programmeId === programmeId;
  });
}

/** The roles the actor may give somewhere, in the order of the list of roles. */
export function grantableRoles(actor: Actor): Role[] {
  return roles.filter(
    (role) =>
      mayGrant(actor, { role, programmeId: null }) ||
      actor.grants.some((grant) => mayGrant(actor, { role, programmeId: grant.programmeId })),
  );
}

/** Whether the actor may change, remove or invite somebody with these roles: only people below or beside them. */
export function mayManage(actor: Actor, held: readonly RoleScope[]): boolean {
  return held.every((scope) => mayGrant(actor, scope));
}

/** Advisers bring in the people of enterprises and mentors, nobody else. */
const advisersInvite: ReadonlySet<Role> = new Set(['mentor', 'participant']);

/** Whether the actor may send an invitation to somebody with these roles. */
export function mayInvite(actor: Actor, held: readonly RoleScope[]): boolean {
  return mayManage(actor, held) || held.every(({ role }) => advisersInvite.has(role));
}

interface NewRole extends RoleScope {
  expiresOn: CalendarDate | null;
}

/** What is wrong with a role as asked for, by field; empty when it may be given. */
export function roleProblems(wanted: NewRole, today: CalendarDate): Record<string, string> {
  if (wanted.role === 'admin' && wanted.programmeId !== null) {
    return { programmeId: 'An administrator is one for the whole organisation.' };
  }
  if (wanted.expiresOn !== null && wanted.expiresOn <= today) {
    return { expiresOn: 'The last day must be after today.' };
  }
  if (wanted.role !== 'auditor') return {};
  if (wanted.expiresOn === null) {
    return { expiresOn: 'Say until when: a funder or auditor sees only for a limited time.' };
  }
  if (wanted.expiresOn > addMonths(today, auditMonths)) {
    return { expiresOn: `A funder or auditor can be given at most ${auditMonths} months.` };
  }
  return {};
}
