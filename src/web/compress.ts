import { constants, createGzip, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { Readable } from 'node:stream';

const gzipped = promisify(gzip);
const textual = /^(text\/|application\/(json|javascript|xml|.*\+json))/;

/**
 * Gzip for text answers. A known length is compressed in one go off the main thread; a stream in pieces.
 * Pages hold no secret beside what a stranger could make them repeat, so lengths give nothing away.
 */
export async function compress(request: Request, response: Response): Promise<Response> {
  const type = response.headers.get('Content-Type') ?? '';
  const accepts = /\bgzip\b/.test(request.headers.get('Accept-Encoding') ?? '');
  if (!accepts || !textual.test(type) || response.body === null || request.method === 'HEAD') {
    return response;
  }
  if (response.headers.has('Content-Encoding')) return response;
  const headers = new Headers(response.headers);
  headers.set('Content-Encoding', 'gzip');
  headers.append('Vary', 'Accept-Encoding');
  headers.delete('Content-Length');
  const level = { level: 3 };
  if (response.headers.get('X-Stream') !== 'yes') {
    const bytes = await gzipped(Buffer.from(await response.arrayBuffer()), level);
    headers.set('Content-Length', String(bytes.byteLength));
    return new Response(new Uint8Array(bytes), { status: response.status, headers });
  }
  const stream = Readable.fromWeb(response.body as never).pipe(
    createGzip({ ...level, flush: constants.Z_SYNC_FLUSH }),
  );
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    status: response.status,
    headers,
  });
}
