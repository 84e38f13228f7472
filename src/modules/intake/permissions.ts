import { type Grants, permissionTable } from '../../platform/permission.ts';

const staff: Grants = { admin: 'programme', manager: 'programme', adviser: 'programme' };

export const intakePermissions = permissionTable({
  import: {
    read: staff,
    run: staff,
    undo: { admin: 'programme', manager: 'programme' },
  },
  application: {
    read: staff,
    accept: staff,
    /** Staff fill the form in for somebody at the telephone. */
    enter: staff,
    /** The secret in the letter decides who may go on with a draft. */
    apply: { public: 'organisation' },
    /** Only the clock does it. */
    sweep: {},
  },
});
