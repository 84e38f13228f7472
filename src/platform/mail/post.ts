import { randomUUID } from 'node:crypto';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Logger } from 'pino';
import { letterHtml } from './letter-html.ts';
import { isMailAddress } from '../../kernel/contact-details.ts';
import { checkedAddress, oneLine } from './address.ts';

export interface Letter {
  /** Stable per letter, so that a repeated sending is recognised as one. */
  readonly id: string;
  readonly address: string;
  readonly name: string;
  readonly fromName: string;
  readonly subject: string;
  /** Plain text; the HTML part is made from it. */
  readonly body: string;
  readonly calendar?: { readonly text: string; readonly method: 'REQUEST' | 'CANCEL' } | null;
  /** Whom an answer reaches; without it the sender's own mailbox. */
  readonly replyTo?: { readonly address: string; readonly name: string } | null;
}

export interface UrgentMail {
  readonly address: string;
  readonly subject: string;
  readonly body: string;
}

/** A letter about an account that cannot leave, kept for the mailbox page. */
export interface KeptLetter extends UrgentMail {
  readonly id: string;
}

export interface Post {
  /** False: there is no mail server, and letters are only shown on the mailbox page. */
  readonly leaves: boolean;
  /** Hands a letter to the mail server; throws when it is not accepted. */
  deliver(letter: Letter): Promise<void>;
  /** Without a mail server, keeps a letter about an account, which belongs to no organisation. */
  keep(mail: UrgentMail): void;
  /** Letters about accounts since the start, newest first; at most 50, and only without a mail server. */
  kept(): readonly KeptLetter[];
  close(): void;
}

interface PostSettings {
  /** `smtp(s)://user:password@host:port`, with `?from=address` when the sender is not the user,
   * and `tls=off` for a server in one's own network that knows no encryption. */
  readonly smtpUrl: string | null;
  readonly url: string;
  readonly log: Logger;
}

const keepAtMost = 50;

/** The way out for letters: an SMTP server with pooled connections, or the mailbox page. */
export function createPost(settings: PostSettings): Post {
  const { smtpUrl } = settings;
  const host = new URL(settings.url).hostname;
  const ring: KeptLetter[] = [];
  if (smtpUrl === null) {
    return {
      leaves: false,
      deliver: () => Promise.resolve(),
      keep(mail) {
        ring.unshift({ ...mail, id: randomUUID() });
        ring.length = Math.min(ring.length, keepAtMost);
      },
      kept: () => ring,
      close: () => undefined,
    };
  }
  const transport = createTransport({ ...connectionOf(smtpUrl), pool: true, maxConnections: 3 });
  const sender = { from: senderOf(smtpUrl, host), host, home: settings.url };
  const send = (letter: Letter) => transport.sendMail(messageOf(letter, sender));
  return {
    leaves: true,
    keep: () => undefined,
    async deliver(letter) {
      await send(letter);
    },
    kept: () => [],
    close: () => transport.close(),
  };
}

interface Sender {
  from: string;
  host: string;
  /** The installation's address: links below it are ours. */
  home: string;
}

function messageOf(letter: Letter, sender: Sender): SendMailOptions {
  const { calendar, replyTo } = letter;
  const { from, host } = sender;
  return {
    messageId: `<${letter.id}@${host}>`,
    from: { name: oneLine(letter.fromName), address: from },
    to: { name: oneLine(letter.name), address: checkedAddress(letter.address) },
    // An address that staff mistyped must not keep the letter from leaving.
    ...(replyTo && isMailAddress(replyTo.address)
      ? { replyTo: { name: oneLine(replyTo.name), address: replyTo.address } }
      : {}),
    subject: oneLine(letter.subject),
    text: letter.body,
    html: letterHtml(oneLine(letter.subject), letter.body, sender.home),
    // Out-of-office answers to automatic letters help nobody (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(calendar
      ? {
          icalEvent: {
            method: calendar.method,
            filename: calendar.method === 'CANCEL' ? 'cancelled.ics' : 'invitation.ics',
            content: calendar.text,
          },
        }
      : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function connectionOf(smtpUrl: string) {
  const url = new URL(smtpUrl);
  const isSecure = url.protocol === 'smtps:';
  return {
    host: url.hostname,
    port: Number(url.port) || (isSecure ? 465 : 587),
    secure: isSecure,
    // Somebody between us and the server could otherwise strip the encryption away.
    requireTLS: !isSecure && !isLocal(url.hostname) && url.searchParams.get('tls') !== 'off',
    ...(url.username === ''
      ? {}
      : {
          auth: {
            user: decodeURIComponent(url.username),
            pass: decodeURIComponent(url.password),
          },
        }),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  };
}

/** A server on this machine needs no encryption. */
function isLocal(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

/** The address letters come from: `?from=`, else the user when it is an address, else espalier@ the host. */
function senderOf(smtpUrl: string, host: string): string {
  const url = new URL(smtpUrl);
  const user = decodeURIComponent(url.username);
  return url.searchParams.get('from') ?? (user.includes('@') ? user : `espalier@${host}`);
}
