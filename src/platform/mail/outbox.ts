import { addMinutes } from '../../kernel/calendar.ts';
import { newId } from '../../kernel/ids.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../database.ts';
import { isMailAddress } from '../../kernel/contact-details.ts';
import { cutText } from '../../kernel/text.ts';
import { type Actor, staffRoles } from '../permission.ts';
import { oneLine } from './address.ts';
import { afterQuietHours } from './quiet-hours.ts';

export interface OutgoingMail {
  readonly to: {
    /** Somebody of the organisation: their quiet hours are kept. */
    readonly personId?: string | null | undefined;
    readonly address: string;
    readonly name: string;
  };
  /** What sort of letter, in kebab case; for lists and tests. */
  readonly kind: string;
  readonly subject: string;
  /** Plain text; addresses in it become links. */
  readonly body: string;
  readonly calendar?: { readonly text: string; readonly method: 'REQUEST' | 'CANCEL' } | undefined;
  readonly about?: readonly [kind: string, id: string] | undefined;
  /** Whom an answer reaches, and whom to ring: the adviser. Without it a person who writes is meant. */
  readonly answersTo?: string | null | undefined;
  /** Somebody waits for it: an invitation they asked for, a change of today's meeting. */
  readonly urgent?: boolean | undefined;
  /** Not before this instant. */
  readonly notBefore?: string | undefined;
  /** Pointless afterwards, such as a reminder after the meeting; four days unless told. */
  readonly giveUpAt?: string | undefined;
}

const noAddress = 'What is on record for this person is not an email address.';
const fourDays = 4 * 24 * 60;

export const deliverMail = 'deliver-mail';

/**
 * Puts a letter into the outbox in the caller's transaction: it leaves when that commits, after the
 * recipient's quiet hours unless it is urgent. Gives the letter's id. One that cannot leave, because what is on record
 * is no address, is kept as failed and seen with the refused ones: work is not stopped by it.
 */
export async function queueMail(tx: Tx, ctx: Ctx, mail: OutgoingMail): Promise<string> {
  const address = cutText(mail.to.address.trim(), 320);
  const canLeave = isMailAddress(address);
  const now = ctx.clock.now();
  const wanted = mail.notBefore !== undefined && mail.notBefore > now ? mail.notBefore : now;
  const notBefore = mail.urgent ? wanted : await heldUntil(tx, ctx, mail.to.personId, wanted);
  const id = newId();
  const { actor } = ctx;
  const writer = actor.kind === 'person' && isStaff(actor) ? actor.personId : null;
  const answersTo = await answersReach(tx, mail.answersTo ?? writer, mail.to.personId);
  const foot = [
    mail.kind === 'invitation' ? '' : await ctx.app.letterEnd(tx, ctx, mail),
    answersTo === null ? '' : footOf(answersTo),
  ].join('');
  await tx
    .insertInto('mail')
    .values({
      org_id: ctx.orgId,
      id,
      person_id: mail.to.personId ?? null,
      to_address: address,
      to_name: oneLine(mail.to.name, 200),
      kind: mail.kind,
      subject: oneLine(mail.subject),
      body: `${mail.body}${foot}`.replace(/\r\n?|\u2028|\u2029/g, '\n'),
      answers_to: answersTo?.id ?? null,
      calendar: mail.calendar?.text ?? null,
      calendar_method: mail.calendar?.method ?? null,
      about_kind: mail.about?.[0] ?? null,
      about_id: mail.about?.[1] ?? null,
      urgent: mail.urgent ?? false,
      not_before: notBefore,
      give_up_at: mail.giveUpAt ?? addMinutes(notBefore, fourDays),
      created_at: now,
      ...(canLeave ? {} : { state: 'failed', last_error: noAddress }),
    })
    .execute();
  if (!canLeave) return id;
  await ctx.app.jobs.send(
    tx,
    deliverMail,
    { orgId: ctx.orgId, mailId: id },
    { startAfter: notBefore, singletonKey: id },
  );
  return id;
}

/** Takes back letters about a thing that have not left; gives how many. */
export async function cancelMail(tx: Tx, aboutId: string, kind?: string): Promise<number> {
  let update = tx
    .updateTable('mail')
    .set({ state: 'cancelled' })
    .where('about_id', '=', aboutId)
    .where('state', '=', 'queued');
  if (kind !== undefined) update = update.where('kind', '=', kind);
  const done = await update.executeTakeFirst();
  return Number(done.numUpdatedRows);
}

interface Reached {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
}

function isStaff(actor: Actor): boolean {
  return actor.grants.some(({ role }) => staffRoles.has(role));
}

/** Whoever is to be asked, when they can be reached and are not the reader. */
async function answersReach(
  tx: Tx,
  personId: string | null,
  readerId: string | null | undefined,
): Promise<Reached | null> {
  if (personId === null || personId === readerId) return null;
  const person = await tx
    .selectFrom('person as p')
    .select(['p.id', 'p.name', 'p.email', 'p.phone'])
    .where('p.id', '=', personId)
    .where('p.removed_at', 'is', null)
    .executeTakeFirst();
  return person && (person.email !== null || person.phone !== null) ? person : null;
}

/** The last line of a letter: whom to ring, and whom an answer reaches. */
function footOf({ name, email, phone }: Reached): string {
  const ring = phone === null ? '' : `ring ${name}, ${phone}`;
  const write =
    email === null
      ? ''
      : phone === null
        ? `answer this letter: it reaches ${name}`
        : 'answer this letter';
  const ways = [ring, write].filter((way) => way !== '').join(', or ');
  return `\n\nQuestions? ${ways.charAt(0).toUpperCase()}${ways.slice(1)}.`;
}

async function heldUntil(
  tx: Tx,
  ctx: Ctx,
  personId: string | null | undefined,
  wanted: string,
): Promise<string> {
  if (personId == null) return wanted;
  const person = await tx
    .selectFrom('person as p')
    .select(['p.quiet_from', 'p.quiet_to'])
    .where('p.id', '=', personId)
    .executeTakeFirst();
  if (!person) return wanted;
  return afterQuietHours(wanted, { from: person.quiet_from, to: person.quiet_to }, ctx.org.zone);
}
