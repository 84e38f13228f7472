export const roles = [
  'admin',
  'manager',
  'adviser',
  'mentor',
  'participant',
  'verifier',
  'finance',
  'auditor',
  'partner',
] as const;

export type Role = (typeof roles)[number];

/** The roles that work for the organisation and see the staff shell. */
export const staffRoles: ReadonlySet<Role> = new Set([
  'admin',
  'manager',
  'adviser',
  'verifier',
  'finance',
  'auditor',
]);

/**
 * How a person must stand to a record:
 * `organisation` any record; `programme` records of the programmes the role is granted for;
 * `own` the person's own records, a participant's own enterprise, a mentor's own and presently matched.
 */
export type Relation = 'organisation' | 'programme' | 'own';

/** `public`: anybody, signed in or not. */
export type Grants = Readonly<Partial<Record<Role | 'public', Relation>>>;

export interface Permission {
  readonly resource: string;
  readonly action: string;
  readonly grants: Grants;
}

type Table = Readonly<Record<string, Readonly<Record<string, Grants>>>>;

export type Permissions<T extends Table> = {
  readonly [R in keyof T]: { readonly [A in keyof T[R]]: Permission };
};

/** A module's part of the permission table: resource → action → role → relation. What is not listed is refused. */
export function permissionTable<const T extends Table>(table: T): Permissions<T> {
  const made: Record<string, Record<string, Permission>> = {};
  for (const [resource, actions] of Object.entries(table)) {
    made[resource] = {};
    for (const [action, grants] of Object.entries(actions)) {
      made[resource][action] = { resource, action, grants };
    }
  }
  return made as Permissions<T>;
}

export interface RoleGrant {
  readonly role: Role;
  /** Null: every programme of the organisation. */
  readonly programmeId: string | null;
}

/** Who acts, with what the permission table needs to know of them; loaded anew for each request. */
export interface Actor {
  readonly kind: 'person' | 'link' | 'system' | 'public';
  readonly personId: string | null;
  readonly name: string;
  readonly grants: readonly RoleGrant[];
  readonly mentorId: string | null;
  /** Enterprises the person belongs to now. */
  readonly ownEnterpriseIds: ReadonlySet<string>;
  /** Enterprises the mentor is matched with now. */
  readonly matchedEnterpriseIds: ReadonlySet<string>;
}

/** What a decision is about. A `mentorId` or `personId` narrows: it must then be the actor's own. */
export interface Subject {
  readonly programmeId?: string | null | undefined;
  readonly enterpriseId?: string | null | undefined;
  readonly mentorId?: string | null | undefined;
  readonly personId?: string | null | undefined;
}

/** The command line, jobs and migrations; never reachable by a request. */
export const systemActor: Actor = {
  kind: 'system',
  personId: null,
  name: 'Espalier',
  grants: [],
  mentorId: null,
  ownEnterpriseIds: new Set(),
  matchedEnterpriseIds: new Set(),
};

/** Somebody without an account, on a public page. */
export const publicActor: Actor = { ...systemActor, kind: 'public', name: 'A visitor' };

/** Whether the actor may do this to this record. The same answer decides the button and the command. */
export function may(actor: Actor, permission: Permission, subject: Subject): boolean {
  if (actor.kind === 'system' || permission.grants.public) return true;
  return actor.grants.some((grant) => {
    const relation = permission.grants[grant.role];
    if (relation === undefined) return false;
    if (relation === 'organisation') return true;
    if (relation === 'programme') {
      return grant.programmeId === null || grant.programmeId === subject.programmeId;
    }
    return isOwn(actor, grant.role, subject);
  });
}

/** Whether the actor may do this to some record at all; for menus and for an early refusal. */
export function mayAnywhere(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system' || permission.grants.public) return true;
  return actor.grants.some((grant) => permission.grants[grant.role] !== undefined);
}

/** Whether the actor holds the role, in the given programme if one is named. */
export function hasRole(actor: Actor, role: Role, programmeId?: string): boolean {
  return actor.grants.some(
    (grant) =>
      grant.role === role &&
      (programmeId === undefined ||
        grant.programmeId === null ||
        grant.programmeId === programmeId),
  );
}

function isOwn(actor: Actor, role: Role, subject: Subject): boolean {
  if (subject.personId !== undefined) {
    return actor.personId !== null && subject.personId === actor.personId;
  }
  if (role === 'mentor') {
    if (subject.mentorId !== undefined) {
      return actor.mentorId !== null && subject.mentorId === actor.mentorId;
    }
    return !!subject.enterpriseId && actor.matchedEnterpriseIds.has(subject.enterpriseId);
  }
  if (role === 'participant' && subject.mentorId === undefined) {
    return !!subject.enterpriseId && actor.ownEnterpriseIds.has(subject.enterpriseId);
  }
  return false;
}
