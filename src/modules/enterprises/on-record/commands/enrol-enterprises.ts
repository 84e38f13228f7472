import { sql } from 'kysely';
import { z } from 'zod';
import { invalid, notFound, precondition } from '../../../../kernel/errors.ts';
import { command } from '../../../../platform/command.ts';
import { beyondReach } from '../../../programmes/reach/reads.ts';
import { programmeById } from '../../../programmes/reads.ts';
import { type Entrant, enrolFirms } from '../../enrol-step.ts';
import { recordId } from '../../inputs.ts';
import { enterprisePermissions } from '../../permissions.ts';
import { advisersOf } from '../../reads.ts';

/** Takes firms that are kept on record into a programme as applicants, all together. */
export const enrolEnterprises = command({
  name: 'enrol-enterprises',
  permission: enterprisePermissions.enrolment.create,
  input: z.strictObject({
    programmeId: recordId,
    enterpriseIds: z.array(recordId).min(1, 'Tick at least one firm.').max(500),
    adviserId: recordId.nullable().default(null),
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const { programmeId, adviserId } = input;
    const ids = [...new Set(input.enterpriseIds)];
    allow({ programmeId });
    const programme = await programmeById(tx, programmeId);
    const firms = await sql<Entrant & { isMerged: boolean }>`
      select e.id, e.trading_since as "tradingSince", e.incorporated_on as "incorporatedOn",
        e.is_pre_start as "isPreStart", e.merged_into is not null as "isMerged"
      from enterprise e
      where e.id = any(${ids}::uuid[])
      order by e.id
      for update`.execute(tx);
    const beyond = await beyondReach(tx, ctx.actor, ids);
    if (firms.rows.length < ids.length || beyond.size > 0) throw notFound('enterprise');
    if (firms.rows.some(({ isMerged }) => isMerged)) {
      throw precondition('One of these records was merged into another one meanwhile. Look again.');
    }
    const advisers = adviserId === null ? [] : await advisersOf(tx, programmeId, ctx.clock.now());
    if (adviserId !== null && !advisers.some(({ id }) => id === adviserId)) {
      throw invalid({ adviserId: 'Choose somebody who is an adviser of this programme.' });
    }
    const choice = { source: 'staff', adviserId } as const;
    const places = await enrolFirms(tx, ctx, programme, choice, firms.rows);
    const taken = [...places].filter(([, { was }]) => was === 'new').map(([id]) => id);
    if (taken.length === 0) throw precondition(`They are already in ${programme.name}.`);
    const changes = { programme: programmeId, enrolled: taken, adviserId };
    await audit({ subject: ['enrolment', null], changes });
    return { enrolled: taken.length };
  },
});
