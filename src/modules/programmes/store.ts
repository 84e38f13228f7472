import type { Selectable, Updateable } from 'kysely';
import type { ProgrammeTable } from '../../../schema/tables.ts';
import { invalid, notFound, precondition } from '../../kernel/errors.ts';
import { checkVersion } from '../../platform/command.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { keepSettingChange } from '../people/history/keep-setting-change-step.ts';
import {
  changedLines,
  type SettingKind,
  type ShownSetting,
} from '../people/history/setting-change.ts';
import { shownColumns } from './programme-conflict.ts';
import { adoptedIndicators, programmeSettings } from './reads.ts';
import { isSetupStep, stepAfter } from './setup.ts';
import { shownSettings } from './shown-setting-rows.ts';

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

/** The programme, locked until the transaction ends, with its settings as they are shown before anything is written. */
export async function programmeForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('programme')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('programme');
  return { ...row, shown: await shownSettingsOf(tx, row) };
}

interface Saving {
  programme: { id: string; state: string; version: number; shown: readonly ShownSetting[] };
  /** What of the settings it is. A set-up step that a draft saves moves the draft on. */
  kind: SettingKind;
  reason?: string | undefined;
  fields?: Updateable<ProgrammeTable>;
}

/**
 * The one place where a programme is saved, after all else that belongs to its settings was written: what was before
 * and is now goes into its history. `settingChange` is named by the audit entry.
 */
export async function saveProgramme(
  tx: Tx,
  ctx: Pick<Ctx, 'orgId' | 'actor' | 'clock'>,
  { programme, kind, reason, fields }: Saving,
) {
  const version = programme.version + 1;
  const isStep = programme.state === 'draft' && isSetupStep(kind);
  const saved = await tx
    .updateTable('programme')
    .set({ ...(isStep ? { setup_step: stepAfter(kind) } : {}), ...fields, version })
    .where('id', '=', programme.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const settingChange = await keepSettingChange(tx, ctx, {
    ...{ programmeId: programme.id, kind, reason },
    lines: changedLines(programme.shown, await shownSettingsOf(tx, saved)),
  });
  return { programmeId: programme.id, version, settingChange };
}

/** All settings of a programme as its screens show them now. */
export async function shownSettingsOf(
  tx: Tx,
  row: Selectable<ProgrammeTable>,
): Promise<ShownSetting[]> {
  const beside = await programmeSettings(tx, row.id);
  const indicators = await adoptedIndicators(tx, row.id);
  return shownSettings(row, { ...beside, indicators });
}
