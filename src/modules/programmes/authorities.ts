import { fail, ok, type Result } from '../../kernel/result.ts';
import { foldCase } from '../../kernel/text.ts';
import { authorityRegions, combinedAuthorities, formerAuthorities } from './authority-list.ts';

export interface Authority {
  /** ONS code. */
  code: string;
  name: string;
  region: string;
  /** Empty where there is one tier only. */
  county: string;
}

/** All local authorities of the United Kingdom, by region and name. */
export const authorities: readonly Authority[] = Object.entries(authorityRegions).flatMap(
  ([region, counties]) =>
    Object.entries(counties)
      .flatMap(([county, list]) =>
        list.split('; ').map((entry): Authority => {
          const [code = '', ...name] = entry.split(' ');
          return { code, name: name.join(' '), region, county };
        }),
      )
      .toSorted((a, b) => a.name.localeCompare(b.name)),
);

const byCode = new Map(authorities.map((one) => [one.code, one]));

/** The name of an authority on the list, or null. */
export function authorityName(code: string): string | null {
  return byCode.get(code)?.name ?? null;
}

/** What people write besides the name: `Herefordshire, County of`, `Coventry City Council`, `LB Camden`. */
const besides = new Set(
  (
    'council borough city county district metropolitan royal unitary authority ua corporation of the ' +
    'cc bc dc mbc'
  ).split(' '),
);

/** A name without case, accents, signs and the words around it; the whole where nothing else is left. */
function nameKey(name: string): string {
  const words = foldCase(name)
    .slice(0, 200)
    .replace(/&/g, ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^(london borough of|lb of|lb) | (london borough|lb)$/g, '');
  const kept = words.split(' ').filter((word) => !besides.has(word));
  // The City of London is not London.
  return kept.length === 0 || kept.join(' ') === 'london' ? words : kept.join(' ');
}

/** Other names in use, by the code. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  E06000010: ['Hull'],
  E06000047: ['Durham'],
  E06000008: ['Blackburn'],
  E06000020: ['Telford', 'Wrekin'],
  E06000033: ['Southend'],
  E06000043: ['Brighton'],
  E06000058: ['BCP'],
  E08000021: ['Newcastle'],
  E07000146: ['Kings Lynn'],
  E07000112: ['Shepway'],
  N09000011: ['North Down and Ards'],
  S12000013: ['Western Isles', 'Outer Hebrides', 'Comhairle nan Eilean Siar'],
  S12000017: ['Highlands'],
  S12000023: ['Orkney'],
  S12000026: ['Borders'],
  S12000027: ['Shetland'],
  W06000001: ['Anglesey', 'Ynys Mon'],
  W06000016: ['Rhondda Cynon Taff', 'RCT'],
};

const byName = new Map<string, Authority>();
for (const entry of formerAuthorities.split('; ')) {
  const [old = '', ...words] = entry.split(' ');
  const now = byCode.get(words.at(-1) ?? '');
  if (!now) continue;
  byCode.set(old, now);
  if (words.length > 1) byName.set(nameKey(words.slice(0, -1).join(' ')), now);
}
for (const one of authorities) byName.set(nameKey(one.name), one);
for (const [code, names] of Object.entries(alsoCalled)) {
  const one = byCode.get(code);
  for (const name of names) if (one) byName.set(nameKey(name), one);
}

/** The authority that a code or a name means, however it is written; one that was merged means its successor. */
export function authorityOf(text: string): Authority | null {
  const plain = text.slice(0, 200).trim();
  return byCode.get(plain.toUpperCase()) ?? byName.get(nameKey(plain)) ?? null;
}

/** The authorities of a county or a combined authority; none when the text names neither. */
export function authoritiesWithin(text: string): readonly Authority[] {
  const key = nameKey(text).replace(/ combined( authority)?$/, '');
  const ofCounty = authorities.filter(({ county }) => county !== '' && nameKey(county) === key);
  if (ofCounty.length > 0) return ofCounty;
  const combined = Object.entries(combinedAuthorities).find(
    ([name]) => nameKey(name) === nameKey(text),
  );
  return (combined?.[1].split(' ') ?? []).flatMap((code) => byCode.get(code) ?? []);
}

/** An official code of some list: it has a figure, so that no name is taken for one. */
export function isAuthorityCode(text: string): boolean {
  return /^(?=.*\d)[A-Z][A-Z0-9]{1,19}$/.test(text);
}

/**
 * The authorities that a line of text names: one by name or code, all of a county or a combined authority, or a code of
 * another country with its name behind it. A name alone never becomes a code.
 */
export function readAuthorityLine(
  line: string,
): Result<readonly { code: string; name: string }[], 'unknown'> {
  const text = line.trim();
  const [first = '', ...rest] = text.split(/\s+/);
  const code = first.toUpperCase();
  const known = authorityOf(text) ?? (isAuthorityCode(code) ? authorityOf(code) : null);
  if (known) return ok([known]);
  const within = authoritiesWithin(text);
  if (within.length > 0) return ok(within);
  if (isAuthorityCode(code) && rest.length > 0) return ok([{ code, name: rest.join(' ') }]);
  return fail(
    'unknown',
    `“${text.slice(0, 60)}” is no local authority that is known here. Check how it is written; outside the United Kingdom give the official code and then the name.`,
  );
}
