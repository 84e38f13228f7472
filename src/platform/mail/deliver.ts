import { sql } from 'kysely';
import { addMinutes } from '../../kernel/calendar.ts';
import type { App } from '../context.ts';
import { inEveryOrganisation } from '../every-organisation.ts';
import { deliverMail } from './outbox.ts';
import { cutText, storableText } from '../../kernel/text.ts';

interface Claimed {
  id: string;
  to_address: string;
  to_name: string;
  subject: string;
  body: string;
  calendar: string | null;
  calendar_method: 'REQUEST' | 'CANCEL' | null;
  attempts: number;
  give_up_at: string;
  organisation: string;
  is_demonstration: boolean;
  reply_address: string | null;
  reply_name: string | null;
}

// A sender that died leaves its letter to another after this many minutes.
const leaseMinutes = 10;

/**
 * Sends one letter that is due and not sent. A refusal for good makes it failed; anything else is tried again
 * with growing pauses until it gives up. Killed between the server's "accepted" and ours, it is sent twice
 * under one Message-ID: a letter lost would be worse.
 */
export async function sendDueMail(app: App, orgId: string, mailId: string): Promise<void> {
  const mail = await claim(app, orgId, mailId);
  if (!mail) return;
  const { now } = app.clock;
  // A demonstration's people are invented: nothing may leave.
  if (!app.post.leaves || mail.is_demonstration) {
    return finish(app, orgId, mailId, { state: 'kept' });
  }
  if (now() > mail.give_up_at) {
    return finish(app, orgId, mailId, { state: 'failed', error: 'It could not be sent in time.' });
  }
  try {
    await app.post.deliver({
      id: mail.id,
      address: mail.to_address,
      name: mail.to_name,
      fromName: mail.organisation,
      replyTo:
        mail.reply_address !== null
          ? { address: mail.reply_address, name: mail.reply_name ?? '' }
          : null,
      subject: mail.subject,
      body: mail.body,
      calendar:
        mail.calendar !== null && mail.calendar_method !== null
          ? { text: mail.calendar, method: mail.calendar_method }
          : null,
    });
  } catch (error) {
    const words = reasonOf(error);
    if (isForGood(error)) return finish(app, orgId, mailId, { state: 'failed', error: words });
    return retryLater(app, orgId, mail, words);
  }
  await finish(app, orgId, mailId, { state: 'sent' });
}

/** Minutes until the n-th repetition: 1, 2, 4 … 60. */
export function pauseBefore(attempt: number): number {
  return Math.min(60, 2 ** Math.max(0, attempt - 1));
}

/** Adds jobs for letters whose job was lost or whose sender died. */
export async function sweepMail(app: App): Promise<void> {
  await inEveryOrganisation(app, 'sweep-mail', ({ ctx: { orgId } }) =>
    app.database.tenant(orgId, async (tx) => {
      const due = await tx
        .selectFrom('mail as m')
        .select('m.id')
        .where('m.state', 'in', ['queued', 'sending'])
        .where('m.not_before', '<=', app.clock.now())
        .orderBy('m.not_before')
        .limit(500)
        .execute();
      for (const { id } of due) {
        await app.jobs.send(tx, deliverMail, { orgId, mailId: id }, { singletonKey: id });
      }
    }),
  );
}

function claim(app: App, orgId: string, mailId: string): Promise<Claimed | undefined> {
  const now = app.clock.now();
  return app.database.tenant(orgId, async (tx) => {
    const found = await sql<Claimed>`
      update mail m
      set state = 'sending', attempts = m.attempts + 1, not_before = ${addMinutes(now, leaseMinutes)}
      from organisation o
      where o.org_id = m.org_id and m.id = ${mailId} and m.not_before <= ${now}
        and m.state in ('queued', 'sending')
      returning m.id, m.to_address, m.to_name, m.subject, m.body, m.calendar, m.calendar_method,
        m.attempts, m.give_up_at, o.name as organisation, o.is_demonstration,
        (select p.email from person p where p.org_id = m.org_id and p.id = m.answers_to
          and p.removed_at is null) as reply_address,
        (select p.name from person p where p.org_id = m.org_id and p.id = m.answers_to) as reply_name`.execute(
      tx,
    );
    return found.rows[0];
  });
}

async function finish(
  app: App,
  orgId: string,
  mailId: string,
  end: { state: 'sent' | 'kept' | 'failed'; error?: string },
): Promise<void> {
  const now = app.clock.now();
  await app.database.tenant(orgId, async (tx) => {
    await tx
      .updateTable('mail')
      .set({
        state: end.state,
        sent_at: end.state === 'sent' ? now : null,
        last_error: end.error ?? null,
        not_before: now,
      })
      .where('id', '=', mailId)
      .where('state', '=', 'sending')
      .execute();
  });
  if (end.state === 'failed') app.log.warn({ mailId, orgId }, 'a letter could not be sent');
}

async function retryLater(app: App, orgId: string, mail: Claimed, error: string): Promise<void> {
  const at = addMinutes(app.clock.now(), pauseBefore(mail.attempts));
  await app.database.tenant(orgId, async (tx) => {
    await tx
      .updateTable('mail')
      .set({ state: 'queued', not_before: at, last_error: error })
      .where('id', '=', mail.id)
      .execute();
    const options = { startAfter: at, singletonKey: mail.id };
    await app.jobs.send(tx, deliverMail, { orgId, mailId: mail.id }, options);
  });
}

/** Permanent answers of a mail server are 5xx (RFC 5321, 4.2.1); 530–535 are our own sign-in, which can be mended. */
function isForGood(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  const isAboutLetter = command === 'RCPT TO' || command === 'DATA';
  return isAboutLetter && responseCode !== undefined && responseCode >= 550 && responseCode < 560;
}

function reasonOf(error: unknown): string {
  const { response, message } = error as { response?: string; message?: string };
  return cutText(storableText(response ?? message ?? 'unknown').replace(/\s+/g, ' '), 500);
}
