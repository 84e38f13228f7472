import type { CalendarDate } from '../../kernel/calendar.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/database.ts';
import { type Actor, may } from '../../platform/permission.ts';
import { programmePermissions } from './permissions.ts';
import { type RuleSet, ruleSetSchema } from './rule-set.ts';

const columns = [
  'id',
  'slug',
  'name',
  'state',
  'starts_on',
  'ends_on',
  'zone',
  'currency',
  'mentoring_model',
  'size_bands',
  'sic_divisions',
  'remit_description',
  'trading_at_least_months',
  'trading_below_months',
  'takes_potential_entrepreneurs',
  'business_sales_at_least',
  'cadence',
  'answer_days',
  'introduction_days',
  'applications_open',
  'about',
  'signposts',
  'setup_step',
  'version',
] as const;

/** The programme of an address; "not found" when there is none in this organisation. */
export async function programmeBySlug(tx: Tx, slug: string | undefined) {
  const row = await tx
    .selectFrom('programme')
    .select(columns)
    .where('slug', '=', slug ?? '')
    .executeTakeFirst();
  if (!row) throw notFound('programme');
  return asProgramme(row);
}

/** The programme with this id; "not found" when there is none in this organisation. */
export async function programmeById(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('programme')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('programme');
  return asProgramme(row);
}

export type Programme = Awaited<ReturnType<typeof programmeBySlug>>;

interface Row {
  cadence: unknown;
  signposts: unknown;
}

function asProgramme<R extends Row>(row: R) {
  return {
    ...row,
    cadence: row.cadence as Record<string, number>,
    signposts: row.signposts as { name: string; about: string; address: string }[],
  };
}

/** The programmes that the actor may open, by name; closed ones last. */
export async function programmesOf(tx: Tx, actor: Actor) {
  const rows = await tx
    .selectFrom('programme')
    .select(['id', 'slug', 'name', 'state', 'starts_on', 'ends_on'])
    .orderBy((by) => by('state', '=', 'closed'))
    .orderBy('name')
    .execute();
  return rows.filter((row) => may(actor, programmePermissions.programme.read, { programmeId: row.id }));
}

export interface RuleSetInForce {
  id: string;
  adoptedOn: CalendarDate;
  ruleSet: RuleSet;
}

/** The rule set that a programme works by on a day; null before the first adoption. */
export async function ruleSetInForceOf(
  tx: Tx,
  programmeId: string,
  date: CalendarDate,
): Promise<RuleSetInForce | null> {
  const row = await tx
    .selectFrom('rule_set_adoption as a')
    .innerJoin('rule_set as s', (on) =>
      on.onRef('s.org_id', '=', 'a.org_id').onRef('s.id', '=', 'a.rule_set_id'),
    )
    .select(['s.id', 's.body', 'a.adopted_on'])
    .where('a.programme_id', '=', programmeId)
    .where('a.adopted_on', '<=', date)
    .orderBy('a.adopted_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return { id: row.id, adoptedOn: row.adopted_on, ruleSet: ruleSetSchema.parse(row.body) };
}
