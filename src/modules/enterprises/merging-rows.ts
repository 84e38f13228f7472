import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/**
 * What becomes of the rows that refer to a record which goes. `moves`: they belong to the kept record.
 * `fills`: only where the kept one has none of the same. `own-step`: written out in the command. `stays`:
 * nobody may change it, and it is read by its enrolment.
 * A test reads every foreign key to `enterprise` from the catalogue and fails where one is missing here.
 */
export const enterpriseRows: Readonly<
  Record<string, 'moves' | 'stays' | 'own-step' | { fills: readonly string[] }>
> = {
  barred_pair: { fills: ['mentor_id'] },
  document: 'moves',
  enrolment: 'own-step',
  enterprise_person: 'own-step',
  enterprise_relation: 'moves',
  measure: 'moves',
  mentor_conflict: 'moves',
  private_note: 'stays',
  subsidy_award: 'moves',
  trait_wish: { fills: [] },
  working_style: { fills: [] },
};

/**
 * The same for a second enrolment in one programme, which ends as withdrawn. `stops`: rows that count or
 * that people worked on; the merge is refused, since they would be lost or counted beside the kept one's.
 * `follows`: they go over to the kept enrolment. `stays`: history of what ended.
 */
export const enrolmentRows: Readonly<Record<string, 'stops' | 'follows' | 'stays'>> = {
  action: 'stops',
  application: 'follows',
  baseline: 'stops',
  baseline_correction: 'stops',
  client_comment: 'follows',
  contact: 'stops',
  diagnosis: 'stops',
  document: 'follows',
  eligibility_override: 'stays',
  eligibility_test: 'stays',
  match: 'stops',
  measure: 'follows',
  need: 'stops',
  note_opening: 'stays',
  output: 'stops',
  session_enterprise: 'stops',
  stated_fact: 'follows',
};

const tablesThat = (fate: string) =>
  Object.entries(enrolmentRows).flatMap(([table, own]) => (own === fate ? [table] : []));

/** Whether anything hangs on enrolment `n` that must not be lost or counted twice. */
export const isSupported = sql`(${sql.join(
  tablesThat('stops').map(
    (table) => sql`exists (select 1 from ${sql.table(table)} r
      where r.org_id = n.org_id and r.enrolment_id = n.id)`,
  ),
  sql` or `,
)})`;

/** Puts what follows an enrolment that ends onto the one that stays. */
export async function followEnrolment(tx: Tx, from: string, to: string): Promise<void> {
  for (const table of tablesThat('follows')) {
    await sql`update ${sql.table(table)} set enrolment_id = ${to}::uuid
      where enrolment_id = ${from}::uuid`.execute(tx);
  }
}

/** Puts the rows of the record that goes onto the kept one. */
export async function moveEnterpriseRows(tx: Tx, from: string, to: string): Promise<void> {
  for (const [table, fate] of Object.entries(enterpriseRows)) {
    if (fate === 'own-step' || fate === 'stays') continue;
    const same = fate === 'moves' ? null : fate.fills;
    const isFree =
      same === null
        ? sql`true`
        : sql`not exists (select 1 from ${sql.table(table)} k
            where k.org_id = r.org_id and k.enterprise_id = ${to}::uuid
              and ${sql.join([sql`true`, ...same.map((column) => sql`${sql.ref(`k.${column}`)} = ${sql.ref(`r.${column}`)}`)], sql` and `)})`;
    await sql`update ${sql.table(table)} r set enterprise_id = ${to}::uuid
      where r.enterprise_id = ${from}::uuid and ${isFree}`.execute(tx);
  }
}
