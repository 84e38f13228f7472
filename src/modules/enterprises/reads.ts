import { notFound } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';

const columns = [
  'n.id',
  'n.programme_id as programmeId',
  'n.enterprise_id as enterpriseId',
  'e.name as enterpriseName',
  'e.is_pre_start as isPreStart',
  'n.state',
  'n.stage',
  'n.adviser_id as adviserId',
  'n.applied_on as appliedOn',
  'n.eligible_on as eligibleOn',
  'n.cadence_days as cadenceDays',
  'n.next_contact_on as nextContactOn',
  'n.last_contact_on as lastContactOn',
  'n.closed_on as closedOn',
  'n.version',
] as const;

function enrolments(tx: Tx) {
  return tx
    .selectFrom('enrolment as n')
    .innerJoin('enterprise as e', (on) =>
      on.onRef('e.org_id', '=', 'n.org_id').onRef('e.id', '=', 'n.enterprise_id'),
    )
    .select(columns);
}

/** An enterprise's place in a programme; "not found" when there is none in this organisation. */
export async function enrolmentById(tx: Tx, id: string) {
  const row = await enrolments(tx).where('n.id', '=', id).executeTakeFirst();
  if (!row) throw notFound('enterprise');
  return row;
}

/** The same, locked until the transaction ends: for a decision that follows. */
export async function enrolmentForUpdate(tx: Tx, id: string) {
  const row = await enrolments(tx).where('n.id', '=', id).forUpdate('n').executeTakeFirst();
  if (!row) throw notFound('enterprise');
  return row;
}

export type Enrolment = Awaited<ReturnType<typeof enrolmentById>>;
