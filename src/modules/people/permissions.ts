import { type Grants, permissionTable, roles } from '../../platform/permission.ts';

const desk: Grants = { admin: 'organisation', manager: 'organisation' };
const staff: Grants = { ...desk, adviser: 'organisation' };
const oneself = Object.fromEntries(roles.map((role) => [role, 'own' as const])) as Grants;

export const peoplePermissions = permissionTable({
  organisation: {
    /** The set-up link's secret decides, not a role. */
    setUp: { public: 'organisation' },
    rename: { admin: 'organisation' },
    secure: { admin: 'organisation' },
    /** What was before and is now of the settings. */
    readHistory: { admin: 'organisation', auditor: 'organisation' },
    /** Only on the command line: whoever can run it could read the database too. */
    createAdmin: {},
  },
  person: {
    read: staff,
    add: desk,
    edit: desk,
    remove: { admin: 'organisation' },
    endSessions: { admin: 'organisation' },
    endLinks: desk,
  },
  profile: {
    edit: oneself,
  },
  role: {
    grant: { admin: 'organisation', manager: 'programme' },
    end: { admin: 'organisation', manager: 'programme' },
    /** An adviser confirms other advisers only; `mayConfirm` narrows. */
    confirm: { admin: 'organisation', manager: 'programme', adviser: 'programme' },
  },
  invitation: {
    send: staff,
    revoke: staff,
    /** The secret in the letter decides, not a role. */
    accept: { public: 'organisation' },
  },
});
