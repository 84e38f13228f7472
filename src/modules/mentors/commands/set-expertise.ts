import { z } from 'zod';
import { command } from '../../../platform/command.ts';
import { areaKeys } from '../../programmes/area.ts';
import { mentorPermissions } from '../permissions.ts';
import { presentMentorForUpdate } from '../store.ts';

/**
 * Replaces what a mentor is good at. Mentors state it themselves; only staff may mark it as verified or
 * shown, so a mentor's own edit keeps those marks where the level stays.
 */
export const setExpertise = command({
  name: 'set-expertise',
  permission: mentorPermissions.mentor.edit,
  input: z.strictObject({
    mentorId: z.uuid(),
    expertise: z
      .array(
        z.strictObject({
          area: z.enum(areaKeys, 'Choose an area.'),
          level: z.int().min(1).max(5),
          evidence: z.enum(['self-stated', 'verified', 'shown']).default('self-stated'),
          topics: z.array(z.string().trim().min(1).max(80)).max(20).default([]),
        }),
      )
      .max(20),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    allow({ mentorId: input.mentorId });
    const mentor = await presentMentorForUpdate(tx, ctx.actor, input.mentorId);
    const before = await tx
      .selectFrom('mentor_expertise')
      .select(['area', 'level', 'evidence'])
      .where('mentor_id', '=', mentor.id)
      .execute();
    const isOwn = ctx.actor.mentorId === mentor.id;
    const kept = new Map(before.map((row) => [`${row.area}:${row.level}`, row.evidence]));
    const byArea = new Map(input.expertise.map((row) => [row.area, row]));
    await tx.deleteFrom('mentor_expertise').where('mentor_id', '=', mentor.id).execute();
    if (byArea.size > 0) {
      await tx
        .insertInto('mentor_expertise')
        .values(
          [...byArea.values()].map((row) => ({
            org_id: ctx.orgId,
            mentor_id: mentor.id,
            area: row.area,
            level: row.level,
            evidence: isOwn
              ? (kept.get(`${row.area}:${row.level}`) ?? 'self-stated')
              : row.evidence,
            topics: row.topics,
          })),
        )
        .execute();
    }
    await audit({
      subject: ['mentor', mentor.id],
      changes: { expertise: [...byArea.values()].map((row) => [row.area, row.level]) },
    });
    return { mentorId: mentor.id };
  },
});
