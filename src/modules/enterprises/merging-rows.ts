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
 * The same for a second enrolment in one programme, which ends as withdrawn. `follows`: the rows go over to the kept
 * enrolment. `unless`: only where the kept one has none of the same. `numbered`: they are versions, put in the order of
 * their days. `stays`: history of what ended.
 */
export const enrolmentRows: Readonly<
  Record<
    string,
    | 'follows'
    | 'stays'
    | 'own-step'
    | { unless: readonly string[] }
    | { numbered: string; by: string }
  >
> = {
  action: 'follows',
  application: 'follows',
  baseline: 'own-step',
  baseline_correction: 'own-step',
  client_comment: 'follows',
  contact: 'follows',
  diagnosis: { numbered: 'number', by: 'dated_on' },
  document: 'follows',
  eligibility_override: 'stays',
  eligibility_test: 'stays',
  match: 'follows',
  measure: 'follows',
  need: 'follows',
  note_opening: 'stays',
  output: 'follows',
  // A session that both records attended is one of the firm's: counted once.
  session_enterprise: { unless: ['session_id'] },
  stated_fact: 'follows',
};

/** Puts what follows an enrolment that ends onto the one that stays. */
export async function followEnrolment(tx: Tx, from: string, to: string): Promise<void> {
  for (const [table, fate] of Object.entries(enrolmentRows)) {
    if (fate === 'stays' || fate === 'own-step') continue;
    if (fate === 'follows') await move(tx, 'enrolment_id', { table, from, to, same: null });
    else if ('unless' in fate) {
      await move(tx, 'enrolment_id', { table, from, to, same: fate.unless });
    } else await renumber(tx, { table, from, to, ...fate });
  }
  await followBaseline(tx, from, to);
}

/** A firm has one baseline, the kept record's where there are two. Nobody changes a frozen one, so it is copied. */
async function followBaseline(tx: Tx, from: string, to: string): Promise<void> {
  const copied = await sql`
    insert into baseline (org_id, enrolment_id, figures, frozen_by, frozen_at)
    select org_id, ${to}::uuid, figures, frozen_by, frozen_at
    from baseline where enrolment_id = ${from}::uuid
    on conflict do nothing`.execute(tx);
  if (copied.numAffectedRows === 0n) return;
  await move(tx, 'enrolment_id', { table: 'baseline_correction', from, to, same: null });
}

interface Numbered {
  table: string;
  from: string;
  to: string;
  numbered: string;
  by: string;
}

/** Numbers beyond all others first: two rows of one enrolment never hold one number, not even for a moment. */
async function renumber(tx: Tx, { table, from, to, numbered, by }: Numbered): Promise<void> {
  const at = sql.table(table);
  const number = sql.ref(numbered);
  const both = sql`enrolment_id in (${from}::uuid, ${to}::uuid)`;
  const most = sql`(select coalesce(max(${number}), 0) + count(*) from ${at} where ${both})`;
  await sql`update ${at} r set enrolment_id = ${to}::uuid, ${number} = p.place + ${most}
    from (select id, row_number() over (order by ${sql.ref(by)}, ${number}, id) as place
      from ${at} where ${both}) p
    where r.id = p.id`.execute(tx);
  await sql`update ${at} r set ${number} = p.place
    from (select id, row_number() over (order by ${number}) as place
      from ${at} where enrolment_id = ${to}::uuid) p
    where r.id = p.id`.execute(tx);
}

/** Puts the rows of the record that goes onto the kept one. */
export async function moveEnterpriseRows(tx: Tx, from: string, to: string): Promise<void> {
  for (const [table, fate] of Object.entries(enterpriseRows)) {
    if (fate === 'own-step' || fate === 'stays') continue;
    const same = fate === 'moves' ? null : fate.fills;
    await move(tx, 'enterprise_id', { table, from, to, same });
  }
}

interface Move {
  table: string;
  from: string;
  to: string;
  /** Only rows of which the kept one has none with these columns the same; null: all. */
  same: readonly string[] | null;
}

async function move(
  tx: Tx,
  owner: 'enterprise_id' | 'enrolment_id',
  { table, from, to, same }: Move,
): Promise<void> {
  const isFree =
    same === null
      ? sql`true`
      : sql`not exists (select 1 from ${sql.table(table)} k
          where k.org_id = r.org_id and ${sql.ref(`k.${owner}`)} = ${to}::uuid
            and ${sql.join([sql`true`, ...same.map((column) => sql`${sql.ref(`k.${column}`)} = ${sql.ref(`r.${column}`)}`)], sql` and `)})`;
  await sql`update ${sql.table(table)} r set ${sql.ref(owner)} = ${to}::uuid
    where ${sql.ref(`r.${owner}`)} = ${from}::uuid and ${isFree}`.execute(tx);
}
