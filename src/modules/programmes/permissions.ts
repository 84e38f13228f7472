import { permissionTable } from '../../platform/permission.ts';

export const programmePermissions = permissionTable({
  programme: {
    read: {
      admin: 'programme',
      manager: 'programme',
      adviser: 'programme',
      verifier: 'programme',
      finance: 'programme',
      auditor: 'programme',
    },
    /** What was before and is now of the settings: whoever sets them, and whoever checks. */
    readHistory: {
      admin: 'programme',
      manager: 'programme',
      verifier: 'programme',
      finance: 'programme',
      auditor: 'programme',
    },
    create: { admin: 'organisation', manager: 'organisation' },
    edit: { admin: 'programme', manager: 'programme' },
    close: { admin: 'programme', manager: 'programme' },
  },
  ruleSet: {
    read: {
      admin: 'organisation',
      manager: 'organisation',
      adviser: 'organisation',
      verifier: 'organisation',
      finance: 'organisation',
      auditor: 'organisation',
    },
    edit: { admin: 'organisation', manager: 'organisation' },
    adopt: { admin: 'programme', manager: 'programme' },
  },
  target: {
    edit: { admin: 'programme', manager: 'programme' },
  },
  weights: {
    read: { admin: 'programme', manager: 'programme', adviser: 'programme' },
    edit: { admin: 'programme', manager: 'programme' },
  },
});
