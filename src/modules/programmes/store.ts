import type { Updateable } from 'kysely';
import type { ProgrammeTable } from '../../../schema/tables.ts';
import { invalid, notFound, precondition } from '../../kernel/errors.ts';
import { checkVersion } from '../../platform/command.ts';
import type { Tx } from '../../platform/database.ts';
import { shownColumns } from './programme-conflict.ts';
import type { ProgrammeSetupStep } from './setup.ts';

/** The programme, locked until the transaction ends; refuses a closed one and a version that moved on. */
export async function programmeForEdit(
  tx: Tx,
  edit: { programmeId: string; version: number; reason?: string | undefined },
) {
  const programme = await programmeForUpdate(tx, edit.programmeId);
  if (programme.state === 'closed') throw precondition('A closed programme cannot be changed.');
  checkVersion(programme, edit.version, 'programme', ...shownColumns);
  if (programme.state !== 'draft' && !edit.reason) {
    throw invalid({ reason: 'The programme has started: say why this changes.' });
  }
  return programme;
}

/** The programme, locked until the transaction ends. */
export async function programmeForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('programme')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('programme');
  return row;
}

/** Writes a step's fields; a draft moves on to the step after. Returns the new version. */
export async function saveProgramme(
  tx: Tx,
  programme: { id: string; state: string; version: number },
  nextStep: ProgrammeSetupStep,
  fields: Updateable<ProgrammeTable>,
): Promise<{ programmeId: string; version: number }> {
  const version = programme.version + 1;
  await tx
    .updateTable('programme')
    .set({
      ...fields,
      version,
      ...(programme.state === 'draft' ? { setup_step: nextStep } : {}),
    })
    .where('id', '=', programme.id)
    .execute();
  return { programmeId: programme.id, version };
}
