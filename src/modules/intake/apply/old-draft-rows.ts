import { addMinutes, type Instant } from '../../../kernel/calendar.ts';
import type { Tx } from '../../../platform/database.ts';
import { draftDays, fateOfDraft, noticeDays } from './old-draft.ts';

/** Drafts, or the `only` one, to remind of or to delete now, the oldest first; locked where something follows. */
export async function oldDrafts(
  tx: Tx,
  now: Instant,
  options: { most: number; locks: boolean; only?: string | null },
) {
  const only = options.only ?? null;
  let query = tx
    .selectFrom('application as a')
    .innerJoin('programme as g', (on) =>
      on.onRef('g.org_id', '=', 'a.org_id').onRef('g.id', '=', 'a.programme_id'),
    )
    .select([
      'a.id',
      'a.applicant_name as name',
      'a.applicant_email as email',
      'a.updated_at as updatedAt',
      'a.reminded_at as remindedAt',
      'g.name as programme',
      'g.id as programmeId',
    ])
    .where('a.state', '=', 'draft')
    .where('a.updated_at', '<=', addMinutes(now, -(draftDays - noticeDays) * 24 * 60))
    .where((on) =>
      on.or([
        on('a.reminded_at', 'is', null),
        on('a.reminded_at', '<', on.ref('a.updated_at')),
        on('a.reminded_at', '<=', addMinutes(now, -noticeDays * 24 * 60)),
      ]),
    )
    .orderBy('a.updated_at')
    .limit(options.most);
  if (only !== null) query = query.where('a.id', '=', only);
  if (options.locks) query = query.forUpdate('a').skipLocked();
  const drafts = (await query.execute()).map((draft) => ({
    ...draft,
    fate: fateOfDraft(draft, now),
  }));
  return {
    toRemind: drafts.filter(({ fate }) => fate === 'remind'),
    toDelete: drafts.filter(({ fate }) => fate === 'delete'),
  };
}
