import { z } from 'zod';
import { invalid, notFound, precondition } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { command } from '../../../platform/command.ts';
import { programmeById } from '../../programmes/reads.ts';
import { askToConfirm } from '../confirmation-letter.ts';
import { sessionPermissions } from '../permissions.ts';
import { checkSession } from '../session-checks.ts';
import { attendanceFields, hasTakenPlace, minutesOf, sessionFields } from '../session-input.ts';
import { limitsOfFirms, minuteColumns, refuseOverlap } from '../store.ts';
import { askAboutUnusual } from '../unusual-rows.ts';

/** Logs a session with several firms; each firm once, however many of its people came. */
export const logGroupSession = command({
  name: 'log-group-session',
  permission: sessionPermissions.session.logGroup,
  input: z.strictObject({
    programmeId: z.uuid(),
    mentorIds: z.array(z.uuid()).min(1, 'Choose at least one mentor.').max(10),
    enterprises: z
      .array(z.strictObject({ enrolmentId: z.uuid(), ...attendanceFields }))
      .min(1, 'Choose at least one enterprise.')
      .max(100),
    ...sessionFields,
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ programmeId: input.programmeId });
    const programme = await programmeById(tx, input.programmeId);
    if (programme.state === 'closed') throw precondition('This programme is closed.');
    const wanted = [...new Set(input.enterprises.map((one) => one.enrolmentId))];
    const firms = await tx
      .selectFrom('enrolment')
      .select(['id', 'applied_on as enrolledOn', 'closed_on as leftOn'])
      .where('programme_id', '=', programme.id)
      .where('id', 'in', wanted)
      .execute();
    if (firms.length < wanted.length) throw notFound('enterprise');
    const minutes = minutesOf(input, true);
    const problems = checkSession(
      {
        ...input,
        minutes,
        sides: input.enterprises.map((one, at) => ({ field: `enterprises.${at}.reason`, ...one })),
      },
      {
        now: ctx.clock.now(),
        zone: programme.zone,
        ...limitsOfFirms(firms),
        match: null,
      },
    );
    if (Object.keys(problems).length > 0) throw invalid(problems);
    const mentorIds = [...new Set(input.mentorIds)].sort();
    const came = input.enterprises.filter((one) => hasTakenPlace(one.attendance));
    await askAboutUnusual(tx, {
      ...input,
      sessionId: null,
      enrolmentIds: came.map((one) => one.enrolmentId),
      mentorIds,
      zone: programme.zone,
      isHeld: came.length > 0,
    });
    for (const mentorId of mentorIds) {
      await refuseOverlap(tx, ctx.actor, mentorId, { ...input, zone: programme.zone });
    }
    const sessionId = newId();
    await tx
      .insertInto('session')
      .values({
        org_id: ctx.orgId,
        id: sessionId,
        programme_id: programme.id,
        format: 'group',
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
      .values(
        mentorIds.map((mentorId) => ({
          org_id: ctx.orgId,
          session_id: sessionId,
          mentor_id: mentorId,
        })),
      )
      .execute();
    const byFirm = new Map(input.enterprises.map((one) => [one.enrolmentId, one]));
    await tx
      .insertInto('session_enterprise')
      .values(
        [...byFirm.values()].map((one) => ({
          org_id: ctx.orgId,
          session_id: sessionId,
          enrolment_id: one.enrolmentId,
          attendance: one.attendance,
          reason: one.reason,
        })),
      )
      .execute();
    for (const one of byFirm.values()) {
      if (hasTakenPlace(one.attendance)) {
        await askToConfirm(tx, ctx, {
          enrolmentId: one.enrolmentId,
          sessionIds: [sessionId],
          why: 'logged',
        });
      }
    }
    await audit({
      subject: ['session', sessionId],
      changes: { enterprises: wanted.length, mentors: mentorIds, minutes },
    });
    return { sessionId };
  },
});
