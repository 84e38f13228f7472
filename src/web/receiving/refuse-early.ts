import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { App } from '../../platform/context.ts';

/** Why a request goes no further, in words for whoever sent it. */
export interface EarlyRefusal {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

const methods = ['GET', 'HEAD', 'POST'];
const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** Looks at the first lines of a request only; nothing is read, parsed or asked of the database for it. */
export function refuseEarly(asked: Asked, app: Pick<App, 'url' | 'proxies'>): EarlyRefusal | null {
  const { method = '', url = '' } = asked;
  if (!methods.includes(method)) {
    return {
      status: 405,
      message: 'Pages can be read, and forms can be sent; nothing else is done here.',
      headers: { Allow: methods.join(', ') },
    };
  }
  // PostgreSQL takes no NUL in a text, and nobody can type one.
  if (!url.startsWith('/') || /%00|\0/.test(url)) {
    return { status: 400, message: 'This address holds a sign that no address of ours has.' };
  }
  if (!isOurHost(asked, app)) {
    return {
      status: 421,
      message: `Espalier answers at ${app.url}. Whoever runs it can name another address with ESPALIER_URL, and a proxy that changes the Host header with ESPALIER_PROXIES.`,
    };
  }
  // What another program of the same page could ask for as data; our pages are documents.
  if (/\.data(?:\?|$)/.test(url)) {
    return { status: 404, message: 'This page does not exist, or you cannot see it.' };
  }
  return method === 'POST' ? refusePost(asked, app) : null;
}

function refusePost({ headers, url = '' }: Asked, app: Pick<App, 'url'>): EarlyRefusal | null {
  // ASVS 5.0, 3.5.1: what changes something must come from our own pages; GET never changes anything.
  if (!isFromOurPages(headers, new URL(app.url).origin)) {
    return { status: 403, message: 'This request came from another site and was refused.' };
  }
  // A length that is not told cannot be bounded before it is read; browsers always tell it.
  if (headers['transfer-encoding'] !== undefined || headers['content-length'] === undefined) {
    return { status: 411, message: 'The length of what is sent must be told first.' };
  }
  if (headers['content-encoding'] !== undefined) {
    return { status: 415, message: 'A form is sent as it is, not compressed.' };
  }
  const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const isTaken = isForPasskeys(url)
    ? type.trim() === 'application/json'
    : formTypes.includes(type.trim());
  if (isTaken || Number(headers['content-length']) === 0) return null;
  return { status: 415, message: 'Only forms are taken here, sent as a browser sends them.' };
}

/** Of the account library only what passkeys need can be reached. */
export function isForPasskeys(url: string): boolean {
  return url.startsWith('/auth/passkey/');
}

/**
 * A name that is not ours may be a stranger's page that had its name point here (DNS rebinding). A bare
 * address cannot be, and a proxy that is believed may write what it likes.
 */
function isOurHost({ headers, socket }: Asked, app: Pick<App, 'url' | 'proxies'>): boolean {
  const { host } = headers;
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  const asked = new URL(`http://${host}`);
  const own = new URL(app.url);
  const name = asked.hostname.replace(/^\[|\]$/g, '');
  if (name === own.hostname || name === 'localhost' || isIP(name) !== 0) return true;
  return app.proxies.isProxy(socket.remoteAddress ?? '');
}

function isFromOurPages(headers: Asked['headers'], origin: string): boolean {
  const { origin: from, host } = headers;
  const site = headers['sec-fetch-site'];
  const isOurs =
    from === undefined ||
    from === origin ||
    (from !== 'null' && URL.canParse(from) && new URL(from).host === host);
  return isOurs && (site === undefined || site === 'same-origin' || site === 'none');
}
