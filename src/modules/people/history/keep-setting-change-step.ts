import { newId } from '../../../kernel/ids.ts';
import { cutText } from '../../../kernel/text.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { ChangedLine, SettingKind } from './setting-change.ts';

interface SettingChange {
  /** Null: a setting of the organisation. */
  programmeId: string | null;
  kind: SettingKind;
  reason?: string | undefined;
  lines: readonly ChangedLine[];
}

/**
 * Writes what was before and is now, and gives the id by which the audit entry names it; nothing, and null, where
 * nothing changed.
 */
export async function keepSettingChange(
  tx: Tx,
  ctx: Pick<Ctx, 'orgId' | 'actor' | 'clock'>,
  { programmeId, kind, reason = '', lines }: SettingChange,
): Promise<string | null> {
  if (lines.length === 0) return null;
  const id = newId();
  await tx
    .insertInto('setting_change')
    .values({
      ...{ org_id: ctx.orgId, id, kind, reason, programme_id: programmeId },
      changed_by: ctx.actor.personId,
      changed_at: ctx.clock.now(),
    })
    .execute();
  await tx
    .insertInto('setting_change_line')
    .values(
      lines.map(({ field, before, after }, place) => ({
        ...{ org_id: ctx.orgId, change_id: id, place: place + 1 },
        ...{ field: cutText(field, 300), before, after },
      })),
    )
    .execute();
  return id;
}
