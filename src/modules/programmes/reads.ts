import type { CalendarDate } from '../../kernel/calendar.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/database.ts';
import { type Actor, may } from '../../platform/permission.ts';
import { programmePermissions } from './permissions.ts';
import type { MentorChoice } from './programme.ts';
import { type RuleSet, ruleSetSchema } from './rule-set.ts';
import type { ProgrammeSetupStep } from './setup.ts';
import type { Signpost } from './signpost.ts';
import { toHundredths } from './quantity.ts';

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
  'mentor_choice',
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
  'decision_days',
  'applications_open',
  'pause_words',
  'pause_until',
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

/** The day that it is where the programme runs: its days are counted there, wherever the organisation sits. */
export async function todayIn(
  tx: Tx,
  ctx: Pick<Ctx, 'clock'>,
  programmeId: string,
): Promise<CalendarDate> {
  const row = await tx
    .selectFrom('programme')
    .select('zone')
    .where('id', '=', programmeId)
    .executeTakeFirstOrThrow(() => notFound('programme'));
  return ctx.clock.today(row.zone);
}

interface Row {
  mentor_choice: string;
  cadence: unknown;
  signposts: unknown;
}

function asProgramme<R extends Row>(row: R) {
  return {
    ...row,
    mentor_choice: row.mentor_choice as MentorChoice,
    cadence: row.cadence as Record<string, number>,
    signposts: row.signposts as Signpost[],
  };
}

/** Every programme of the organisation, by name; closed ones last. */
export async function programmesByName(tx: Tx) {
  return tx
    .selectFrom('programme')
    .select(['id', 'slug', 'name', 'state', 'starts_on', 'ends_on'])
    .orderBy((by) => by('state', '=', 'closed'))
    .orderBy('name')
    .execute();
}

/** Of these programmes the ones that the actor may open. */
export function openTo<P extends { id: string }>(actor: Actor, programmes: readonly P[]): P[] {
  return programmes.filter(({ id }) =>
    may(actor, programmePermissions.programme.read, { programmeId: id }),
  );
}

/** The programmes that the actor may open, by name; closed ones last. */
export async function programmesOf(tx: Tx, actor: Actor) {
  return openTo(actor, await programmesByName(tx));
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
    .selectFrom('rule_set_adoption')
    .select(['rule_set_id as id', 'adopted_on as adoptedOn'])
    .where('programme_id', '=', programmeId)
    .where('adopted_on', '<=', date)
    .orderBy('adopted_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return { ...row, ruleSet: await adoptedRuleSet(tx, row.id) };
}

export interface AdoptedRuleSet {
  adoptedFrom: CalendarDate;
  ruleSet: RuleSet;
}

/** Every rule set that a programme has worked by, with the day from which it did; the oldest first. */
export async function adoptedRuleSets(tx: Tx, programmeId: string): Promise<AdoptedRuleSet[]> {
  const rows = await tx
    .selectFrom('rule_set_adoption')
    .select(['rule_set_id as id', 'adopted_on as adoptedFrom'])
    .where('programme_id', '=', programmeId)
    .orderBy('adopted_on')
    .execute();
  return Promise.all(
    rows.map(async ({ id, adoptedFrom }) => ({
      adoptedFrom,
      ruleSet: await adoptedRuleSet(tx, id),
    })),
  );
}

/** Every indicator that the rules adopted define or defined, as the latest of them do first. */
export async function adoptedIndicators(tx: Tx, programmeId: string) {
  const sets = await adoptedRuleSets(tx, programmeId);
  return sets.toReversed().flatMap(({ ruleSet }) => ruleSet.indicators);
}

const mostKept = 500;
const adopted = new Map<string, RuleSet>();

/** An adopted rule set never changes, so each process reads and checks it once. */
async function adoptedRuleSet(tx: Tx, id: string): Promise<RuleSet> {
  const known = adopted.get(id);
  if (known) return known;
  const { ruleSet } = await ruleSetById(tx, id);
  if (adopted.size >= mostKept) adopted.clear();
  adopted.set(id, ruleSet);
  return ruleSet;
}

/** Everything a programme's settings pages show, beside the programme's own row. */
export async function programmeSettings(tx: Tx, programmeId: string) {
  const [funders, area, targets, adoptions] = [
    await tx
      .selectFrom('programme_funder as p')
      .innerJoin('funder as f', (on) =>
        on.onRef('f.org_id', '=', 'p.org_id').onRef('f.id', '=', 'p.funder_id'),
      )
      .select(['f.name', 'p.agreement_reference as agreementReference', 'p.agreed_on as agreedOn'])
      .where('p.programme_id', '=', programmeId)
      .orderBy('f.name')
      .execute(),
    await tx
      .selectFrom('programme_area')
      .select(['authority_code as code', 'authority_name as name'])
      .where('programme_id', '=', programmeId)
      .orderBy('authority_name')
      .execute(),
    await tx
      .selectFrom('target')
      .select(['indicator', 'quarter', 'value'])
      .where('programme_id', '=', programmeId)
      .orderBy('indicator')
      .orderBy('quarter')
      .execute(),
    await tx
      .selectFrom('rule_set_adoption as a')
      .innerJoin('rule_set as s', (on) =>
        on.onRef('s.org_id', '=', 'a.org_id').onRef('s.id', '=', 'a.rule_set_id'),
      )
      .leftJoin('person as p', (on) =>
        on.onRef('p.org_id', '=', 'a.org_id').onRef('p.id', '=', 'a.adopted_by'),
      )
      .select([
        'a.id',
        'a.adopted_on as adoptedOn',
        'a.reason',
        'p.name as adoptedBy',
        's.id as ruleSetId',
        's.name',
        's.version',
      ])
      .where('a.programme_id', '=', programmeId)
      .orderBy('a.adopted_on', 'desc')
      .execute(),
  ];
  return {
    funders,
    area,
    targets: targets.map(({ value, ...cell }) => ({ ...cell, amount: toHundredths(value) })),
    adoptions,
  };
}

/** What stands against starting a programme, each with the set-up step that mends it. */
export async function startProblems(
  tx: Tx,
  programmeId: string,
): Promise<{ step: ProgrammeSetupStep; message: string }[]> {
  const programme = await programmeById(tx, programmeId);
  const { funders, area, targets, adoptions } = await programmeSettings(tx, programmeId);
  const problems: { step: ProgrammeSetupStep; message: string }[] = [];
  if (!programme.starts_on || !programme.ends_on) {
    problems.push({ step: 'dates', message: 'the first and last day are missing' });
  }
  if (funders.length === 0) problems.push({ step: 'funders', message: 'no funder is named' });
  if (adoptions.length === 0) problems.push({ step: 'rules', message: 'no rule set is chosen' });
  if (area.length === 0)
    problems.push({ step: 'area', message: 'the area has no local authority' });
  if (targets.length === 0) problems.push({ step: 'targets', message: 'there are no targets' });
  return problems;
}

/** The rule sets of the organisation with the programmes that adopted them. */
export async function ruleSets(tx: Tx) {
  return tx
    .selectFrom('rule_set as s')
    .select((by) => [
      's.id',
      's.code',
      's.version',
      's.name',
      's.effective_from as effectiveFrom',
      by
        .selectFrom('rule_set_adoption as a')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('a.org_id', '=', 's.org_id')
        .whereRef('a.rule_set_id', '=', 's.id')
        .as('adoptions'),
    ])
    .orderBy('s.name')
    .orderBy('s.effective_from', 'desc')
    .execute();
}

/** One rule set, parsed. */
export async function ruleSetById(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('rule_set')
    .select(['id', 'body', 'copied_from'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('rule set');
  return { id: row.id, copiedFrom: row.copied_from, ruleSet: ruleSetSchema.parse(row.body) };
}

/** The weights in force, or null while the programme uses the defaults. */
export async function scoreWeightsOf(tx: Tx, programmeId: string) {
  const row = await tx
    .selectFrom('score_weights')
    .select(['version', 'weights', 'reason', 'set_at as setAt'])
    .where('programme_id', '=', programmeId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, weights: row.weights as Record<string, number> } : null;
}
