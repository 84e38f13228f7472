import { attribute, localName, type Tag, xmlMarkup } from './xml-markup.ts';
import type { ZipParts } from './zip-part.ts';

export interface XlsxSheet {
  name: string;
  /** Name of its part in the archive. */
  part: string;
}

/** What a workbook's package tells before a cell is read. */
export interface XlsxPackage {
  /** Visible sheets that hold cells, in order: a chart, a dialogue or a macro on a tab is none. */
  sheets: XlsxSheet[];
  is1904: boolean;
  stringsPart: string | null;
  stylesPart: string | null;
}

interface Relation {
  id: string;
  /** Last word of its type: `worksheet`, `chartsheet`, `styles`. The rest differs between editions. */
  type: string;
  target: string;
}

/** Finds the workbook of an XLSX archive and its parts; null when there is none. */
export function xlsxPackage(parts: ZipParts): XlsxPackage | null {
  const root = relationsOf(parts, '').find(({ type }) => type === 'officeDocument');
  const workbook = root?.target ?? 'xl/workbook.xml';
  const chunks = parts.chunks(workbook);
  if (chunks === null) return null;
  const relations = relationsOf(parts, workbook);
  const partOf = (type: string) => relations.find((one) => one.type === type)?.target ?? null;
  const found: XlsxPackage = {
    sheets: [],
    is1904: false,
    stringsPart: partOf('sharedStrings'),
    stylesPart: partOf('styles'),
  };
  for (const tag of tagsOf(chunks)) {
    if (!tag.isOpen) continue;
    const name = localName(tag.name);
    if (name === 'workbookPr')
      found.is1904 = /^(1|true)$/.test(attribute(tag.attributes, 'date1904') ?? '');
    if (name !== 'sheet') continue;
    const id = relationId(tag.attributes);
    const relation = relations.find((one) => one.id === id);
    const isVisible = (attribute(tag.attributes, 'state') ?? 'visible') === 'visible';
    if (relation?.type !== 'worksheet' || !isVisible || !parts.has(relation.target)) continue;
    found.sheets.push({ name: attribute(tag.attributes, 'name') ?? '', part: relation.target });
  }
  return found;
}

/** `r:id`; the prefix is the writer's choice. */
function relationId(attributes: string): string | undefined {
  return (
    attribute(attributes, 'r:id') ??
    /\s[\w.-]{1,40}:id\s*=\s*["']([^"']{0,200})["']/.exec(attributes)?.[1]
  );
}

function relationsOf(parts: ZipParts, part: string): Relation[] {
  const at = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, at);
  const chunks = parts.chunks(`${folder}_rels/${part.slice(at)}.rels`);
  if (chunks === null) return [];
  const found: Relation[] = [];
  for (const { name, attributes, isOpen } of tagsOf(chunks)) {
    if (!isOpen || localName(name) !== 'Relationship') continue;
    const target = attribute(attributes, 'Target');
    if (target === undefined || attribute(attributes, 'TargetMode') === 'External') continue;
    found.push({
      id: attribute(attributes, 'Id') ?? '',
      type: attribute(attributes, 'Type')?.split('/').at(-1) ?? '',
      target: resolved(folder, target.replaceAll('\\', '/')),
    });
  }
  return found;
}

/** A target is named from the part's folder, or from the root when it begins with a slash. */
function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : folder + target;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function* tagsOf(chunks: Iterable<string>): Generator<Tag> {
  for (const one of xmlMarkup(chunks)) if (typeof one !== 'string') yield one;
}
