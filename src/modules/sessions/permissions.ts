import { type Grants, permissionTable } from '../../platform/permission.ts';

const staff: Grants = { admin: 'programme', manager: 'programme', adviser: 'programme' };
const readers: Grants = {
  ...staff,
  verifier: 'programme',
  finance: 'programme',
  auditor: 'programme',
};

export const sessionPermissions = permissionTable({
  session: {
    read: { ...readers, mentor: 'own', participant: 'own' },
    log: { ...staff, mentor: 'own' },
    logGroup: staff,
    correct: { ...staff, mentor: 'own' },
    confirm: { participant: 'own' },
    settle: { manager: 'programme', adviser: 'programme' },
    excuse: staff,
    ask: { ...staff, participant: 'own' },
    remind: { admin: 'organisation' },
    cancelOpen: {},
  },
  hours: {
    read: { ...readers, mentor: 'own', participant: 'own' },
    /** What can be paid of mentors' time. */
    readOfMentors: {
      admin: 'programme',
      manager: 'programme',
      finance: 'programme',
      auditor: 'programme',
    },
  },
  remark: {
    read: { adviser: 'programme', mentor: 'own' },
    write: { mentor: 'own' },
  },
});
