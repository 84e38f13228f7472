import { type Grants, permissionTable } from '../../platform/permission.ts';

const staff: Grants = { admin: 'programme', manager: 'programme', adviser: 'programme' };
const readers: Grants = { ...staff, verifier: 'programme', auditor: 'programme' };

export const matchingPermissions = permissionTable({
  ranking: {
    read: staff,
  },
  shortlist: {
    read: { ...readers, participant: 'own' },
    send: staff,
    choose: { ...staff, participant: 'own' },
    withdraw: staff,
  },
  offer: {
    read: { ...readers, mentor: 'own' },
    make: staff,
    answer: { ...staff, mentor: 'own' },
    withdraw: staff,
    expire: {},
  },
  match: {
    read: { ...readers, mentor: 'own', participant: 'own' },
    introduce: staff,
    end: staff,
    change: staff,
  },
  barredPair: {
    read: staff,
    bar: staff,
    unbar: { admin: 'programme', manager: 'programme' },
  },
});
