import { sql } from 'kysely';
import type { z } from 'zod';
import { AppError, conflict, invalid, notFound } from '../kernel/errors.ts';
import { appendAudit, type AuditEntry } from './audit.ts';
import type { Ctx } from './context.ts';
import type { Tx } from './database.ts';
import { may, mayAnywhere, type Permission, type Subject } from './permission.ts';
import { plainWords } from './plain-words.ts';
import { openText, type PrivatePlace, sealText } from './private-text.ts';

export interface Step<I> {
  ctx: Ctx;
  tx: Tx;
  input: I;
  /** Refuses (as not found) unless the actor may do this to this record. Call it before any write. */
  allow(subject: Subject): void;
  audit(entry: AuditEntry): Promise<void>;
}

interface CommandSpec<S extends z.ZodType, T> {
  /** verb-noun, as in the file's name; the action in the audit log. */
  name: string;
  permission: Permission;
  input: S;
  /** The answer holds a secret, such as a link's: for a repeated call it is kept encrypted, never in clear. */
  sealsAnswer?: true;
  run(step: Step<z.output<S>>): Promise<T>;
}

export type Command<S extends z.ZodType, T> = ((ctx: Ctx, input: z.input<S>) => Promise<T>) & {
  readonly spec: { readonly name: string; readonly permission: Permission; readonly input: S };
};

/**
 * Makes a command: permission, parse, transaction, `run`, audit, commit. `run` must call `allow` and `audit`.
 * With `ctx.idempotencyKey` a repeated call gives the first call's answer and does nothing; the answer must
 * therefore be plain JSON. A refusal looks like "not found".
 */
export function command<S extends z.ZodType, T>(spec: CommandSpec<S, T>): Command<S, T> {
  const run = async (ctx: Ctx, raw: z.input<S>): Promise<T> => {
    if (!mayAnywhere(ctx.actor, spec.permission)) throw notFound();
    const parsed = spec.input.safeParse(raw, { error: plainWords });
    if (!parsed.success) throw invalid(messagesByField(parsed.error));
    return ctx.app.database.tenant(ctx.orgId, async (tx) => {
      const earlier = await claimKey(tx, ctx, spec.name);
      if (earlier) return answerOf<T>(ctx, earlier.kept);
      let isAllowed = false;
      let isAudited = false;
      const result = await spec.run({
        ctx,
        tx,
        input: parsed.data,
        allow(subject) {
          if (!may(ctx.actor, spec.permission, subject)) throw notFound();
          isAllowed = true;
        },
        async audit(entry) {
          isAudited = true;
          await appendAudit(tx, ctx, spec.name, entry);
        },
      });
      if (!isAllowed || !isAudited) {
        throw new AppError('internal', `${spec.name} must call allow and audit`);
      }
      await keepResult(tx, ctx, spec.sealsAnswer === true, result);
      return result;
    });
  };
  return Object.assign(run, { spec });
}

/** Refuses when the row changed since the form was loaded; `stored` is shown beside what was typed. */
export function checkVersion(stored: { version: number }, expected: number, what: string): void {
  if (stored.version !== expected) {
    throw conflict(`Somebody else changed this ${what} while you were editing it.`, stored);
  }
}

/** One message per field, from zod's issues; nested fields are joined by dots. */
export function messagesByField(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const name = issue.path.map(String).join('.') || 'form';
    fields[name] ??= issue.message;
  }
  return fields;
}

type Kept = { value: unknown } | { sealed: string } | null;

async function claimKey(tx: Tx, ctx: Ctx, name: string): Promise<{ kept: Kept } | null> {
  if (!ctx.idempotencyKey) return null;
  const claimed = await tx
    .insertInto('idempotency_key')
    .values({
      org_id: ctx.orgId,
      key: ctx.idempotencyKey,
      command: name,
      person_id: ctx.actor.personId,
    })
    .onConflict((clash) => clash.columns(['org_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed) return null;
  const row = await tx
    .selectFrom('idempotency_key')
    .select(['command', 'person_id', 'result'])
    .where('key', '=', ctx.idempotencyKey)
    .executeTakeFirstOrThrow();
  if (row.command !== name || row.person_id !== ctx.actor.personId) {
    throw conflict('This form was already used for something else. Reload the page and try again.');
  }
  return { kept: row.result as Kept };
}

function answerOf<T>(ctx: Ctx, kept: Kept): T {
  if (kept !== null && 'sealed' in kept) {
    return JSON.parse(openText(ctx, placeOf(ctx), kept.sealed)) as T;
  }
  return kept?.value as T;
}

async function keepResult(tx: Tx, ctx: Ctx, isSealed: boolean, result: unknown): Promise<void> {
  if (!ctx.idempotencyKey) return;
  const kept = isSealed
    ? { sealed: sealText(ctx, placeOf(ctx), JSON.stringify(result)) }
    : { value: result };
  await sql`update idempotency_key set result = ${JSON.stringify(kept)}::jsonb
    where org_id = ${ctx.orgId} and key = ${ctx.idempotencyKey}`.execute(tx);
}

function placeOf(ctx: Ctx): PrivatePlace {
  return ['idempotency_key', 'result', ctx.idempotencyKey ?? ''];
}
