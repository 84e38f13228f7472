export const fileKinds = [
  'pdf',
  'png',
  'jpeg',
  'webp',
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'csv',
  'txt',
] as const;

export type FileKind = (typeof fileKinds)[number];

interface KindRule {
  /** The type the content must show, and the one it is served with. */
  readonly type: string;
  readonly extensions: readonly string[];
  readonly words: string;
  /** An archive of parts, checked before anything opens it. */
  readonly isZip?: true;
  readonly isText?: true;
}

const office = 'application/vnd.openxmlformats-officedocument';

export const kindRules: Record<FileKind, KindRule> = {
  pdf: { type: 'application/pdf', extensions: ['pdf'], words: 'PDF' },
  png: { type: 'image/png', extensions: ['png'], words: 'PNG picture' },
  jpeg: { type: 'image/jpeg', extensions: ['jpg', 'jpeg'], words: 'JPEG picture' },
  webp: { type: 'image/webp', extensions: ['webp'], words: 'WebP picture' },
  docx: {
    type: `${office}.wordprocessingml.document`,
    extensions: ['docx'],
    words: 'Word document (.docx)',
    isZip: true,
  },
  xlsx: {
    type: `${office}.spreadsheetml.sheet`,
    extensions: ['xlsx'],
    words: 'Excel workbook (.xlsx)',
    isZip: true,
  },
  pptx: {
    type: `${office}.presentationml.presentation`,
    extensions: ['pptx'],
    words: 'PowerPoint presentation (.pptx)',
    isZip: true,
  },
  odt: {
    type: 'application/vnd.oasis.opendocument.text',
    extensions: ['odt'],
    words: 'OpenDocument text',
    isZip: true,
  },
  ods: {
    type: 'application/vnd.oasis.opendocument.spreadsheet',
    extensions: ['ods'],
    words: 'OpenDocument spreadsheet',
    isZip: true,
  },
  csv: { type: 'text/csv', extensions: ['csv'], words: 'CSV file', isText: true },
  txt: { type: 'text/plain', extensions: ['txt'], words: 'text file', isText: true },
};

/** The kind a file's name promises, or null. */
export function kindOfName(name: string): FileKind | null {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined) return null;
  return fileKinds.find((kind) => kindRules[kind].extensions.includes(extension)) ?? null;
}

/** For the `accept` attribute of a file field. */
export function acceptAttribute(kinds: readonly FileKind[] = fileKinds): string {
  return kinds.flatMap((kind) => kindRules[kind].extensions.map((one) => `.${one}`)).join(',');
}
