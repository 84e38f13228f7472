import { sql } from 'kysely';
import type { z } from 'zod';
import { AppError, conflict, invalid, notFound, shown } from '../kernel/errors.ts';
import { appendAudit, type AuditEntry } from './audit.ts';
import type { Ctx } from './context.ts';
import type { Tx } from './database.ts';
import { hashInput } from './input-hash.ts';
import { may, mayAnywhere, type Permission, type Subject } from './permission.ts';
import { plainWords } from './plain-words.ts';
import { openText, type PrivatePlace, sealText } from './private-text.ts';

export interface Step<I, P> {
  ctx: Ctx;
  tx: Tx;
  input: I;
  /** What `prepare` gave. */
  prepared: P;
  /** Refuses (as not found) unless the actor may do this to this record. Call it before any write. */
  allow(subject: Subject): void;
  audit(entry: AuditEntry): Promise<void>;
}

interface CommandSpec<S extends z.ZodType, T, P> {
  /** verb-noun, as in the file's name; the action in the audit log. */
  name: string;
  permission: Permission;
  input: S;
  /** The answer holds a secret, such as a link's: for a repeated call it is kept encrypted, never in clear. */
  sealsAnswer?: true;
  /** Long work before the transaction, such as reading a file: it writes nothing and holds no connection. */
  prepare?(step: { ctx: Ctx; input: z.output<S> }): Promise<P>;
  run(step: Step<z.output<S>, P>): Promise<T>;
}

export type Command<S extends z.ZodType, T> = ((ctx: Ctx, input: z.input<S>) => Promise<T>) & {
  readonly spec: { readonly name: string; readonly permission: Permission; readonly input: S };
};

/**
 * Makes a command: permission, parse, prepare, transaction, `run`, audit, commit. `run` must call `allow` and `audit`.
 * With `ctx.idempotencyKey` a repeated call with the same input gives the first call's answer and does nothing; the
 * answer must therefore be plain JSON. With other input it is refused. A refusal looks like "not found".
 */
export function command<S extends z.ZodType, T, P = undefined>(
  spec: CommandSpec<S, T, P>,
): Command<S, T> {
  const run = async (ctx: Ctx, raw: z.input<S>): Promise<T> => {
    if (!mayAnywhere(ctx.actor, spec.permission)) throw notFound();
    const parsed = spec.input.safeParse(raw, { error: plainWords });
    if (!parsed.success) throw invalid(messagesByField(parsed.error));
    const prepared = (await spec.prepare?.({ ctx, input: parsed.data })) as P;
    return inTransaction(ctx, async (tx) => {
      const earlier = await claimKey(tx, ctx, spec.name, parsed.data);
      if (earlier) return answerOf<T>(ctx, earlier.kept);
      let isAllowed = false;
      let isAudited = false;
      const result = await spec.run({
        ctx,
        tx,
        input: parsed.data,
        prepared,
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

class LeftNothing<T> extends Error {
  readonly result: T;

  constructor(result: T) {
    super('rolled back on purpose');
    this.result = result;
  }
}

const deadlockDetected = '40P01';
const uniqueViolation = '23505';
const mostAttempts = 8;

/**
 * One transaction. Two people whose commands wait for each other's rows are parted by PostgreSQL, which undoes one of
 * them whole; that one is begun anew, so that nobody is told of an error because a colleague was at work. So is the
 * second of two who write the same thing in one moment: it then finds what the first wrote, and says what it says to
 * whoever comes later.
 */
async function inTransaction<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>, attempt = 1): Promise<T> {
  try {
    return await once(ctx, work);
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code !== deadlockDetected && code !== uniqueViolation) throw error;
    if (attempt < mostAttempts) return inTransaction(ctx, work, attempt + 1);
    if (code === deadlockDetected) throw error;
    const words = 'This is on record already: somebody saved it a moment before you.';
    throw new AppError('conflict', words, { cause: error });
  }
}

/** Rolled back at its end where nothing is to be left. */
async function once<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!ctx.leavesNothing) return ctx.app.database.tenant(ctx.orgId, work);
  const tried = ctx.app.database.tenant(ctx.orgId, async (tx): Promise<never> => {
    throw new LeftNothing(await work(tx));
  });
  return tried.catch((error: unknown) => {
    if (error instanceof LeftNothing) return (error as LeftNothing<T>).result;
    throw error;
  });
}

/**
 * Refuses when the row changed since the form was loaded; of what is stored now, the version and the named fields
 * are shown beside what was typed. Name what whoever may run the command may read, and nothing else.
 */
export function checkVersion<R extends { version: number }>(
  stored: R,
  expected: number,
  what: string,
  ...fields: readonly (keyof R & string)[]
): void {
  if (stored.version === expected) return;
  throw conflict(
    `Somebody else changed this ${what} while you were editing it.`,
    shown(stored, 'version', ...fields),
  );
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

/** Whether the actor has sent a form with this key before; what it does then is only its first answer again. */
export async function isKnownKey(ctx: Ctx, key: string): Promise<boolean> {
  const { personId } = ctx.actor;
  const row = await ctx.app.database.read(ctx.orgId, (tx) =>
    tx
      .selectFrom('idempotency_key')
      .select('key')
      .where('key', '=', key)
      .where('person_id', personId === null ? 'is' : '=', personId)
      .executeTakeFirst(),
  );
  return row !== undefined;
}

async function claimKey(
  tx: Tx,
  ctx: Ctx,
  name: string,
  input: unknown,
): Promise<{ kept: Kept } | null> {
  if (!ctx.idempotencyKey) return null;
  const hash = hashInput(ctx, input);
  const claimed = await tx
    .insertInto('idempotency_key')
    .values({
      org_id: ctx.orgId,
      key: ctx.idempotencyKey,
      command: name,
      person_id: ctx.actor.personId,
      input_hash: hash,
    })
    .onConflict((clash) => clash.columns(['org_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed) return null;
  const row = await tx
    .selectFrom('idempotency_key')
    .select(['command', 'person_id', 'input_hash', 'result'])
    .where('key', '=', ctx.idempotencyKey)
    .executeTakeFirstOrThrow();
  if (row.command !== name || row.person_id !== ctx.actor.personId) {
    throw conflict('This form was already used for something else. Reload the page and try again.');
  }
  if (row.input_hash !== null && row.input_hash !== hash) {
    throw conflict(
      'You sent this form already with other words, and those were saved. What you typed now is still here: look at what was saved, and send this once more only if it is wanted as well.',
    );
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
