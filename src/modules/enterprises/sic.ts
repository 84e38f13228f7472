import { fail, ok, type Result } from '../../kernel/result.ts';
import { cutText } from '../../kernel/text.ts';

/** `unknown` is any four-digit list: SIC 2003 and before, or the American one. */
export type SicScheme = 'SIC2007' | 'unknown';

export interface ParsedSic {
  code: string;
  scheme: SicScheme;
  /** What stood behind the code, e.g. `Business and domestic software development`. */
  words: string;
}

interface Section {
  letter: string;
  name: string;
  divisions: Record<string, string>;
}

/** UK SIC 2007: sections and divisions, in short own words. */
export const sicSections: readonly Section[] = [
  section('A', 'farming, forestry and fishing', '01 farming|02 forestry|03 fishing'),
  section(
    'B',
    'mining and quarrying',
    '05 coal|06 oil and gas|07 metal ores|08 other mining|09 mining support',
  ),
  section(
    'C',
    'manufacturing',
    '10 food|11 drinks|12 tobacco|13 textiles|14 clothing|15 leather|16 wood|17 paper|18 printing|' +
      '19 refining|20 chemicals|21 pharmaceuticals|22 rubber and plastics|23 glass, ceramics and stone|' +
      '24 basic metals|25 metal products|26 computers, electronics and instruments|' +
      '27 electrical equipment|28 machinery|29 vehicles|30 ships, rail and aircraft|31 furniture|' +
      '32 other making|33 repair and installation of machines',
  ),
  section('D', 'energy supply', '35 electricity, gas and heat'),
  section('E', 'water and waste', '36 water|37 sewerage|38 waste|39 clean-up'),
  section('F', 'construction', '41 buildings|42 civil engineering|43 building trades'),
  section('G', 'trade', '45 vehicle trade|46 wholesale|47 retail'),
  section(
    'H',
    'transport and storage',
    '49 land transport|50 water transport|51 air transport|52 warehousing|53 post and couriers',
  ),
  section('I', 'hospitality', '55 accommodation|56 food and drink service'),
  section(
    'J',
    'information and communication',
    '58 publishing, software and games|59 film, television and sound|60 broadcasting|61 telecoms|' +
      '62 programming and IT consultancy|63 hosting and information',
  ),
  section('K', 'finance', '64 banking and holding|65 insurance and pensions|66 financial support'),
  section('L', 'property', '68 property'),
  section(
    'M',
    'professional and technical',
    '69 law and accounts|70 head offices and management consulting|' +
      '71 architecture, engineering and testing|72 research and development|' +
      '73 advertising and market research|74 design and other technical|75 vets',
  ),
  section(
    'N',
    'business support',
    '77 hire and leasing|78 staffing|79 travel agencies|80 security|81 buildings and gardens|' +
      '82 office support',
  ),
  section('O', 'public administration', '84 public administration'),
  section('P', 'education', '85 education'),
  section('Q', 'health and care', '86 health|87 residential care|88 social work'),
  section(
    'R',
    'arts and leisure',
    '90 creative arts|91 libraries and museums|92 betting|93 sport and leisure',
  ),
  section('S', 'other services', '94 associations|95 repair of goods|96 personal services'),
  section('T', 'households', '97 households as employers|98 households for own use'),
  section('U', 'international bodies', '99 international bodies'),
];

function section(letter: string, name: string, list: string): Section {
  const divisions = list
    .split('|')
    .map((entry): [string, string] => [entry.slice(0, 2), entry.slice(3)]);
  return { letter, name, divisions: Object.fromEntries<string>(divisions) };
}

/** Eurostat's groups by division of NACE Rev. 2, which is SIC 2007's. */
const eurostatGroups = {
  'high-technology manufacturing': '21 26',
  'medium-high-technology manufacturing': '20 27 28 29 30',
  'medium-low-technology manufacturing': '19 22 23 24 25 33',
  'low-technology manufacturing': '10 11 12 13 14 15 16 17 18 31 32',
  'high-technology knowledge-intensive services': '59 60 61 62 63 72',
  'knowledge-intensive market services': '50 51 69 70 71 73 74 78 80',
  'knowledge-intensive financial services': '64 65 66',
  'other knowledge-intensive services': '58 75 84 85 86 87 88 90 91 92 93',
  'less knowledge-intensive services': '45 46 47 49 52 53 55 56 68 77 79 81 82 94 95 96 97 98 99',
} as const;
export type EurostatGroup = keyof typeof eurostatGroups;

/** Codes that only the register uses: they say nothing about an activity. */
const silent: Record<string, string> = {
  '74990': 'non-trading company',
  '98000': 'residents’ property management',
  '99999': 'dormant company',
};

/** True for the register's codes of firms that do not trade. */
export function isSilentSic(code: string): boolean {
  return code in silent;
}

/** The section and division of a five-digit SIC 2007 code; null for any other. */
export function describeSic(code: string): { section: string; division: string } | null {
  if (!/^\d{5}$/.test(code)) return null;
  const silentName = silent[code];
  if (silentName !== undefined) return { section: '', division: silentName };
  for (const { name, divisions } of sicSections) {
    const division = divisions[code.slice(0, 2)];
    if (division !== undefined) return { section: name, division };
  }
  return null;
}

/** Eurostat's technology group of a five-digit SIC 2007 code. */
export function eurostatGroup(code: string): EurostatGroup | null {
  if (!/^\d{5}$/.test(code) || isSilentSic(code)) return null;
  for (const [group, divisions] of Object.entries(eurostatGroups)) {
    if (divisions.split(' ').includes(code.slice(0, 2))) return group as EurostatGroup;
  }
  return null;
}

/**
 * A code from `62012`, `62.01/2` or `62012 - Business software`. Four digits are another list and stay four:
 * 7221 was software, division 72 is research today, and 1110 may be 01110 without its zero.
 */
export function parseSic(text: string): Result<ParsedSic, 'malformed' | 'unknown-division'> {
  const [, head = '', words = ''] =
    /^([\d./ ]*\d)\s*(?:[-–—:(]\s*)?(.*)$/su.exec(
      cutText(text, 500)
        .trim()
        .replace(/^(\d{4,5})\.0+$/, '$1'),
    ) ?? [];
  const code = head.replace(/[./ ]/g, '');
  const known = { code, words: words.replace(/\)$/, '').trim() };
  if (/^\d{4}$/.test(code)) return ok({ ...known, scheme: 'unknown' });
  if (!/^\d{5}$/.test(code)) {
    return fail('malformed', 'A SIC code is five digits, for example 62012.');
  }
  if (describeSic(code) === null) {
    return fail('unknown-division', `There is no SIC 2007 division ${code.slice(0, 2)}.`);
  }
  return ok({ ...known, scheme: 'SIC2007' });
}
