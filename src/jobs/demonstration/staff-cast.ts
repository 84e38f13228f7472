import type { Role } from '../../platform/permission.ts';

interface StaffMember {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** Invented people at addresses that lead nowhere (RFC 2606). */
export const staffCast: readonly StaffMember[] = [
  { name: 'Priya Raman', email: 'priya.raman@arden-hub.example', role: 'manager' },
  { name: 'Owen Talbot', email: 'owen.talbot@arden-hub.example', role: 'adviser' },
  { name: 'Grace Okafor', email: 'grace.okafor@arden-hub.example', role: 'adviser' },
  { name: 'Tom Hallam', email: 'tom.hallam@arden-hub.example', role: 'adviser' },
  { name: 'Ines Carvalho', email: 'ines.carvalho@arden-hub.example', role: 'verifier' },
  { name: 'Martin Pryce', email: 'martin.pryce@arden-hub.example', role: 'finance' },
  { name: 'Helen Sykes', email: 'helen.sykes@audit-office.example', role: 'auditor' },
  { name: 'Callum Reid', email: 'callum.reid@science-park.example', role: 'partner' },
];
