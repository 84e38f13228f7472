import { type Grants, permissionTable } from '../../platform/permission.ts';

const staff: Grants = { admin: 'programme', manager: 'programme', adviser: 'programme' };
/** A funder proves hours and outputs; what a firm confides to find its need stays with the programme. */
const readers: Grants = { ...staff, verifier: 'programme' };

export const diagnosisPermissions = permissionTable({
  diagnosis: {
    read: readers,
    readShared: { ...readers, mentor: 'own', participant: 'own' },
    write: staff,
    selfScore: { ...staff, participant: 'own' },
  },
  need: {
    read: { ...readers, auditor: 'programme', mentor: 'own', participant: 'own' },
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
