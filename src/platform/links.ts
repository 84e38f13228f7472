import { addMinutes } from '../kernel/calendar.ts';
import { newId } from '../kernel/ids.ts';
import { linkPage, orgPaths } from '../kernel/paths.ts';
import type { Clock } from './clock.ts';
import type { Ctx } from './context.ts';
import type { Tx } from './database.ts';
import { hashSecret, isSecret, newSecret } from './secrets.ts';

export interface Link {
  readonly id: string;
  readonly purpose: string;
  readonly personId: string | null;
  readonly subjectId: string | null;
  readonly expiresAt: string;
}

interface LinkWish {
  /** What the link is good for and nothing else, in kebab case. */
  readonly purpose: string;
  /** Who acts when it is used. */
  readonly personId?: string | null | undefined;
  /** What it is about, such as an offer. */
  readonly subjectId?: string | null | undefined;
  readonly days: number;
}

/** The pages below `/l` by purpose. Letters name the page itself: a redirect costs seconds on a slow telephone. */
export const linkPages = {
  'confirm-session': 'session',
  'log-session': 'log-session',
  'answer-offer': 'offer',
  'answer-fit-check': 'fit',
  'answer-mentor-fit-check': 'mentor-fit',
  'give-feedback': 'feedback',
  'choose-mentor': 'shortlist',
  'self-score': 'diagnosis',
  'say-sharing': 'introducing',
  'mentor-page': 'mentor',
  'firm-page': 'my',
  'mentor-door': 'open',
  'firm-door': 'open',
} as const satisfies Readonly<Record<string, string>>;

export type OwnPage = 'mentor-page' | 'firm-page';

/** Which page of one's own the reader of a letter has; null for links that are no person's page. */
export function ownPageOf(purpose: string): OwnPage | null {
  if (pageOf(purpose) === null) return null;
  return /^(log-session|answer-offer|answer-mentor-fit-check|mentor-page|mentor-door)$/.test(
    purpose,
  )
    ? 'mentor-page'
    : 'firm-page';
}

/** Days that a link works on after each use; other links end on the day that their letter names. */
export const renewedDays: Readonly<Record<string, number>> = {
  'log-session': 180,
  'mentor-page': 90,
  'firm-page': 90,
};

function pageOf(purpose: string): string | null {
  return purpose in linkPages ? linkPages[purpose as keyof typeof linkPages] : null;
}

/** A link for a letter. The secret is known only to its holder: only its hash is kept. */
export async function makeLink(
  tx: Tx,
  ctx: Ctx,
  wish: LinkWish,
): Promise<{ id: string; secret: string; path: string; url: string }> {
  const id = newId();
  const secret = newSecret();
  const now = ctx.clock.now();
  await tx
    .insertInto('link')
    .values({
      org_id: ctx.orgId,
      id,
      secret_hash: hashSecret(secret),
      purpose: wish.purpose,
      person_id: wish.personId ?? null,
      subject_id: wish.subjectId ?? null,
      expires_at: addMinutes(now, wish.days * 24 * 60),
      created_at: now,
    })
    .execute();
  const { slug } = ctx.org;
  const page = pageOf(wish.purpose);
  const path = page === null ? orgPaths(slug).link(secret) : linkPage(slug, secret, page);
  return { id, secret, path, url: `${ctx.app.url}${path}` };
}

/** The link of a secret in the transaction's organisation, when it still holds; otherwise null. */
export async function findLink(
  tx: Tx,
  ctx: { readonly clock: Clock },
  secret: unknown,
  purpose?: string,
): Promise<Link | null> {
  if (!isSecret(secret)) return null;
  let query = tx
    .selectFrom('link as l')
    .select([
      'l.id',
      'l.purpose',
      'l.person_id as personId',
      'l.subject_id as subjectId',
      'l.expires_at as expiresAt',
    ])
    .where('l.secret_hash', '=', hashSecret(secret))
    .where('l.used_at', 'is', null)
    .where('l.revoked_at', 'is', null)
    .where('l.expires_at', '>', ctx.clock.now());
  if (purpose !== undefined) query = query.where('l.purpose', '=', purpose);
  return (await query.executeTakeFirst()) ?? null;
}

/**
 * Uses up a link that works once: true for one caller, false for everybody after or beside them. Links that
 * work many times are only looked up.
 */
export async function useLink(
  tx: Tx,
  ctx: { readonly clock: Clock },
  linkId: string,
): Promise<boolean> {
  const now = ctx.clock.now();
  const used = await tx
    .updateTable('link')
    .set({ used_at: now })
    .where('id', '=', linkId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst();
  return used !== undefined;
}

/** Ends every link of this sort that still works; gives how many. Needs at least one of the three. */
export async function revokeLinks(
  tx: Tx,
  ctx: { readonly clock: Clock },
  which: { id?: string; personId?: string; subjectId?: string; purpose?: string },
): Promise<number> {
  const { id, personId, subjectId, purpose } = which;
  if (id === undefined && personId === undefined && subjectId === undefined) {
    throw new Error('revokeLinks must be told whose links');
  }
  let update = tx
    .updateTable('link')
    .set({ revoked_at: ctx.clock.now() })
    .where('revoked_at', 'is', null)
    .where('used_at', 'is', null);
  if (id !== undefined) update = update.where('id', '=', id);
  if (personId !== undefined) update = update.where('person_id', '=', personId);
  if (subjectId !== undefined) update = update.where('subject_id', '=', subjectId);
  if (purpose !== undefined) update = update.where('purpose', '=', purpose);
  return Number((await update.executeTakeFirst()).numUpdatedRows);
}

/** Whose a link was, whatever has become of it: for sending another one to the same person. */
export async function ownerOfLink(
  tx: Tx,
  secret: unknown,
): Promise<{ id: string; purpose: string; personId: string | null } | null> {
  if (!isSecret(secret)) return null;
  const row = await tx
    .selectFrom('link')
    .select(['id', 'purpose', 'person_id as personId'])
    .where('secret_hash', '=', hashSecret(secret))
    .executeTakeFirst();
  return row ?? null;
}

/** Lets a link that was just used work on; others keep their day. */
export async function renewLink(
  tx: Tx,
  ctx: { readonly clock: Clock },
  link: Pick<Link, 'id' | 'purpose'>,
): Promise<void> {
  const days = renewedDays[link.purpose];
  if (days === undefined) return;
  const until = addMinutes(ctx.clock.now(), days * 24 * 60);
  await tx
    .updateTable('link')
    .set({ expires_at: until })
    .where('id', '=', link.id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '<', until)
    .execute();
}

/** Ends every link by which somebody acts without signing in; invitations go on. */
export async function revokePages(
  tx: Tx,
  ctx: { readonly clock: Clock },
  personId: string,
): Promise<number> {
  const done = await tx
    .updateTable('link')
    .set({ revoked_at: ctx.clock.now() })
    .where('person_id', '=', personId)
    .where('purpose', 'in', Object.keys(linkPages))
    .where('revoked_at', 'is', null)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/** How many links of a person open a page without signing in now. */
export async function livePages(
  tx: Tx,
  ctx: { readonly clock: Clock },
  personId: string,
): Promise<number> {
  const row = await tx
    .selectFrom('link')
    .select((by) => by.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('purpose', 'in', Object.keys(linkPages))
    .where('revoked_at', 'is', null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.clock.now())
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
