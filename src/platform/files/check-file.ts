import { fileTypeFromBuffer } from 'file-type';
import { plural, listWords } from '../../kernel/text.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type FileKind, fileKinds, kindOfName, kindRules } from './file-kind.ts';
import { archiveFault } from './zip-rules.ts';

export const maxFileBytes = 20 * 1024 * 1024;

export type FileFault = 'empty' | 'too-large' | 'kind-not-taken' | 'content-differs' | 'unsafe';

/**
 * Whether an upload may be kept: its size, the kind its name promises, that the content is of that kind, and
 * for documents that are archives what they claim to unpack to. The words say how to mend it.
 */
export async function checkFile(
  bytes: Uint8Array,
  name: string,
  accept: readonly FileKind[] = fileKinds,
): Promise<Result<FileKind, FileFault>> {
  if (bytes.length === 0) return fail('empty', 'This file is empty.');
  if (bytes.length > maxFileBytes) {
    const megabytes = plural(Math.ceil(bytes.length / 1024 / 1024), 'megabyte');
    return fail('too-large', `This file has ${megabytes}. The most is 20 megabytes.`);
  }
  const kind = kindOfName(name);
  if (kind === null || !accept.includes(kind)) {
    const taken = listWords(
      accept.map((one) => kindRules[one].words),
      'or',
    );
    return fail('kind-not-taken', `This kind of file cannot be kept here. Choose a ${taken}.`);
  }
  const rule = kindRules[kind];
  const isOfKind = rule.isText
    ? isPlainText(bytes)
    : (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime === rule.type;
  if (!isOfKind) {
    return fail(
      'content-differs',
      rule.isText
        ? 'This is not plain text in UTF-8. Save it again as UTF-8 text or "CSV UTF-8".'
        : `This is not a ${rule.words}, although its name says so. Save it again as one.`,
    );
  }
  const fault = rule.isZip ? archiveFault(bytes) : null;
  return fault === null ? ok(kind) : fail('unsafe', fault);
}

/** Readable text without control characters that is no web page, drawing or other mark-up. */
function isPlainText(bytes: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the answer, not a fault.
    return false;
  }
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) return false;
  }
  return !/^\s*<(?:!|\?|[a-z])/i.test(text) && !/<(?:script|svg|html|iframe)[\s>]/i.test(text);
}
