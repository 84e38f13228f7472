import { sql } from 'kysely';
import { z } from 'zod';
import { invalid, notFound, precondition } from '../../../kernel/errors.ts';
import type { Clock } from '../../../platform/clock.ts';
import { checkVersion, command } from '../../../platform/command.ts';
import type { Tx } from '../../../platform/database.ts';
import { may } from '../../../platform/permission.ts';
import { recordId } from '../inputs.ts';
import { joinEnrolments, type Joining } from '../join-enrolments-step.ts';
import { moveEnterpriseRows } from '../merging-rows.ts';
import { enterprisePermissions } from '../permissions.ts';
import { enrolmentById } from '../reads.ts';
import { enterpriseForUpdate, updateEnterprise } from '../store.ts';

const fillable = [
  'trading_name',
  'company_number',
  'company_status',
  'incorporated_on',
  'trading_since',
  'vat_number',
  'legal_form',
  'sector',
  'description',
  'notes',
  'website',
  'phone',
  'registered_address',
  'registered_postcode',
  'trading_address',
  'trading_postcode',
  'authority_code',
  'external_reference',
] as const;

/**
 * Makes two records of one firm one: gaps of the kept one are filled, and everything that hangs on the other
 * moves to it, so that nothing is lost and nothing counts twice. Of two enrolments in one programme the other one ends as
 * withdrawn, and its needs, matches, sessions, calls and outputs go on with the kept one, which takes the earlier days.
 */
export const mergeEnterprises = command({
  name: 'merge-enterprises',
  permission: enterprisePermissions.enterprise.merge,
  input: z.strictObject({
    enrolmentId: recordId,
    version: z.int(),
    /** The record that goes; the enrolment's enterprise stays. */
    goneId: recordId,
  }),
  async run({ ctx, tx, input, allow, audit }) {
    const enrolment = await enrolmentById(tx, input.enrolmentId);
    allow({ programmeId: enrolment.programmeId, enterpriseId: enrolment.enterpriseId });
    if (input.goneId === enrolment.enterpriseId) {
      throw invalid({ goneId: 'Choose another record than this one.' });
    }
    const [first, second] = [enrolment.enterpriseId, input.goneId].toSorted();
    await enterpriseForUpdate(tx, first ?? '');
    await enterpriseForUpdate(tx, second ?? '');
    const kept = await enterpriseForUpdate(tx, enrolment.enterpriseId);
    const gone = await enterpriseForUpdate(tx, input.goneId);
    checkVersion(kept, input.version, 'enterprise');
    if (gone.merged_into !== null || kept.merged_into !== null) {
      throw precondition('One of them was merged already.');
    }
    const moving = await enrolmentsOf(tx, gone.id);
    if (!moving.every((each) => may(ctx.actor, enterprisePermissions.enterprise.merge, each))) {
      throw notFound('enterprise');
    }
    const dropped = await moveEnrolments(tx, kept.id, moving, ctx.clock);
    await moveRows(tx, gone.id, kept.id);
    await updateEnterprise(tx, gone.id, { merged_into: kept.id });
    const filled = fillable.filter((column) => kept[column] === null && gone[column] !== null);
    const changes = Object.fromEntries(filled.map((column) => [column, gone[column]]));
    await updateEnterprise(tx, kept.id, {
      ...changes,
      ...(kept.sic_codes.length === 0 ? { sic_codes: gone.sic_codes } : {}),
      ...(kept.postcode_key === null ? { postcode_key: gone.postcode_key } : {}),
    });
    await audit({
      subject: ['enterprise', kept.id],
      changes: { merged: gone.id, filled, enrolments: moving.map((each) => each.id), dropped },
    });
    return { enterpriseId: kept.id };
  },
});

interface Moving extends Joining {
  programmeId: string;
  zone: string;
}

async function enrolmentsOf(tx: Tx, enterpriseId: string): Promise<Moving[]> {
  const rows = await sql<Moving>`
    select n.id, n.programme_id as "programmeId", g.name as "programmeName", g.zone,
      n.state, n.eligible_on as "eligibleOn",
      exists (select 1 from diagnosis d
        where d.org_id = n.org_id and d.enrolment_id = n.id and d.state = 'draft') as "hasDraft"
    from enrolment n
    join programme g on g.org_id = n.org_id and g.id = n.programme_id
    where n.enterprise_id = ${enterpriseId}::uuid
    order by n.id
    for update of n`.execute(tx);
  return rows.rows;
}

async function moveEnrolments(
  tx: Tx,
  keptId: string,
  moving: readonly Moving[],
  clock: Clock,
): Promise<string[]> {
  const own = await enrolmentsOf(tx, keptId);
  const dropped: string[] = [];
  for (const each of moving) {
    const twin = own.find((other) => other.programmeId === each.programmeId);
    if (twin) {
      await joinEnrolments(tx, each, twin, clock.today(each.zone));
      dropped.push(each.id);
    } else {
      await sql`update enrolment set enterprise_id = ${keptId}::uuid, version = version + 1
        where id = ${each.id}::uuid`.execute(tx);
    }
  }
  return dropped;
}

async function moveRows(tx: Tx, from: string, to: string): Promise<void> {
  await sql`update enterprise_person p set enterprise_id = ${to}::uuid,
      is_lead = p.is_lead and not exists (
        select 1 from enterprise_person k
        where k.org_id = p.org_id and k.enterprise_id = ${to}::uuid and k.is_lead)
    where p.enterprise_id = ${from}::uuid
      and not exists (
        select 1 from enterprise_person k
        where k.org_id = p.org_id and k.enterprise_id = ${to}::uuid and k.person_id = p.person_id)`.execute(
    tx,
  );
  await moveEnterpriseRows(tx, from, to);
}
