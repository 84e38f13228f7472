import type { StoredFile } from './store-file.ts';

/**
 * The answer that hands out a file: always a download, never a page of ours. A PDF that is also a web page,
 * or any other double-faced file, can run nothing.
 */
export function fileResponse(
  file: Pick<StoredFile, 'name' | 'type'> & { bytes: Uint8Array },
): Response {
  const isText = file.type.startsWith('text/');
  return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': isText ? `${file.type}; charset=utf-8` : file.type,
      'Content-Length': String(file.bytes.length),
      'Content-Disposition': contentDisposition(file.name),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, no-store',
    },
  });
}

/** `attachment` with the name for old and new browsers (RFC 6266, RFC 8187). */
export function contentDisposition(name: string): string {
  const ascii = name.replace(/[^A-Za-z0-9 ._-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
