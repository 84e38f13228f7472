import { notFound } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { may, type Permission } from '../../../platform/permission.ts';
import { isOpen } from '../../enterprises/enrolment.ts';
import { enterprisePermissions } from '../../enterprises/permissions.ts';
import { enrolmentIn } from '../../enterprises/reads.ts';
import { programmeBySlug } from '../../programmes/reads.ts';

interface Asked {
  ctx: Ctx;
  tx: Tx;
  params: Record<string, string>;
}

/** The firm of a staff address with its programme; "not found" unless the actor may do this to it. */
export async function openFirm({ ctx, tx, params }: Asked, permission: Permission) {
  const programme = await programmeBySlug(tx, params['programme']);
  const enrolment = await enrolmentIn(tx, programme.id, params['enrolment']);
  const subject = { programmeId: programme.id, enterpriseId: enrolment.enterpriseId };
  if (!may(ctx.actor, permission, subject)) throw notFound('enterprise');
  return {
    programme,
    enrolment,
    subject,
    today: ctx.clock.today(programme.zone),
    firm: {
      org: ctx.org.slug,
      programme: programme.slug,
      enrolment: enrolment.id,
      name: enrolment.enterpriseName,
      isOpen: isOpen(enrolment.state),
      showsNotes: may(ctx.actor, enterprisePermissions.privateNote.answerOpening, subject),
      showsDiagnosis: may(ctx.actor, enterprisePermissions.enrolment.readConfided, subject),
    },
  };
}

export type Firm = Awaited<ReturnType<typeof openFirm>>['firm'];
