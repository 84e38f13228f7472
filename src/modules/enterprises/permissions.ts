import { type Grants, permissionTable } from '../../platform/permission.ts';

const staff: Grants = { admin: 'programme', manager: 'programme', adviser: 'programme' };
const staffAndVerifier: Grants = { ...staff, verifier: 'programme', auditor: 'programme' };

export const enterprisePermissions = permissionTable({
  enterprise: {
    read: { ...staffAndVerifier, mentor: 'own', participant: 'own' },
    create: staff,
    /** Also what eligibility was decided on. */
    edit: staff,
    /** How the firm is reached and what it says of itself, by the firm. */
    describe: { participant: 'own' },
    merge: { admin: 'programme', manager: 'programme' },
  },
  enterprisePerson: {
    read: { ...staffAndVerifier, mentor: 'own', participant: 'own' },
    edit: { ...staff, participant: 'own' },
  },
  enrolment: {
    read: { ...staffAndVerifier, mentor: 'own', participant: 'own' },
    /** What the firm confided to find its need: not for a funder, who sees hours, outputs and their evidence. */
    readConfided: { ...staff, verifier: 'programme' },
    create: staff,
    assign: staff,
    share: { ...staff, participant: 'own' },
    close: staff,
  },
  eligibility: {
    read: { ...staffAndVerifier, participant: 'own' },
    assess: staff,
    decide: staff,
    override: { admin: 'programme', manager: 'programme', verifier: 'programme' },
  },
  measure: {
    read: { ...staffAndVerifier, finance: 'programme', participant: 'own' },
    record: { ...staff, participant: 'own' },
    withdraw: staff,
  },
  baseline: {
    read: { ...staffAndVerifier, participant: 'own' },
    freeze: staff,
    /** The second person's word on a correction of what is frozen. */
    agree: { admin: 'programme', manager: 'programme', verifier: 'programme' },
  },
  subsidy: {
    read: { ...staffAndVerifier, finance: 'programme', participant: 'own' },
    record: staff,
  },
  document: {
    read: { ...staffAndVerifier, finance: 'programme', participant: 'own' },
    add: { ...staff, verifier: 'programme', participant: 'own' },
    remove: staff,
  },
  privateNote: {
    read: { adviser: 'programme' },
    write: { adviser: 'programme' },
    /** With a reason, and only when a second person confirms it. */
    askOpening: { admin: 'programme', manager: 'programme' },
    answerOpening: staff,
  },
});
