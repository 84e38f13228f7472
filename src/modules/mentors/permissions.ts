import { type Grants, permissionTable } from '../../platform/permission.ts';

const staff: Grants = { admin: 'organisation', manager: 'organisation', adviser: 'organisation' };
const staffOfFirm: Grants = { admin: 'programme', manager: 'programme', adviser: 'programme' };

export const mentorPermissions = permissionTable({
  mentor: {
    read: { ...staff, finance: 'organisation', verifier: 'organisation', mentor: 'own' },
    add: { admin: 'organisation', manager: 'organisation' },
    edit: { admin: 'organisation', manager: 'organisation', mentor: 'own' },
    admit: { admin: 'organisation', manager: 'organisation' },
    pause: { ...staff, mentor: 'own' },
    retire: { admin: 'organisation', manager: 'organisation', mentor: 'own' },
  },
  /** The page finds firms by name, which a mentor may not; they tell staff, or decline an offer with it. */
  mentorConflict: {
    read: staff,
    declare: staff,
  },
  /** Who of those who see mentors may open a match: as `match.read` of matching, which stands above. */
  mentorMatch: {
    open: { ...staffOfFirm, verifier: 'programme' },
  },
  /** Who of those who see mentors may open the list for recruitment: as `ranking.read` of matching. */
  scarceSkill: {
    open: staffOfFirm,
  },
  workingStyle: {
    read: { ...staffOfFirm, participant: 'own' },
    record: { ...staffOfFirm, participant: 'own' },
  },
});
