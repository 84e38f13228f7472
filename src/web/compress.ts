import { gzip, gzipSync } from 'node:zlib';
import { promisify } from 'node:util';

const gzipped = promisify(gzip);
const textual = /^(text\/|application\/(json|javascript|xml|.*\+json))/;
const level = 3;

/** What takes about a millisecond; handing less to another thread costs more than doing it. */
const mostAtOnce = 256 * 1024;

/**
 * Gzip for text answers, in one go. Pages hold no secret beside what a stranger could make them repeat, so
 * lengths give nothing away.
 */
export async function compress(request: Request, response: Response): Promise<Response> {
  const type = response.headers.get('Content-Type') ?? '';
  if (!acceptsGzip(request) || !textual.test(type) || response.body === null) return response;
  if (response.headers.has('Content-Encoding')) return response;
  const headers = new Headers(response.headers);
  const bytes = await gzippedBytes(Buffer.from(await response.arrayBuffer()));
  tellGzip(headers, bytes);
  return new Response(new Uint8Array(bytes), { status: response.status, headers });
}

/** An answer made of one text, compressed before it becomes a stream. */
export async function textResponse(
  request: Request,
  text: string,
  { status, headers }: { status: number; headers: Headers },
): Promise<Response> {
  if (!acceptsGzip(request)) return new Response(text, { status, headers });
  const bytes = await gzippedBytes(Buffer.from(text));
  tellGzip(headers, bytes);
  return new Response(new Uint8Array(bytes), { status, headers });
}

function acceptsGzip(request: Request): boolean {
  if (request.method === 'HEAD') return false;
  return /\bgzip\b/.test(request.headers.get('Accept-Encoding') ?? '');
}

async function gzippedBytes(bytes: Buffer): Promise<Buffer> {
  return bytes.byteLength > mostAtOnce ? gzipped(bytes, { level }) : gzipSync(bytes, { level });
}

function tellGzip(headers: Headers, bytes: Buffer): void {
  headers.set('Content-Encoding', 'gzip');
  headers.append('Vary', 'Accept-Encoding');
  headers.set('Content-Length', String(bytes.byteLength));
}
