import { type Grants, permissionTable } from '../../platform/permission.ts';

const staff: Grants = { admin: 'programme', manager: 'programme', adviser: 'programme' };
const readers: Grants = { ...staff, verifier: 'programme', auditor: 'programme' };

export const diagnosisPermissions = permissionTable({
  diagnosis: {
    read: readers,
    readShared: { ...readers, mentor: 'own', participant: 'own' },
    write: staff,
    selfScore: { ...staff, participant: 'own' },
  },
  need: {
    read: { ...readers, mentor: 'own', participant: 'own' },
    write: staff,
  },
  action: {
    read: { ...readers, mentor: 'own', participant: 'own' },
    write: { ...staff, mentor: 'own', participant: 'own' },
  },
  contact: {
    read: readers,
    log: staff,
  },
  today: {
    putAside: staff,
  },
});
