import { z } from 'zod';
import { notFound } from '../../../kernel/errors.ts';
import { command } from '../../../platform/command.ts';
import { may } from '../../../platform/permission.ts';
import { mentorPermissions } from '../permissions.ts';
import { availabilitySchema, meetingModes, styleSchema } from '../profile.ts';

/** Records how an enterprise likes to be worked with and what it wishes for, in its own words. */
export const recordWorkingStyle = command({
  name: 'record-working-style',
  permission: mentorPermissions.workingStyle.record,
  input: z.strictObject({
    enterpriseId: z.uuid(),
    axes: styleSchema,
    wish: z.string().trim().max(1000).default(''),
    languages: z.array(z.string().trim().min(1).max(60)).max(10).default([]),
    meets: z.array(z.enum(meetingModes)).max(3).default([]),
    availability: availabilitySchema.default([]),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const { enterpriseId } = input;
    const enrolments = await tx
      .selectFrom('enrolment')
      .select('programme_id as programmeId')
      .where('enterprise_id', '=', enterpriseId)
      .execute();
    const permission = mentorPermissions.workingStyle.record;
    // The firm says it once for all its programmes: staff of any of them may.
    const through = enrolments.find((one) => may(ctx.actor, permission, one));
    allow({ programmeId: through?.programmeId, enterpriseId });
    const enterprise = await tx
      .selectFrom('enterprise')
      .select('id')
      .where('id', '=', enterpriseId)
      .executeTakeFirst();
    if (!enterprise) throw notFound('enterprise');
    const row = {
      axes: JSON.stringify(input.axes),
      wish: input.wish,
      languages: input.languages,
      meets: input.meets,
      availability: JSON.stringify(input.availability),
      recorded_by: ctx.actor.personId,
      recorded_at: ctx.clock.now(),
    };
    await tx
      .insertInto('working_style')
      .values({ org_id: ctx.orgId, enterprise_id: enterprise.id, ...row })
      .onConflict((clash) => clash.columns(['org_id', 'enterprise_id']).doUpdateSet(row))
      .execute();
    await audit({ subject: ['enterprise', enterprise.id], changes: { axes: input.axes } });
    return { enterpriseId: enterprise.id };
  },
});
