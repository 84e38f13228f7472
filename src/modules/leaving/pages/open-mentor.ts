import { notFound } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { may, type Permission } from '../../../platform/permission.ts';
import { mentorById } from '../../mentors/reads.ts';
import { reachOf } from '../../programmes/reach/reads.ts';
import { programmeBySlug } from '../../programmes/reads.ts';

interface Asked {
  ctx: Ctx;
  tx: Tx;
  params: Record<string, string>;
}

/** The mentor of a staff address; "not found" unless the actor may do this to them, and for one who has left. */
export async function openMentor({ ctx, tx, params }: Asked, permission: Permission) {
  const programme = await programmeBySlug(tx, params['programme']);
  const mentor = await mentorById(tx, params['mentor'] ?? '', ctx.clock.today(ctx.org.zone));
  if (!may(ctx.actor, permission, { mentorId: mentor.id })) throw notFound('mentor');
  if (mentor.state === 'left') throw notFound('mentor');
  return {
    org: ctx.org.slug,
    programme: programme.slug,
    mentor: { id: mentor.id, name: mentor.name },
    isOwn: ctx.actor.mentorId === mentor.id,
    /** Mentors know the firms they are matched with. */
    reach: ctx.actor.mentorId === mentor.id ? null : reachOf(ctx.actor),
  };
}
