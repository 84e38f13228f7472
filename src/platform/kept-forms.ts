import { sql } from 'kysely';
import { newId } from '../kernel/ids.ts';
import { notFound } from '../kernel/errors.ts';
import type { FormValues } from '../kernel/form-answer.ts';
import type { App, Ctx } from './context.ts';
import type { Tx } from './database.ts';
import { inEveryOrganisation } from './every-organisation.ts';
import { openText, type PrivatePlace, sealText } from './private-text.ts';

export interface KeptForm {
  /** The page that it was sent to. */
  readonly path: string;
  readonly values: FormValues;
  /** Files are not kept. */
  readonly hadFiles: boolean;
  readonly keptAt: string;
}

/** Of one person: whoever sends more while signed out loses the oldest. */
const most = 5;

const placeOf = (id: string): PrivatePlace => ['kept_form', 'body', id];

/** Keeps a form that arrived when its sender was signed out, for that person and for an hour. */
export async function keepForm(ctx: Ctx, form: Omit<KeptForm, 'keptAt'>): Promise<string | null> {
  const { personId } = ctx.actor;
  if (personId === null || form.path.length > 400) return null;
  const id = newId();
  const body = sealText(
    ctx,
    placeOf(id),
    JSON.stringify({ values: form.values, hadFiles: form.hadFiles }),
  );
  await ctx.app.database.tenant(ctx.orgId, async (tx) => {
    await tx
      .insertInto('kept_form')
      .values({
        org_id: ctx.orgId,
        id,
        person_id: personId,
        path: form.path,
        body,
        kept_at: ctx.clock.now(),
      })
      .execute();
    await sql`
      delete from kept_form k
      where k.person_id = ${personId}::uuid and k.id not in (
        select newest.id from kept_form newest
        where newest.person_id = ${personId}::uuid
        order by newest.kept_at desc, newest.id desc limit ${most})`.execute(tx);
  });
  return id;
}

/** A kept form of the actor; "not found" after an hour, and for everybody else at once. */
export async function keptForm(tx: Tx, ctx: Ctx, id: string): Promise<KeptForm> {
  const row = await tx
    .selectFrom('kept_form as k')
    .select(['k.id', 'k.path', 'k.body', 'k.kept_at as keptAt'])
    .where('k.id', '=', id)
    .where('k.person_id', '=', ctx.actor.personId ?? newId())
    .where(isFresh(ctx.clock.now()))
    .executeTakeFirst();
  if (!row) throw notFound();
  const opened: unknown = JSON.parse(openText(ctx, placeOf(row.id), row.body));
  return {
    ...(opened as Pick<KeptForm, 'values' | 'hadFiles'>),
    path: row.path,
    keptAt: row.keptAt,
  };
}

/** The newest kept form of the person behind an account; null when there is none. */
export async function keptFormOfAccount(
  tx: Tx,
  userId: string,
  now: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom('kept_form as k')
    .innerJoin('person as p', (on) =>
      on.onRef('p.org_id', '=', 'k.org_id').onRef('p.id', '=', 'k.person_id'),
    )
    .select('k.id')
    .where('p.user_id', '=', userId)
    .where(isFresh(now))
    .orderBy('k.kept_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Forgets a kept form of the actor, because it was sent or is not wanted. */
export async function dropKeptForm(ctx: Ctx, id: string): Promise<void> {
  await ctx.app.database.tenant(ctx.orgId, (tx) =>
    tx
      .deleteFrom('kept_form')
      .where('id', '=', id)
      .where('person_id', '=', ctx.actor.personId ?? newId())
      .execute(),
  );
}

/** Forgets everywhere what was kept longer than an hour. */
export async function sweepKeptForms(app: App): Promise<void> {
  await inEveryOrganisation(app, 'sweep-kept-forms', ({ ctx }) =>
    app.database.tenant(ctx.orgId, (tx) =>
      sql`delete from kept_form k where not ${isFresh(app.clock.now())}`.execute(tx),
    ),
  );
}

function isFresh(now: string) {
  return sql<boolean>`k.kept_at between ${now}::timestamptz - interval '1 hour' and ${now}::timestamptz`;
}
