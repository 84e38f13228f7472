import { z } from 'zod';
import { invalid, precondition } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { may } from '../../../platform/permission.ts';
import { programmeById } from '../../programmes/reads.ts';
import { askToConfirm } from '../confirmation-letter.ts';
import { sessionPermissions } from '../permissions.ts';
import { writeRemark } from '../remark-rows.ts';
import { checkSession } from '../session-checks.ts';
import {
  attendanceFields,
  hasTakenPlace,
  minutesOf,
  sessionActionSchema,
  sessionFields,
} from '../session-input.ts';
import { matchOfSession, minuteColumns, refuseOverlap } from '../store.ts';
import { askAboutUnusual } from '../unusual-rows.ts';

const side = z.strictObject(attendanceFields);

/**
 * Logs a session of a match: by the mentor (also from a mailed link) or by staff for them. The firm is asked
 * to confirm; nothing is confirmed by silence. A missed appointment is logged the same way and counts nothing.
 */
export const logSession = command({
  name: 'log-session',
  permission: sessionPermissions.session.log,
  input: z.strictObject({
    matchId: z.uuid(),
    ...sessionFields,
    enterprise: side.default({ attendance: 'attended', reason: '' }),
    mentor: side.default({ attendance: 'attended', reason: '' }),
    actions: z.array(sessionActionSchema).max(10).default([]),
    remark: z.string().trim().max(5000).default(''),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const match = await matchOfSession(tx, input.matchId);
    allow({ programmeId: match.programmeId, mentorId: match.mentorId });
    const programme = await programmeById(tx, match.programmeId);
    if (programme.state === 'closed') throw precondition('This programme is closed.');
    const isMet = hasTakenPlace(input.enterprise.attendance, input.mentor.attendance);
    const minutes = minutesOf(input, false);
    const problems = checkSession(
      {
        ...input,
        minutes,
        sides: [
          { field: 'enterprise.reason', ...input.enterprise },
          { field: 'mentor.reason', ...input.mentor },
        ],
      },
      {
        now: ctx.clock.now(),
        zone: programme.zone,
        enrolledOn: match.enrolledOn,
        leftOn: match.leftOn,
        match: match.match,
      },
    );
    if (Object.keys(problems).length > 0) throw invalid(problems);
    await askAboutUnusual(tx, {
      ...input,
      sessionId: null,
      enrolmentIds: [match.enrolmentId],
      mentorIds: [match.mentorId],
      zone: programme.zone,
      isHeld: isMet,
    });
    if (isMet)
      await refuseOverlap(tx, ctx.actor, match.mentorId, { ...input, zone: programme.zone });
    const sessionId = newId();
    await tx
      .insertInto('session')
      .values({
        org_id: ctx.orgId,
        id: sessionId,
        programme_id: match.programmeId,
        starts_at: input.startsAt,
        ends_at: input.endsAt,
        mode: input.mode,
        place: input.place,
        topics: input.topics,
        kinds: input.kinds,
        summary: input.summary,
        ...minuteColumns(minutes),
        logged_by: ctx.actor.personId,
        logged_at: ctx.clock.now(),
      })
      .execute();
    await tx
      .insertInto('session_mentor')
      .values({
        org_id: ctx.orgId,
        session_id: sessionId,
        mentor_id: match.mentorId,
        match_id: match.id,
        attendance: input.mentor.attendance,
        reason: input.mentor.reason,
      })
      .execute();
    await tx
      .insertInto('session_enterprise')
      .values({
        org_id: ctx.orgId,
        session_id: sessionId,
        enrolment_id: match.enrolmentId,
        need_id: match.needId,
        attendance: input.enterprise.attendance,
        reason: input.enterprise.reason,
      })
      .execute();
    await addActions(tx, ctx, { ...input, ...match, sessionId });
    const isOwnRemark = may(ctx.actor, sessionPermissions.remark.write, {
      mentorId: match.mentorId,
    });
    if (input.remark !== '' && isOwnRemark) {
      await writeRemark(tx, ctx, { sessionId, mentorId: match.mentorId, body: input.remark });
    }
    await askToConfirm(tx, ctx, {
      enrolmentId: match.enrolmentId,
      sessionIds: [sessionId],
      why: 'logged',
    });
    await audit({
      subject: ['session', sessionId],
      changes: {
        matchId: match.id,
        minutes,
        enterprise: input.enterprise.attendance,
        mentor: input.mentor.attendance,
      },
    });
    return { sessionId };
  },
});

interface SessionActions {
  enrolmentId: string;
  needId: string;
  sessionId: string;
  actions: z.output<typeof sessionActionSchema>[];
}

async function addActions(tx: Tx, ctx: Ctx, session: SessionActions): Promise<void> {
  if (session.actions.length === 0) return;
  await tx
    .insertInto('action')
    .values(
      session.actions.map((action) => ({
        org_id: ctx.orgId,
        id: newId(),
        enrolment_id: session.enrolmentId,
        need_id: session.needId,
        session_id: session.sessionId,
        title: action.title,
        owner: action.owner,
        due_on: action.dueOn ?? null,
        created_by: ctx.actor.personId,
        created_at: ctx.clock.now(),
      })),
    )
    .execute();
}
