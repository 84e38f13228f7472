import { notFound } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { may, type Permission } from '../../../platform/permission.ts';
import { programmePermissions } from '../../programmes/permissions.ts';
import { programmeBySlug } from '../../programmes/reads.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentIn } from '../reads.ts';

interface Asked {
  ctx: Ctx;
  tx: Tx;
  params: Record<string, string>;
}

/** The enrolment of a staff address with its programme; "not found" unless the actor may do this to it. */
export async function openEnrolment({ ctx, tx, params }: Asked, permission: Permission) {
  const programme = await programmeBySlug(tx, params['programme']);
  const enrolment = await enrolmentIn(tx, programme.id, params['enrolment']);
  const subject = { programmeId: programme.id, enterpriseId: enrolment.enterpriseId };
  // Mentors and participants may see parts of the same record, but on screens of their own.
  const isStaff = may(ctx.actor, programmePermissions.programme.read, subject);
  if (!isStaff || !may(ctx.actor, permission, subject)) throw notFound();
  const head = {
    org: ctx.org.slug,
    programme: programme.slug,
    enrolment: enrolment.id,
    name: enrolment.enterpriseName,
    state: enrolment.state,
    stage: enrolment.stage,
    mayEdit: may(ctx.actor, enterprisePermissions.enterprise.edit, subject),
    showsRecord: may(ctx.actor, enterprisePermissions.enrolment.read, subject),
    showsNotes: may(ctx.actor, enterprisePermissions.privateNote.answerOpening, subject),
    showsDiagnosis: may(ctx.actor, enterprisePermissions.enrolment.readConfided, subject),
  };
  return { programme, enrolment, subject, head };
}

export type Head = Awaited<ReturnType<typeof openEnrolment>>['head'];
