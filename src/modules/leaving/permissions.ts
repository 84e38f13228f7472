import { permissionTable } from '../../platform/permission.ts';

export const leavingPermissions = permissionTable({
  expiredRole: {
    /** Run by a job. */
    follow: {},
  },
});
