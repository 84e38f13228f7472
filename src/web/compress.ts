import { gzip } from 'node:zlib';
import { promisify } from 'node:util';

const gzipped = promisify(gzip);
const textual = /^(text\/|application\/(json|javascript|xml|.*\+json))/;

/**
 * Gzip for text answers, in one go off the main thread. Pages hold no secret beside what a stranger could
 * make them repeat, so lengths give nothing away.
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
  const bytes = await gzipped(Buffer.from(await response.arrayBuffer()), { level: 3 });
  headers.set('Content-Length', String(bytes.byteLength));
  return new Response(new Uint8Array(bytes), { status: response.status, headers });
}
