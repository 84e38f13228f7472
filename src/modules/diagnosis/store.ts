import { notFound, precondition } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';

/** The diagnosis with its enrolment's ids, locked until the transaction ends. */
export async function diagnosisForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('diagnosis as d')
    .innerJoin('enrolment as n', (on) =>
      on.onRef('n.org_id', '=', 'd.org_id').onRef('n.id', '=', 'd.enrolment_id'),
    )
    .selectAll('d')
    .select(['n.programme_id', 'n.enterprise_id', 'n.state as enrolment_state'])
    .where('d.id', '=', id)
    .forUpdate('d')
    .executeTakeFirst();
  if (!row) throw notFound('diagnosis');
  return row;
}

/** The same, refusing a diagnosis that is done: a later one is a new version. */
export async function draftDiagnosisForUpdate(tx: Tx, id: string) {
  const diagnosis = await diagnosisForUpdate(tx, id);
  if (diagnosis.state === 'done') {
    throw precondition('This diagnosis is complete. Start the next one to record what changed.');
  }
  return diagnosis;
}

/** The action with its enrolment's ids, locked until the transaction ends. */
export async function actionForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('action as d')
    .innerJoin('enrolment as n', (on) =>
      on.onRef('n.org_id', '=', 'd.org_id').onRef('n.id', '=', 'd.enrolment_id'),
    )
    .selectAll('d')
    .select(['n.programme_id', 'n.enterprise_id'])
    .where('d.id', '=', id)
    .forUpdate('d')
    .executeTakeFirst();
  if (!row) throw notFound('action');
  return row;
}
