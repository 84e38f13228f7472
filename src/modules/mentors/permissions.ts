import { type Grants, permissionTable } from '../../platform/permission.ts';

const staff: Grants = { admin: 'organisation', manager: 'organisation', adviser: 'organisation' };

export const mentorPermissions = permissionTable({
  mentor: {
    read: { ...staff, finance: 'organisation', verifier: 'organisation', mentor: 'own' },
    add: { admin: 'organisation', manager: 'organisation' },
    edit: { admin: 'organisation', manager: 'organisation', mentor: 'own' },
    admit: { admin: 'organisation', manager: 'organisation' },
    pause: { ...staff, mentor: 'own' },
    retire: { admin: 'organisation', manager: 'organisation', mentor: 'own' },
  },
  mentorConflict: {
    read: { ...staff, mentor: 'own' },
    declare: { ...staff, mentor: 'own' },
  },
  workingStyle: {
    read: { ...staff, participant: 'own' },
    record: { ...staff, participant: 'own' },
  },
});
