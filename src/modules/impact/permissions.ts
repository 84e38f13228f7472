import { type Grants, permissionTable } from '../../platform/permission.ts';

const staff: Grants = { admin: 'programme', manager: 'programme', adviser: 'programme' };
const readers: Grants = {
  ...staff,
  verifier: 'programme',
  finance: 'programme',
  auditor: 'programme',
};

export const impactPermissions = permissionTable({
  output: {
    read: readers,
    record: staff,
    verify: { manager: 'programme', verifier: 'programme' },
    withdraw: { admin: 'programme', manager: 'programme', verifier: 'programme' },
  },
  comment: {
    read: { ...readers, participant: 'own' },
    add: { ...staff, participant: 'own' },
  },
});
